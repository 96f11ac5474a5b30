import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { FAILURE_CODES } from '../src/core/session/session.js';
import { nodesOf, readSources, type Source } from './support/sources.js';

const root = path.dirname(import.meta.dirname);
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** Ours that make an error of the code they are given: at which place it stands, and the kind where it is always one. */
const MAKERS = new Map<string, readonly [at: number, kind?: string]>([
  ['integrationError', [0, 'integration']],
  ['wrong', [0, 'integration']],
  ['refuse', [0, 'integration']],
  ['reportBroken', [0, 'api']],
  ['readError', [1, 'api']],
  // Of the card frame.
  ['failed', [1]],
  ['refused', [1]],
]);

/** The sandbox answers as an API does, and only it writes Pix codes. */
const isNotTheCheckouts = (file: string): boolean =>
  file.startsWith('src/sandbox/') || file === 'src/core/pix/build-br-code.ts';

type Told = readonly [code: string, kind: string | undefined];

/** The texts that an expression can come to: `'a'`, `b ? 'a' : 'c'`, `x ?? 'a'`. */
function textsOf(node: ts.Node | undefined): readonly string[] {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...textsOf(node.left), ...textsOf(node.right)];
  if (ts.isTemplateExpression(node) && node.head.text === 'malformed_')
    return ['malformed_session', 'malformed_payment'];
  return [];
}

const memberOf = (node: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  node.properties.filter(ts.isPropertyAssignment).find((property) => property.name.getText() === name)
    ?.initializer;

function nameOf(callee: ts.Expression): string {
  return ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
}

/** The codes that one node makes, with the kind where it stands beside it. */
function toldBy(node: ts.Node): readonly Told[] {
  if (ts.isObjectLiteralExpression(node)) {
    const [kind] = textsOf(memberOf(node, 'kind'));
    return textsOf(memberOf(node, 'code')).map((code) => [code, kind]);
  }
  if (ts.isCallExpression(node)) {
    const [at, kind] = MAKERS.get(nameOf(node.expression)) ?? [Infinity];
    return textsOf(node.arguments[at]).map((code) => [code, kind]);
  }
  // What is wrong with a locale or with words of the merchant's.
  if (ts.isArrowFunction(node) && node.type?.getText() === 'LocaleFault') {
    const [code] = [...nodesOf(node.body)].filter(ts.isStringLiteral);
    return textsOf(code).map((text) => [text, 'integration']);
  }
  return [];
}

/** No codes of an error: what a schema says to its parser, and what the page tells on as `busy`. */
const INNER = ['custom', 'rate_limited', 'value'];

const isCode = (text: string): boolean => /^[a-z][a-z_]+$/.test(text) && !INNER.includes(text);

function toldIn({ file, tree }: Source): readonly Told[] {
  const codes = [...nodesOf(tree)].flatMap(toldBy).filter(([code]) => isCode(code));
  // What the frame says no to, the page tells on as what it is there.
  return file.startsWith('src/card-frame/frame/') ? codes.map(([code]) => [code, undefined]) : codes;
}

const told = readSources(root, 'src')
  .filter(({ file }) => !isNotTheCheckouts(file))
  .flatMap(toldIn);

/** The rows of a table below a heading: the codes of the first cell, and the second cell. */
const rowsBelow = (heading: string): ReadonlyMap<string, string> => {
  const from = readme.indexOf(heading);
  const section = readme.slice(from, readme.indexOf('\n#', from + 1));
  const rows = section.matchAll(/^\| (`[^|]*`) +\| ([^|]*?) +\|/gm);
  return new Map(
    [...rows].flatMap(([, codes = '', second = '']) =>
      [...codes.matchAll(/`(\w+)`/g)].map(([, code = '']) => [code, second] as const),
    ),
  );
};

const errors = rowsBelow('#### Codes of `checkout-error`');
const failures = rowsBelow('#### Codes of `payment-failure`');

test('every error that the checkout can tell stands in a table of the README', () => {
  expect(told.length).toBeGreaterThan(50);
  const missing = told.filter(([code]) => !errors.has(code) && !failures.has(code));
  expect(missing).toEqual([]);
});

test('and its kind is the one it has', () => {
  const wrong = told.filter(
    ([code, kind]) => kind && errors.has(code) && !errors.get(code)?.split(', ').includes(kind),
  );
  expect(wrong).toEqual([]);
});

test('the README names no error that is none', () => {
  const known = new Set(told.map(([code]) => code));
  expect([...errors.keys()].filter((code) => !known.has(code))).toEqual([]);
});

test('the reasons of a failure in the README are those the package has', () => {
  expect([...failures.keys()].sort()).toEqual([...FAILURE_CODES].sort());
});
