import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { linksOf } from './support/links.js';
import { parseSource, readSources } from './support/sources.js';

const root = path.join(import.meta.dirname, '..');

const isSafe = (code: string): readonly boolean[] =>
  linksOf(parseSource('src/elements/x.ts', code)).map((link) => link.isSafe);

describe('an address in a template (S-11)', () => {
  test('comes through safeUrl, wherever one stands in the sources', () => {
    const links = ['src/elements', 'src/controllers', 'src/card-frame/host'].flatMap((folder) =>
      readSources(root, folder).flatMap((source) =>
        linksOf(source).map((link) => ({ ...link, file: source.file })),
      ),
    );
    expect(links.length).toBeGreaterThan(5);
    const unchecked = links.filter((link) => !link.isSafe);
    expect(unchecked, JSON.stringify(unchecked, undefined, 1)).toEqual([]);
  });

  test.each([
    ['itself', 'const v = html`<a href=${safeUrl(x)}>`;'],
    ['by a constant', 'const u = safeUrl(x); const v = html`<a class="b" href="${u}">`;'],
    ['by a parameter', 'const f = (u) => html`<img src=${u}>`; const w = safeUrl(x); f(w);'],
    ['by a private method', 'class A { #f(u) { return html`<a href=${u}>`; } g() { this.#f(safeUrl(1)); } }'],
    ['by a getter', 'class A { get #u() { return safeUrl(1); } f() { return html`<a href=${this.#u}>`; } }'],
    ['by a function', 'const s = (m) => safeUrl(m) ?? `mailto:${m}`; const v = html`<a href=${s(1)}>`;'],
    ['by a member', 'const f = ({ u }) => html`<a href=${u}>`; const list = [{ u: safeUrl(x) }];'],
  ])('is followed back to it: %s', (_way, code) => {
    expect(isSafe(code)).toEqual([true]);
  });

  test.each([
    ['read from the session', 'const v = html`<a href=${session.url}>`;'],
    ['a constant of something else', 'const u = session.url; const v = html`<a href=${u}>`;'],
    ['a variable that may change', 'let u = safeUrl(x); u = y; const v = html`<img .src=${u}>`;'],
    ['one of two calls', 'const f = (u) => html`<form action=${u}>`; f(safeUrl(x)); f(y);'],
    ['one of two ways', 'const v = html`<a href=${a ? safeUrl(x) : y}>`;'],
    ['given by somebody else', 'export const f = (u) => html`<iframe src=${u}>`;'],
    ['another function', 'const s = (m) => String(m); const v = html`<a href=${s(1)}>`;'],
    ['a text with a beginning of its own', 'const v = html`<a href=${`javascript:${x}`}>`;'],
    ['checked, and changed again', 'const v = html`<a href=${safeUrl(x) + y}>`;'],
  ])('is not taken for safe: %s', (_way, code) => {
    expect(isSafe(code)).toEqual([false]);
  });
});
