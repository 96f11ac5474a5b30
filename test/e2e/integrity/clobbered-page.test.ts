import { beforeAll, expect, test } from 'vitest';
import { clobberingNames } from '../../support/clobbering-names.js';
import { useStack } from '../../support/use-stack.js';
import { purchase, type Purchase } from './paid-flow.js';

const rig = useStack();

const EVIL = 'https://evil.example/';

/** Elements that stand in for something by their id or name, each way in which an element can. */
const KINDS: Readonly<Record<string, (name: string) => string>> = {
  'links with an id': (name) => `<a id="${name}" href="${EVIL}"></a>`,
  'links with an id, twice': (name) =>
    `<a id="${name}" name="${name}" href="${EVIL}"></a><a id="${name}" href="${EVIL}"></a>`,
  'forms with fields of the same name': (name) =>
    `<form id="${name}" name="${name}" action="${EVIL}"><input name="${name}" value="${EVIL}"><output id="${name}"></output></form>`,
  'pictures and objects with a name': (name) =>
    `<img name="${name}" id="${name}" alt=""><object name="${name}" id="${name}"></object>`,
  'frames with a name': (name) => `<iframe name="${name}" id="${name}"></iframe>`,
};

let clean: Purchase | undefined;
let names: readonly string[] = [];
/**
 * What every document has. An element with such a *name* hides it from every script of the page, the browser's own tools
 * included: nobody can so much as create an element there.
 */
let ofDocuments: ReadonlySet<string> = new Set();
beforeAll(async () => {
  names = clobberingNames();
  clean = await purchase(rig, 'pix', {});
  const page = await rig.browser.newPage();
  ofDocuments = new Set(await page.evaluate((all) => all.filter((name) => name in document), [...names]));
  await page.close();
});

test('there is something to compare: hundreds of names, and a purchase of several requests', () => {
  expect(names.length).toBeGreaterThan(200);
  expect(clean?.requests.length).toBeGreaterThan(2);
  expect([...(clean?.elsewhere ?? []), ...(clean?.errors ?? [])]).toEqual([]);
});

test.each(Object.entries(KINDS))('among %s, a purchase is as on any page', async (_kind, element) => {
  const hides = /name="x"/.test(element('x')) && !element('x').startsWith('<a');
  const before = names
    .filter((name) => !hides || !ofDocuments.has(name))
    .map(element)
    .join('\n');
  expect(await purchase(rig, 'pix', { before })).toEqual(clean);
});
