import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD_FRAME_FONTS, parseCardFrameStyle } from '../src/theme/card-frame-style.js';

/*
 * S-16: of what a page says about the look of the card frame only plain colours, bounded lengths and installed fonts come
 * through, whatever it says.
 */

const CASES = 50_000;
const SEED = Number(process.env['HOSTILE_SEED'] ?? 20261126);

const KEYS = [
  ...['colorScheme', 'colorText', 'colorMuted', 'colorField', 'colorBorder', 'colorAccent', 'colorDanger'],
  ...['radius', 'borderWidth', 'fieldHeight', 'fontSize', 'gap', 'fontFamily'],
];
const FOREIGN = [
  ...[
    'background',
    'backgroundImage',
    'content',
    'cursor',
    'filter',
    'position',
    'font',
    'src',
    '--colorText',
    'style',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'cssText',
    '@import',
    '@font-face',
    'opacity',
    'transform',
    'mask',
  ],
];

const PIECES = [
  ...[
    '#fff',
    '#0000',
    '#12345',
    'rgb(',
    'rgba(1 2 3 / 50%)',
    'oklch(0.6 0.2 250)',
    'color(',
    'color-mix(in srgb,',
  ],
  ...[
    'url(',
    'url(//evil.example/a)',
    'image-set(',
    'element(',
    'src(',
    'attr(',
    'var(--a)',
    'env(',
    'calc(1px)',
  ],
  ...[
    'expression(alert(1))',
    'javascript:',
    '@import "//evil"',
    '@font-face{',
    '-moz-binding:',
    'behavior:',
    'progid:',
  ],
  ...[
    ')',
    '(',
    ';',
    '{',
    '}',
    '"',
    "'",
    '\\',
    '\\75rl(',
    '/*',
    '*/',
    '<!--',
    '\n',
    '\0',
    '\u2028',
    ' ',
    ',',
    ':',
    '!important',
  ],
  ...[
    '1',
    '8px',
    '0.5rem',
    '1e9',
    '-4px',
    '5vw',
    '%',
    'px',
    'Arial',
    'Segoe UI',
    'Stolen',
    'inherit',
    'dark',
    'auto',
  ],
];

const text = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 4 })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''));
const value = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES, ...FOREIGN) },

  { weight: 12, arbitrary: text },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(NaN, -1, 7, 1e9, null, true, {}, [], ['#fff']) },
  fc.anything({ maxDepth: 1 }),
);
const style = fc.dictionary(
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...KEYS) }, fc.constantFrom(...FOREIGN)),
  value,
  { minKeys: 3, maxKeys: 8 },
);

const COLOR = /^(#[\da-f]{3,8}|[a-z]+\([\da-z .,%/+-]+\))$/i;
/** Functions that only name a colour: no other may stand in a value. */
const COLOR_FUNCTION = /^(rgba?|hsla?|oklch|oklab|lab|lch|color)$/i;
const BOUNDS: Readonly<Record<string, readonly [number, number]>> = {
  radius: [0, 32],
  borderWidth: [1, 3],
  fieldHeight: [44, 72],
  fontSize: [16, 24],
  gap: [8, 32],
};
const FONTS = new Set(CARD_FRAME_FONTS.map((font) => (font.includes(' ') ? `"${font}"` : font)));

/** What is wrong with a value that came through; written from the promise and not from the code that keeps it. */
function fault(key: string, kept: unknown): string | undefined {
  if (!KEYS.includes(key)) return 'a key that is not listed';
  if (key === 'colorScheme')
    return ['light', 'dark', 'auto'].includes(String(kept)) ? undefined : 'no scheme';
  const bounds = BOUNDS[key];
  if (bounds)
    return typeof kept === 'number' && kept >= bounds[0] && kept <= bounds[1] ? undefined : 'out of bounds';
  if (typeof kept !== 'string') return 'no text';
  if (key === 'fontFamily')
    return kept.split(', ').every((font) => FONTS.has(font)) ? undefined : 'a font that is not listed';
  const name = /^([^(]*)\(/.exec(kept)?.[1];
  return COLOR.test(kept) && (name === undefined || COLOR_FUNCTION.test(name))
    ? undefined
    : 'no plain colour';
}

test(`of ${CASES.toLocaleString('en')} styles nothing comes through that could load, hide, run or measure anything`, () => {
  let kept = 0;
  fc.assert(
    fc.property(style, (given) => {
      const read = parseCardFrameStyle(given);
      for (const [key, one] of Object.entries(read)) {
        kept++;
        const wrong = fault(key, one);
        if (wrong !== undefined) throw new Error(`${key}: ${JSON.stringify(one)} is ${wrong}`);
      }
    }),
    { numRuns: CASES, seed: SEED },
  );
  // There was something to judge.
  expect(kept).toBeGreaterThan(CASES / 10);
});
