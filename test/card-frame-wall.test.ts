import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { lineOf, nodesOf, parseSource, readSources, type Source } from './support/sources.js';

/*
 * S-7: nobody is told anything who was not named. A window is spoken to by an exact origin, never by `*`, and the frame
 * learns what it needs through its port and not from an address, which ends up in logs and histories.
 */

const root = path.resolve(import.meta.dirname, '..');

/** Where the second argument of a window’s `postMessage` is a star, or is missing. */
function saysToAnybody({ tree }: Source, node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  if (node.expression.name.text !== 'postMessage') return undefined;
  const whom = node.arguments[1];
  if (whom && /['"`]\*['"`]/.test(whom.getText(tree))) return 'to anybody';
  // A port has one listener, a channel its own origin; a window without a target has every one.
  const who = node.expression.expression.getText(tree);
  return whom || /port\d?$|channel$/i.test(who) ? undefined : 'to whoever is there';
}

/** An address read for what to do. The address itself, as a base of another one, is none; nor is one that is being written. */
const asksTheAddress = ({ tree }: Source, node: ts.Node): string | undefined =>
  ts.isPropertyAccessExpression(node) &&
  /(\.(search|hash|referrer|ancestorOrigins)|searchParams\??\.(get|getAll|has|entries))$/.test(
    node.getText(tree),
  )
    ? `reads ${node.name.text}`
    : undefined;

const faultsIn = (source: Source): readonly string[] =>
  [...nodesOf(source.tree)].flatMap((node) => {
    const found =
      saysToAnybody(source, node) ??
      (source.file.startsWith('src/card-frame/frame/') ? asksTheAddress(source, node) : undefined);
    return found === undefined ? [] : `${source.file}:${String(lineOf(source, node))} ${found}`;
  });

const sources = readSources(root, 'src');

test('no source speaks to a window without naming its origin, and the frame reads nothing from an address', () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.flatMap(faultsIn)).toEqual([]);
});

test('there are windows that are spoken to', () => {
  const calls = sources
    .flatMap(({ tree }) => [...nodesOf(tree)])
    .filter((node) => ts.isPropertyAccessExpression(node) && node.name.text === 'postMessage');
  expect(calls.length).toBeGreaterThan(3);
});

test.each([
  `parent.postMessage({ type: 'x' }, '*')`,
  'parent.postMessage(message, { targetOrigin: "*" })',
  'frame.contentWindow?.postMessage(message)',
  'new URLSearchParams(location.search)',
  'location.hash.slice(1)',
  `new URL(location.href).searchParams.get('key')`,
])('%s is found', (code) => {
  expect(faultsIn(parseSource('src/card-frame/frame/x.ts', code))).toHaveLength(1);
});

test.each([
  `port.postMessage(message)`,
  `parent.postMessage(message, event.origin)`,
  `this.#channel.port1.postMessage(m)`,
  `new URL('tokens', location.href)`,
])('%s is no fault', (code) => {
  expect(faultsIn(parseSource('src/card-frame/frame/x.ts', code))).toEqual([]);
});
