import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { plant, type PlantedBug } from '../planted/planted-bug.js';

/** A source file and its syntax tree; `file` is its path from the repository's root, with forward slashes. */
export interface Source {
  readonly file: string;
  readonly tree: ts.SourceFile;
}

/** One import or re-export, whichever way it is written. */
export interface ImportOf {
  /** A path from the root for a file of ours, otherwise the name as written. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly kind: 'static' | 'dynamic' | 'type';
}

export const parseSource = (file: string, text: string): Source => ({
  file,
  tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
});

/** Every TypeScript file below a folder of the repository. */
export function readSources(root: string, folder: string): readonly Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .sort()
    .map((file) => parseSource(file, asPlanted(file, readFileSync(path.join(root, file), 'utf8'))));
}

/** A source that is read, and not run, has the bug that is planted just now as well. */
function asPlanted(file: string, text: string): string {
  const bug = JSON.parse(process.env['PLANTED_BUG'] ?? 'null') as PlantedBug | null;
  return bug?.file === file ? plant(bug, text) : text;
}

/** Every node of a tree, parents before children. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodesOf(child);
}

/** Line of a node, as an editor counts. */
export const lineOf = (source: Source, node: ts.Node): number =>
  source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree)).line + 1;

/** All imports of a file. One whose name is not written out has the target `?`. */
export function importsOf({ file, tree }: Source): readonly ImportOf[] {
  const found: ImportOf[] = [];
  const add = (name: ts.Node | undefined, kind: ImportOf['kind']): void => {
    const text = name && ts.isStringLiteralLike(name) ? name.text : '?';
    const isOurs = text.startsWith('.');
    // `./x.js` is how a module names `./x.ts`.
    const target = isOurs
      ? path.posix.join(path.posix.dirname(file), text).replace(/\.js(\?.*)?$/, '.ts')
      : text;
    found.push({ target, isOurs, kind });
  };
  for (const node of nodesOf(tree)) {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node) ? 'type' : 'static');
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'static');
    else if (ts.isImportTypeNode(node))
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, 'type');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], 'dynamic');
  }
  return found;
}

/** `import type …`, and `import { type A, type B }`, whose values are all erased. */
function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}
