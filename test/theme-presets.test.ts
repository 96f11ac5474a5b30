import { describe, expect, test } from 'vitest';
import { presetCss, PRESETS, type Preset } from '../src/theme/presets.js';
import { resolveToken, toRgba, type Scheme } from '../src/theme/resolve-token.js';
import { TOKENS } from '../src/theme/tokens.js';
import { contrast, type Rgb } from './support/contrast.js';

const TEXT = 4.5;
const NOT_TEXT = 3;

/** What stands on what, and how well it has to be seen there. */
const PAIRS: readonly (readonly [ink: string, ground: string, least: number])[] = [
  ['accent-text', 'accent', TEXT],
  ['text', 'background', TEXT],
  ['text', 'surface', TEXT],
  ['text', 'field', TEXT],
  ['text-muted', 'background', TEXT],
  ['text-muted', 'surface', TEXT],
  ['text-muted', 'field', TEXT],
  ['danger', 'background', TEXT],
  ['danger', 'field', TEXT],
  ['danger', 'danger-ground', TEXT],
  ['success', 'background', TEXT],
  ['success', 'success-ground', TEXT],
  ['warning', 'background', TEXT],
  ['warning', 'warning-ground', TEXT],
  ['accent', 'background', NOT_TEXT],
  ['control-border', 'background', NOT_TEXT],
  ['control-border', 'field', NOT_TEXT],
  ['focus', 'background', NOT_TEXT],
  ['focus', 'surface', NOT_TEXT],
];

const looks = PRESETS.flatMap((preset) =>
  (['light', 'dark'] as const).map((scheme) => ({ name: preset.name, preset, scheme })),
);

const opaque = (preset: Preset, scheme: Scheme, name: string): Rgb => {
  const [red, green, blue, alpha] = toRgba(resolveToken(`--checkout-color-${name}`, scheme, preset.tokens));
  expect(alpha).toBe(1);
  return [red, green, blue];
};

describe('a ready preset', () => {
  test.each(looks)('$name can be read in the $scheme scheme', ({ preset, scheme }) => {
    const found = PAIRS.map(([ink, ground, least]) => ({
      pair: `${ink} on ${ground}`,
      ratio: contrast(opaque(preset, scheme, ink), opaque(preset, scheme, ground)),
      least,
    }));
    expect(found.filter(({ ratio, least }) => ratio < least)).toEqual([]);
  });

  test.each(looks.filter(({ name }) => name === 'high-contrast'))(
    '$name has 7:1 for every text in the $scheme scheme',
    ({ preset, scheme }) => {
      const low = PAIRS.filter(
        ([ink, ground, least]) =>
          least === TEXT && contrast(opaque(preset, scheme, ink), opaque(preset, scheme, ground)) < 7,
      );
      expect(low).toEqual([]);
    },
  );

  test.each(PRESETS)(
    '$name is made of tokens alone, in a stylesheet that gives way to the page',
    (preset) => {
      const known = TOKENS.map(({ name }) => name as string);
      expect(Object.keys(preset.tokens).filter((name) => !known.includes(name))).toEqual([]);
      const css = presetCss(preset);
      expect(css).toMatch(/^\/\*.*\*\/\n:where\(:root\) \{\n(?: {2}--checkout-[\w-]+: [^;{}]+;\n)+\}\n$/);
      // A policy of the page may forbid both.
      expect(css).not.toMatch(/url\(|@import/);
    },
  );

  test('default leaves the session’s own colour, and what follows from others, as they are', () => {
    const [preset] = PRESETS;
    expect(preset?.name).toBe('default');
    expect(TOKENS.map(({ name }) => name).filter((name) => !(name in (preset?.tokens ?? {})))).toEqual([
      '--checkout-color-accent',
      '--checkout-color-accent-text',
      '--checkout-color-field',
      '--checkout-color-danger-ground',
      '--checkout-color-success-ground',
      '--checkout-color-warning-ground',
    ]);
  });
});

test('contrast is what WCAG says it is', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  // The grey that just reaches 4.5:1 on white, and the next one, that does not.
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeGreaterThan(4.5);
  expect(contrast([119, 119, 119], [255, 255, 255])).toBeLessThan(4.5);
});
