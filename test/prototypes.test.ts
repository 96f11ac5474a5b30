import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { lineOf, nodesOf, parseSource, readSources, type Source } from './support/sources.js';

/*
 * The build takes the prototype from every object that is written `{ … }`, so that nothing is read from an
 * `Object.prototype` that a page has polluted (S-14). Two ways of making an object are out of its reach.
 */

const root = path.join(import.meta.dirname, '..');

/** `…rest` of an object: it may be spread into another, and not be read. */
function* restsRead(source: Source): Generator<string> {
  for (const node of nodesOf(source.tree)) {
    if (!ts.isBindingElement(node) || !node.dotDotDotToken || !ts.isObjectBindingPattern(node.parent))
      continue;
    const name = node.name.getText(source.tree);
    const owner = ts.findAncestor(
      node,
      (one) => ts.isFunctionLike(one) || ts.isBlock(one) || ts.isSourceFile(one),
    );
    for (const use of owner ? nodesOf(owner) : [])
      if (
        ts.isIdentifier(use) &&
        use.text === name &&
        use.parent !== node &&
        !ts.isSpreadAssignment(use.parent) &&
        !(ts.isPropertyAccessExpression(use.parent) && use.parent.name === use)
      )
        yield `${source.file}:${String(lineOf(source, use))} reads ${name}`;
  }
}

/** `Object.fromEntries` makes an object like the page's: it is spread at once, or its prototype is taken. */
function* entriesKept(source: Source): Generator<string> {
  for (const node of nodesOf(source.tree)) {
    if (!ts.isCallExpression(node) || node.expression.getText(source.tree) !== 'Object.fromEntries') continue;
    let { parent }: { parent: ts.Node } = node;
    while (ts.isAsExpression(parent)) ({ parent } = parent);
    const isBare = ts.isCallExpression(parent) && parent.expression.getText(source.tree) === 'bare';
    if (!isBare && !ts.isSpreadAssignment(parent))
      yield `${source.file}:${String(lineOf(source, node))} keeps what Object.fromEntries made`;
  }
}

const wrongIn = (source: Source): readonly string[] => [...restsRead(source), ...entriesKept(source)];

describe('an object that is read has no prototype', () => {
  test('in the sources', () => {
    const product = readSources(root, 'src').filter(
      ({ file }) => !/^src\/(sandbox|card-frame\/frame)\//.test(file),
    );
    expect(product.flatMap(wrongIn)).toEqual([]);
  });

  test.each([
    ['const f = ({ a, ...rest }) => rest.b;', 1],
    ["const f = ({ a, ...rest }) => 'b' in rest;", 1],
    ['const f = ({ a, ...rest }) => g(rest);', 1],
    ['const f = ({ a, ...rest }) => ({ a, ...rest });', 0],
    ['const f = (...all) => all.length;', 0],
    ['const o = Object.fromEntries(list);', 1],
    ['const o = bare(Object.fromEntries(list) as T);', 0],
    ['const o = { ...Object.fromEntries(list) };', 0],
  ])('%s', (code, wrong) => {
    expect(wrongIn(parseSource('src/core/x.ts', code))).toHaveLength(wrong);
  });
});
