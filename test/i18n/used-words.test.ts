import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { readWords } from './words.js';

const SRC = path.join(import.meta.dirname, '../../src');
const SOURCES = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('i18n/locales') && !file.startsWith('sandbox'))
  .map((file) => ({ file, text: readFileSync(path.join(SRC, file), 'utf8') }));

const ENGLISH = await readWords('en');

interface Template {
  readonly file: string;
  readonly text: string;
}

/** All text of the sources that stands in quotes, and every template literal as the pattern of what it can be. */
function spoken(): {
  readonly texts: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
  readonly templates: readonly Template[];
} {
  const texts = new Set<string>();
  const patterns: RegExp[] = [];
  const templates: Template[] = [];
  const visit = (file: string, node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    if (ts.isTemplateExpression(node) && !ts.isTaggedTemplateExpression(node.parent)) {
      const pieces = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      const pattern = pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
      // A group at least has to be named: `${a}.${b}` could be any key.
      if (/^[a-z]\w*\\\./.test(pattern)) patterns.push(new RegExp(`^${pattern}$`));
    }
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText())) {
      const { template } = node;
      const pieces = ts.isNoSubstitutionTemplateLiteral(template)
        ? [template.text]
        : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
      templates.push({ file, text: pieces.join('\u0000') });
    }
    ts.forEachChild(node, (child) => {
      visit(file, child);
    });
  };
  for (const { file, text } of SOURCES)
    visit(file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return { texts, patterns, templates };
}

const { texts, patterns, templates } = spoken();

/** The frame is handed all its words at once, and the fields are looked up by their name. */
const HANDED_OVER = /^card\.frame\./;

test('every word of the checkout is shown somewhere', () => {
  const unused = [...ENGLISH.keys()].filter(
    (key) => !HANDED_OVER.test(key) && !texts.has(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});

const ATTRIBUTE =
  /\s(?:aria-label|aria-description|aria-roledescription|aria-valuetext|alt|title|placeholder|label)="([^"]*)"/g;

/** What a template says by itself, outside its tags and in the attributes that are read out. */
function literalText(text: string): readonly string[] {
  const attributes = [...text.matchAll(ATTRIBUTE)].map(([, value = '']) => value);
  // A binding within a tag is no end of it, and neither is an arrow.
  const outside = text
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/<[a-z/][^<>]*>/gi, '')
    // A template may begin within the tag of another, or end there.
    .replaceAll(/^[^<]*>|<[^>]*$/g, '')
    .split('\u0000');
  return [...attributes, ...outside].filter((piece) => /\p{L}/u.test(piece.replaceAll(/&\w+;/g, '')));
}

test('no template has words of its own', () => {
  const literal = templates.flatMap(({ file, text }) =>
    literalText(text).map((words) => `${file}: ${words.trim()}`),
  );
  expect(literal).toEqual([]);
});

test.each([
  ['<p>Pay now</p>', ['Pay now']],
  ['<p class="a">\u0000</p>', []],
  ['<button aria-label="Close">×</button>', ['Close']],
  ['<button aria-label=\u0000 ?hidden=\u0000>\u0000 of\u0000</button>', [' of']],
  ['&nbsp;·&nbsp;', []],
])('a template such as %j says %j by itself', (template, words) => {
  expect(literalText(template)).toEqual(words);
});
