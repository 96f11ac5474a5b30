import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const SRC = path.join(import.meta.dirname, '../../src');

/** What is on the left in one language is on the right in another: `inline-start` is both. */
const PHYSICAL =
  /(?:^|[{;\s])((?:margin|padding|border)-(?:left|right)[\w-]*|(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/gm;

const physicalIn = (css: string): readonly string[] =>
  [...css.matchAll(PHYSICAL)].map(([found]) => found.trim());

const STYLES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /styles\.ts$/.test(file),
);

test('there are styles to look at', () => {
  expect(STYLES.length).toBeGreaterThan(10);
});

test.each(STYLES)('%s knows no left and no right', (file) => {
  expect(physicalIn(readFileSync(path.join(SRC, file), 'utf8'))).toEqual([]);
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
