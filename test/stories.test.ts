import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { METHOD_TYPES } from '../src/core/payment-methods/index.js';
import { PRESETS } from '../src/theme/presets.js';

/*
 * That there is a story of everything. What each one shows, and that it is accessible, is examined by
 * `npm run test:stories`.
 */

const root = path.dirname(import.meta.dirname);
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const sources = readdirSync(path.join(root, 'src/elements'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(path.join('src/elements', file)));
const tags = sources.flatMap((text) =>
  [...text.matchAll(/^ \* @tag ([\w-]+)$/gm)].map(([, tag]) => tag ?? ''),
);
const pages = readdirSync(path.join(root, 'stories')).filter((file) => /\.(stories\.ts|mdx)$/.test(file));
const stories = pages.filter((file) => file.endsWith('.stories.ts'));

test('every element has a file of stories', () => {
  expect(tags).toContain('checkout-session');
  expect(tags.filter((tag) => !existsSync(path.join(root, `stories/${tag}.stories.ts`)))).toEqual([]);
});

test('every status of the machine is a story of its own', () => {
  const statuses = new Set(
    [...read('src/core/machine/state.ts').matchAll(/status: '(\w+)'/g)].map(([, status]) => status ?? ''),
  );
  expect(statuses).toContain('locked');
  const shown = new Set(
    ['ready', ...read('stories/checkout-session.stories.ts').matchAll(/until: '(\w+)'/g)].map((found) =>
      typeof found === 'string' ? found : found[1],
    ),
  );
  expect([...statuses].filter((status) => !shown.has(status))).toEqual([]);
});

test('every method of payment is paid in a story', () => {
  const all = stories.map((file) => read(path.join('stories', file))).join('\n');
  expect(METHOD_TYPES.filter((type) => !all.includes(`type: '${type}'`))).toEqual([]);
});

test('every preset has a story', () => {
  const text = read('stories/presets.stories.ts');
  expect(PRESETS.filter(({ name }) => !text.includes(`wearing('${name}')`))).toEqual([]);
});

test('every page that a page or a story leads to is there', () => {
  const slug = (text: string): string => text.toLowerCase().replace(/[^a-z\d]+/g, '-');
  // As Storybook makes them: of a title, and of an export's name in words.
  const ids = pages.flatMap((file) => {
    const text = read(path.join('stories', file));
    const title = slug(/title(?:: '|=")([^'"]+)/.exec(text)?.[1] ?? file);
    const names = [...text.matchAll(/^export const (\w+)/gm)].map(([, name = '']) =>
      slug(name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')),
    );
    return ['docs', ...names].map((name) => `${title}--${name}`);
  });
  const links = [...pages, 'support/tables.ts'].flatMap((file) =>
    [...read(path.join('stories', file)).matchAll(/\?path=\/(?:story|docs)\/([\w-]+)(?![\w$-])/g)].map(
      ([, id = '']) => id,
    ),
  );
  expect(links).toContain('checkout-layouts--slots');
  expect(links.filter((id) => id !== 'design-presets--' && !ids.includes(id))).toEqual([]);
});

describe('what the stories are examined by', () => {
  test('has no exceptions', () => {
    const text = [
      ...stories.map((file) => `stories/${file}`),
      'stories/support/examine.ts',
      '.storybook/preview.ts',
    ]
      .map(read)
      .join('\n');
    // The one rule that is off asks for the landmarks of a whole page.
    expect([...text.matchAll(/(\w+): \{ enabled: false \}/g)].map(([, rule]) => rule)).toEqual(['region']);
    expect(text).not.toMatch(/!test|a11y: \{ disable|exclude:/);
  });
});
