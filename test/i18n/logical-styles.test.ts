import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, readSources, type Source } from '../support/sources.js';

/** What is on the left in one language is on the right in another: `inline-start` is both. */
const PHYSICAL =
  /(?:^|[{;\s])((?:margin|padding|border)-(?:left|right)[\w-]*|(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/gm;

const physicalIn = (css: string): readonly string[] =>
  [...css.matchAll(PHYSICAL)].map(([found]) => found.trim());

/** What is CSS of a file: all of a file of styles, and of another one what is written as such beside its element. */
const cssOf = ({ file, tree }: Source): string =>
  file.endsWith('styles.ts')
    ? tree.text
    : [...nodesOf(tree)]
        .filter((node) => ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'css')
        .map((node) => node.getText())
        .join('\n');

const STYLES = readSources(path.join(import.meta.dirname, '../..'), 'src')
  .map((source) => [source.file, cssOf(source)] as const)
  .filter(([, css]) => css !== '');

test('there are styles to look at, in files of their own and beside their element', () => {
  expect(STYLES.length).toBeGreaterThan(30);
  expect(STYLES.map(([file]) => file)).toContain('src/elements/payment-mark/payment-mark.ts');
});

test.each(STYLES)('%s knows no left and no right', (_file, css) => {
  expect(physicalIn(css)).toEqual([]);
});

test.each([
  ['a { margin-left: 1px }', 1],
  ['a{left:0}', 1],
  ['a { text-align: right; }', 1],
  ['a { border-top-left-radius: 2px; }', 1],
  ['a { inset-inline-start: 0; margin-inline: 1px; text-align: end; }', 0],
])('%j has %i of them', (css, count) => {
  expect(physicalIn(css)).toHaveLength(count);
});
