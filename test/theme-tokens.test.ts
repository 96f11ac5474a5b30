import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { toDtcg } from '../src/theme/dtcg.js';
import { resolveToken } from '../src/theme/resolve-token.js';
import { TOKENS } from '../src/theme/tokens.js';
import { readSources } from './support/sources.js';

const root = path.resolve(import.meta.dirname, '..');
const styles = readSources(root, 'src')
  .filter(({ file }) => /src\/(elements|theme)\/.*\.ts$/.test(file) && !/theme\/(?!.*styles)/.test(file))
  .map(({ file, tree }) => ({ file, text: tree.text.replaceAll(/\/\*[^]*?\*\//g, '') }));

const sheet = styles.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');

/** `from` is behind the bracket that is closed where this ends. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  throw new Error('a bracket is not closed');
}

/** Each default in the stylesheets, by the token's name: what stands behind the comma of `var(--checkout-…, …)`. */
const defaults = new Map(
  [...sheet.matchAll(/var\( ?(--checkout-[\w-]+), /g)].map((match) => {
    const from = match.index + match[0].length;
    const value = sheet.slice(from, closing(sheet, from)).trim();
    return [match[1] ?? '', value.replace(/^var\(--_brand, (.*)\)$/, '$1')] as const;
  }),
);

/** The private names by the token that each reads. */
const publicName = new Map(
  [...sheet.matchAll(/(--_[\w-]+): var\( ?(--checkout-[\w-]+)/g)].map(([, own = '', token = '']) => [
    own,
    token,
  ]),
);

describe('the tokens', () => {
  test.each(TOKENS)(
    '$name has the default in the stylesheets that the table says',
    ({ name, light, dark }) => {
      const value = defaults
        .get(name)
        ?.replaceAll(/\( /g, '(')
        .replaceAll(/--_[\w-]+/g, (own) => publicName.get(own) ?? own);
      expect(value).toBe(dark === undefined ? light : `light-dark(${light}, ${dark})`);
    },
  );

  test('an engine without relative colours gets the default accent, whose text is known to read on it', () => {
    for (const name of ['accent', 'accent-text'])
      expect(sheet).toContain(`--_${name}: ${defaults.get(`--checkout-color-${name}`) ?? '?'};`);
  });

  test('no stylesheet reads a token that the table does not have', () => {
    const known = new Set(TOKENS.map(({ name }) => name as string));
    const read = styles.flatMap(({ file, text }) =>
      [...text.matchAll(/var\(\s*(--checkout-[\w-]+)/g)].map(([, name = '']) => `${file}: ${name}`),
    );
    expect(read.length).toBeGreaterThan(20);
    expect(read.filter((found) => !known.has(found.replace(/^.*: /, '')))).toEqual([]);
  });

  test('each is used by some rule, not only read', () => {
    const owns = [...publicName.keys(), '--_accent', '--_accent-text'];
    const uses = (own: string): boolean =>
      styles.some(({ text }) => new RegExp(`var\\(\\s*${own}[),]`).test(text.replace(`${own}: var(`, '')));
    expect(owns.filter((own) => !uses(own))).toEqual([]);
  });

  test('none is declared on an element, where it would hide what the page has set around it', () => {
    expect(
      styles.filter(({ text }) => /[;{]\s*--checkout-[\w-]+:/.test(text)).map(({ file }) => file),
    ).toEqual([]);
  });
});

const channel = z.number().check(z.minimum(0), z.maximum(1));
const color = z.strictObject({
  colorSpace: z.literal('srgb'),
  components: z.tuple([channel, channel, channel]),
  alpha: channel,
  hex: z.string().check(z.regex(/^#[\da-f]{6}$/)),
});
const dimension = z.strictObject({ value: z.number(), unit: z.enum(['px', 'rem']) });
const shadow = z.strictObject({
  color,
  offsetX: dimension,
  offsetY: dimension,
  blur: dimension,
  spread: dimension,
  inset: z.optional(z.boolean()),
});
const named = {
  $description: z.string().check(z.minLength(1)),
  // Of whose extension it is, which other tools keep as it is.
  $extensions: z.record(z.string(), z.strictObject({ customProperty: z.string() })),
};
const tokenOf = <T extends string, V extends z.ZodMiniType>(type: T, value: V) =>
  z.strictObject({ $type: z.literal(type), $value: value, ...named });

/** The rules of the format for the types that are used here. @see https://www.designtokens.org/tr/2025.10/format/ */
const dtcgToken = z.discriminatedUnion('$type', [
  tokenOf('color', color),
  tokenOf('dimension', dimension),
  tokenOf('fontFamily', z.union([z.string(), z.array(z.string()).check(z.minLength(1))])),
  tokenOf('fontWeight', z.number().check(z.minimum(1), z.maximum(1000))),
  tokenOf('number', z.number()),
  tokenOf('duration', z.strictObject({ value: z.number(), unit: z.enum(['ms', 's']) })),
  tokenOf('shadow', z.union([shadow, z.array(shadow).check(z.minLength(1))])),
]);
/** A name begins with no `$`, and has none of the signs that aliases are written with. */
const nameRule = z.string().check(z.regex(/^[^$.{}][^.{}]*$/));
const groups = z.record(nameRule, z.record(nameRule, dtcgToken));
const dtcgFile = z.strictObject({ $description: z.string(), base: groups, light: groups, dark: groups });

describe('the tokens for design tools', () => {
  // As it is written into the file.
  const file = JSON.parse(JSON.stringify(toDtcg())) as ReturnType<typeof toDtcg>;

  test('are a file of the Design Tokens format', () => {
    expect(z.safeParse(dtcgFile, file).error?.issues).toBeUndefined();
  });

  test('say both schemes in the same names, and every token once in each', () => {
    const namesIn = (set: 'base' | 'light' | 'dark'): string[] =>
      Object.values(file[set])
        .flatMap((group) => Object.values(group))
        .map(({ $extensions }) => $extensions['checkout-session']?.customProperty ?? '');
    expect(namesIn('dark')).toEqual(namesIn('light'));
    expect([...namesIn('base'), ...namesIn('light')].sort()).toEqual(TOKENS.map(({ name }) => name).sort());
  });

  test('hold the values of the stylesheet in the format’s own words', () => {
    expect(file.light['color']?.['accent']?.$value).toEqual({
      colorSpace: 'srgb',
      components: [0.2314, 0.298, 0.7922],
      alpha: 1,
      hex: '#3b4cca',
    });
    expect(file.dark['color']?.['accent']?.$value).toMatchObject({ hex: '#a5b0ff' });
    // 7 % of #b3261e on white.
    expect(file.light['color']?.['danger-ground']?.$value).toMatchObject({ hex: '#faf0ef' });
    expect(file.base['type']?.['size']?.$value).toEqual({ value: 1, unit: 'rem' });
    expect(file.base['radius']?.['base']?.$value).toEqual({ value: 10, unit: 'px' });
    expect(file.base['motion']?.['duration']?.$value).toEqual({ value: 0.15, unit: 's' });
    expect(file.base['shadow']?.['base']?.$value).toMatchObject([
      { offsetY: { value: 1, unit: 'px' }, color: { alpha: 0.06 } },
      { offsetY: { value: 8, unit: 'px' }, blur: { value: 24, unit: 'px' } },
    ]);
  });

  test('take other values, and what follows from them', () => {
    const own = toDtcg({
      '--checkout-color-background': 'light-dark(#f0f0f0, rgb(0 0 0 / 100%))',
      '--checkout-shadow': 'none',
      '--checkout-radius': '0px',
    });
    expect(z.safeParse(dtcgFile, JSON.parse(JSON.stringify(own))).error?.issues).toBeUndefined();
    expect(own.light['color']?.['field']?.$value).toMatchObject({ hex: '#f0f0f0' });
    expect(own.dark['color']?.['field']?.$value).toMatchObject({ hex: '#000000' });
    expect(own.base['radius']?.['base']?.$value).toEqual({ value: 0, unit: 'px' });
  });

  test('a name that is no token, and a colour that cannot be read, are said', () => {
    expect(() => resolveToken('--checkout-nothing', 'light')).toThrow('no token --checkout-nothing');
    expect(() => toDtcg({ '--checkout-color-text': 'red' })).toThrow('red');
  });
});
