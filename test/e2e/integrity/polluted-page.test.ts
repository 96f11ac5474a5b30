import { beforeAll, expect, test } from 'vitest';
import { propertyNamesRead } from '../../support/hostile-names.js';
import type { PageOptions } from '../../support/stack.js';
import { useStack } from '../../support/use-stack.js';
import { purchase, type Purchase } from './paid-flow.js';

const rig = useStack();

/** Names that no script survives on a page, ours or another's. */
const IMPOSSIBLE = new Map([
  ['then', 'every `await` of anything, a response of `fetch` among them, asks for it and calls it'],
  ['get', 'the browser reads it in every property descriptor: whoever defines a property gets a TypeError'],
  ['set', 'as `get`'],
]);

const NAMES = propertyNamesRead().filter((name) => !IMPOSSIBLE.has(name));

/** What stands under each name: as real pollution leaves it there, to be met by `for … in` as well. */
const VALUES: Readonly<Record<string, string>> = {
  text: "'https://evil.example/'",
  function: "() => 'https://evil.example/'",
  object: `{ id: 'pay_evil', type: 'redirect', status: 'succeeded', url: 'https://evil.example/', token: 'cs_evil', code: 'evil',
    amount: 1, currency: 'USD', enabled: true, signal: 0, once: true, length: 1, 0: 'evil', value: 'evil' }`,
};

const polluted = (names: readonly string[], value: string): PageOptions => {
  const code = `{ const value = ${value}; for (const name of ${JSON.stringify(names)}) { Object.prototype[name] = value; Array.prototype[name] ??= value; } }`;
  const name = `polluted-${String(names.length)}-${String(value.length)}.js`;
  return { before: `<script src="${rig.stack.asset(name, code)}"></script>` };
};

const KINDS = ['pix', 'card'] as const;
const purchases = async (options: PageOptions): Promise<readonly Purchase[]> =>
  Promise.all(KINDS.map(async (kind) => purchase(rig, kind, options)));

let clean: readonly Purchase[] = [];
beforeAll(async () => {
  clean = await purchases({});
});

test('there is something to compare: several hundred names, and purchases of several requests', () => {
  expect(NAMES.length).toBeGreaterThan(300);
  for (const { requests, elsewhere, errors } of clean) {
    expect(requests.length).toBeGreaterThan(2);
    expect([...elsewhere, ...errors]).toEqual([]);
  }
});

test.each(Object.entries(VALUES))(
  'with a hostile %s under every name we read, on every object and list, a purchase is as on any page',
  async (_name, value) => {
    expect(await purchases(polluted(NAMES, value))).toEqual(clean);
  },
);
