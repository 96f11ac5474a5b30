import path from 'node:path';
import ts from 'typescript';
import { nodesOf, readSources } from './sources.js';

const root = path.join(import.meta.dirname, '../..');

/** The name that a node reads as a property of something, if it does. */
function nameRead(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return node.argumentExpression.text;
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    const read = node.propertyName ?? node.name;
    return ts.isIdentifier(read) ? read.text : undefined;
  }
  return undefined;
}

/** Every property name that the product reads, from its sources; what stands on every object already is left out. */
export function propertyNamesRead(): readonly string[] {
  const product = readSources(root, 'src').filter(
    ({ file }) => !/^src\/(sandbox|card-frame\/frame)\//.test(file),
  );
  const names = product.flatMap(({ tree }) => [...nodesOf(tree)].flatMap((node) => nameRead(node) ?? []));
  return [...new Set(names)].filter((name) => !name.startsWith('#') && !(name in Object.prototype)).sort();
}
