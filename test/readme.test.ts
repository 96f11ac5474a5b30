import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = path.dirname(import.meta.dirname);
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

test('every file that the README links to or names exists', () => {
  const links = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, link]) => link ?? '');
  const named = [...readme.matchAll(/`((?:src|test|demo)\/[\w./-]+\.(?:ts|mjs))`/g)].map(
    ([, file]) => file ?? '',
  );
  expect(links).toContain('demo/screenshots/checkout-light.png');
  expect(named.length).toBeGreaterThan(5);
  expect([...links, ...named].filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

test('every command of the README is one of the package', () => {
  const commands = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
  expect(commands).toContain('demo');
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

test('every event of the README is one that is fired, and none is forgotten', () => {
  const source = readFileSync(path.join(root, 'src/events.ts'), 'utf8');
  const fired = new Set([...source.matchAll(/super\('([\w-]+)'/g)].map(([, name]) => name ?? ''));
  const table = readme.slice(readme.indexOf('### Events'), readme.indexOf('### Error codes'));
  const listed = new Set([...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name ?? ''));
  expect(listed).toEqual(fired);
});

test.each(
  [...readme.matchAll(/^```(tsx?)\n(.*?)^```/gms)].map(([, kind = '', code = '']) => [
    code.slice(0, 60),
    kind,
    code,
  ]),
)('the code that begins %j can be read by a compiler', (_begin, kind, code) => {
  const { diagnostics = [] } = ts.transpileModule(code, {
    fileName: `sample.${kind}`,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      jsx: ts.JsxEmit.ReactJSX,
      experimentalDecorators: true,
    },
  });
  expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
});

test('every place of the README that it points at by a link is a heading', () => {
  const outside = readme.replaceAll(/^```.*?^```/gms, '');
  const places = [...outside.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\d\s-]/gu, '')
      .replaceAll(' ', '-'),
  );
  const links = [...outside.matchAll(/\]\(#([^)]+)\)/g)].map(([, link = '']) => link);
  expect(links).toContain('the-card-frame');
  expect(links.filter((link) => !places.includes(link))).toEqual([]);
});
