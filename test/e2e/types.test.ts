import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const types = path.resolve(import.meta.dirname, '../../dist/types');

/** What TypeScript knows on a page whose only import is `checkout-session/define`. */
const program = ts.createProgram([path.join(types, 'define.d.ts')], {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();

const unaliased = (symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;

/** What the package's entry exports, types as well. */
function exported(): readonly ts.Symbol[] {
  const entry = program.getSourceFile(path.join(types, 'index.d.ts'));
  const module = entry && checker.getSymbolAtLocation(entry);
  return module ? checker.getExportsOfModule(module).map(unaliased) : [];
}

const isHidden = (node: ts.Node): boolean =>
  (ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(
      ({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword,
    )) ||
  ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');

/** The names of types of ours within a declaration, but for what a class extends and implements. */
function typesIn(node: ts.Node): readonly ts.Symbol[] {
  if (isHidden(node) || ts.isHeritageClause(node)) return [];
  const name = ts.isTypeReferenceNode(node)
    ? node.typeName
    : ts.isTypeQueryNode(node)
      ? node.exprName
      : undefined;
  const found = name && checker.getSymbolAtLocation(name);
  const inside: ts.Symbol[] = found ? [unaliased(found)] : [];
  ts.forEachChild(node, (child) => {
    inside.push(...typesIn(child));
  });
  return inside.filter(
    ({ flags, declarations = [] }) =>
      !(flags & ts.SymbolFlags.TypeParameter) &&
      declarations.some((declaration) => declaration.getSourceFile().fileName.startsWith(types)),
  );
}

/** Pieces of a type that has a name of its own, and of which nobody needs the piece. */
const PIECES = new Set([
  'ActionMessages',
  'ConomyOptions',
  'FirstMessages',
  'MoreMessages',
  'Partly',
  'PayonifyOptions',
  'RawCardOptions',
  'SessionHost',
  'WithSession',
]);

describe('the types of the package', () => {
  test('come with its entry that defines the elements', () => {
    const file = program.getSourceFile(path.join(types, 'define.d.ts'));
    const tags = checker
      .getSymbolsInScope(file as ts.Node, ts.SymbolFlags.Interface)
      .find(({ name }) => name === 'HTMLElementTagNameMap')?.members;
    for (const tag of ['checkout-session', 'pay-button', 'card-form', 'pix-payment'])
      expect(tags?.has(tag as ts.__String), tag).toBe(true);
  });

  test('can be named, wherever one stands in a public signature', () => {
    const all = exported();
    expect(all.map(({ name }) => name)).toContain('CheckoutOptions');
    const unnamed = all
      .flatMap(({ declarations = [] }) => declarations.flatMap((declaration) => typesIn(declaration)))
      .filter((symbol) => !all.includes(symbol))
      .map(({ name }) => name);
    expect([...new Set(unnamed)].filter((name) => !PIECES.has(name)).sort()).toEqual([]);
  });
});
