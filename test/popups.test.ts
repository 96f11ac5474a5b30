import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { lineOf, nodesOf, parseSource, readSources, type Source } from './support/sources.js';

const root = path.join(import.meta.dirname, '..');
const WINDOWS = /^(window|globalThis|self|top|parent|opener|defaultView|contentWindow)$/;

/** Where a file opens a window: `open(…)` of a window, or of nothing where the file has no `open` of its own. */
function popupsOf(source: Source): readonly string[] {
  const nodes = [...nodesOf(source.tree)];
  const hasOwn = nodes.some((node) => ts.isVariableDeclaration(node) && node.name.getText() === 'open');
  return nodes.flatMap((node) => {
    if (!ts.isCallExpression(node)) return [];
    const { expression } = node;
    const isBare = !hasOwn && ts.isIdentifier(expression) && expression.text === 'open';
    const isOfWindow =
      ts.isPropertyAccessExpression(expression) &&
      expression.name.text === 'open' &&
      WINDOWS.test(expression.expression.getText(source.tree).split('.').at(-1) ?? '');
    return isBare || isOfWindow ? [`${source.file}:${String(lineOf(source, node))}`] : [];
  });
}

describe('a popup', () => {
  test('is opened nowhere in the product', () => {
    const sources = ['core', 'controllers', 'elements', 'card-frame'].flatMap((part) =>
      readSources(root, `src/${part}`),
    );
    expect(sources.length).toBeGreaterThan(80);
    expect(sources.flatMap(popupsOf)).toEqual([]);
    // Nor may a frame of ours open one.
    for (const { file, tree } of sources) expect(tree.text, file).not.toMatch(/allow-popups/);
  });

  test.each(["window.open('x')", "open('x')", 'document.defaultView.open(url)', 'globalThis.open(url)'])(
    'would be found: %s',
    (code) => {
      expect(popupsOf(parseSource('src/elements/x.ts', code))).toHaveLength(1);
    },
  );

  test.each(['caches.open(name)', 'indexedDB.open(name)', 'this.#open()'])('is not: %s', (code) => {
    expect(popupsOf(parseSource('src/elements/x.ts', code))).toEqual([]);
  });
});
