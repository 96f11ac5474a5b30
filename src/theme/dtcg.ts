import { resolveToken, toRgba, type TokenValues } from './resolve-token.js';
import { TOKENS, type Token, type TokenType } from './tokens.js';

/** A value of the Design Tokens format. */
export type DtcgValue =
  string | number | readonly DtcgValue[] | { readonly [member: string]: DtcgValue | boolean };

export interface DtcgToken {
  readonly $type: TokenType;
  readonly $value: DtcgValue;
  readonly $description: string;
  readonly $extensions: Readonly<Record<string, { readonly customProperty: string }>>;
}

type DtcgGroup = Record<string, DtcgToken>;

/** `base` holds for both schemes; `light` and `dark` have the same tokens, each with its own values. */
export interface DtcgFile {
  readonly $description: string;
  readonly base: Record<string, DtcgGroup>;
  readonly light: Record<string, DtcgGroup>;
  readonly dark: Record<string, DtcgGroup>;
}

/** Under which `$extensions` says what a token is called in CSS. */
const VENDOR = 'checkout-session';

/** The file's own pixels at the browser's default font size. */
const em = (css: string): boolean => /r?em$/.test(css);

/**
 * All tokens as a file of the Design Tokens format 2025.10, with `values` in place of defaults.
 *
 * Schemes are groups, not modes in `$extensions`: groups are of the format itself and every reader has them (Tokens
 * Studio takes the outermost for its sets), modes are each tool's own. For the same reason no value is an alias.
 * @see https://www.designtokens.org/tr/2025.10/format/
 */
export function toDtcg(values: TokenValues = {}): DtcgFile {
  const file: DtcgFile = {
    $description: 'Tokens of checkout-session: light or dark over base.',
    base: {},
    light: {},
    dark: {},
  };
  for (const token of TOKENS)
    for (const set of token.type === 'color' ? (['light', 'dark'] as const) : (['base'] as const)) {
      const group = (file[set][token.group] ??= {});
      group[keyOf(token)] = toToken(
        token,
        resolveToken(token.name, set === 'dark' ? 'dark' : 'light', values),
      );
    }
  return file;
}

/** `--checkout-color-accent-text` in the group `color` is `accent-text`; what is its group's only or first is `base`. */
const keyOf = ({ name, group }: Token): string =>
  name.replace(/^--checkout-/, '').replace(new RegExp(`^(?:${group}|font)(?:-|$)`), '') || 'base';

const toToken = (token: Token, css: string): DtcgToken => ({
  $type: token.type,
  $value: READERS[token.type](css),
  $description: token.description,
  $extensions: { [VENDOR]: { customProperty: token.name } },
});

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const readColor = (css: string): DtcgValue => {
  const [red, green, blue, alpha] = toRgba(css);
  const channels = [red, green, blue];
  return {
    colorSpace: 'srgb',
    components: channels.map((channel) => round(channel / 255)),
    alpha,
    hex: `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`,
  };
};

/** Pixels, or `rem`: an `em` of ours is one of the font size, which is the shopper's own. */
const readDimension = (css: string): DtcgValue => {
  // `max(16px, 1rem)` is one, and never below the other.
  const length = css.replace(/^(?:max|min)\(.+, (.+)\)$/, '$1');
  return { value: parseFloat(length), unit: em(length) ? 'rem' : 'px' };
};

const readShadow = (css: string): DtcgValue =>
  css === 'none'
    ? shadow('rgb(0 0 0 / 0%)', '0', '0', '0', '0')
    : [
        ...css.matchAll(/(-?[\d.]+\w*) (-?[\d.]+\w*) (-?[\d.]+\w*)(?: (-?[\d.]+\w*))? (rgb\([^)]*\)|#\w+)/g),
      ].map(([, x = '', y = '', blur = '', spread = '0', color = '']) => shadow(color, x, y, blur, spread));

const shadow = (color: string, x: string, y: string, blur: string, spread: string): DtcgValue => ({
  color: readColor(color),
  offsetX: readDimension(x),
  offsetY: readDimension(y),
  blur: readDimension(blur),
  spread: readDimension(spread),
});

const READERS: Readonly<Record<TokenType, (css: string) => DtcgValue>> = {
  color: readColor,
  dimension: readDimension,
  fontFamily: (css) => css.split(/,\s*/).map((family) => family.replaceAll(/["']/g, '')),
  fontWeight: Number,
  number: Number,
  duration: (css) => ({ value: round(parseFloat(css)), unit: css.endsWith('ms') ? 'ms' : 's' }),
  shadow: readShadow,
};
