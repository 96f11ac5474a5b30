import { TOKENS } from './tokens.js';

export type Scheme = 'light' | 'dark';

/** What a merchant or a preset sets: CSS values by the tokens' names. */
export type TokenValues = Readonly<Record<string, string>>;

/** Red, green, blue (0–255) and opacity (0–1) of sRGB. */
export type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * What a token comes to in one scheme, with other tokens and `light-dark()` put in. Colours stay as they are written;
 * `toRgba` reads them.
 */
export function resolveToken(name: string, scheme: Scheme, values: TokenValues = {}): string {
  const token = TOKENS.find((each) => each.name === name);
  if (!token) throw new Error(`There is no token ${name}`);
  const value = values[name] ?? (scheme === 'dark' ? token.dark : undefined) ?? token.light;
  return value
    .replaceAll(
      /light-dark\(([^(),]+|[^(),]*\([^()]*\)),\s*([^(),]+|[^(),]*\([^()]*\))\)/g,
      (_all, light: string, dark: string) => (scheme === 'dark' ? dark : light).trim(),
    )
    .replaceAll(/var\((--[\w-]+)\)/g, (_all, other: string) => resolveToken(other, scheme, values));
}

/** Of the forms that tokens and presets are written in: hex, `rgb(r g b / a%)` and a mix of two of those in sRGB. */
export function toRgba(color: string): Rgba {
  const mixed = /^color-mix\(in srgb, (.+) ([\d.]+)%, (.+)\)$/.exec(color);
  if (mixed) {
    const [first, second] = [toRgba(mixed[1] ?? ''), toRgba(mixed[3] ?? '')];
    const share = Number(mixed[2]) / 100;
    return first.map(
      (channel, index) => channel * share + (second[index] ?? 0) * (1 - share),
    ) as unknown as Rgba;
  }
  const rgb = /^rgb\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+)%)?\)$/.exec(color);
  if (rgb) return [Number(rgb[1]), Number(rgb[2]), Number(rgb[3]), Number(rgb[4] ?? 100) / 100];
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color)?.[1];
  if (hex === undefined) throw new Error(`No colour that is read here: ${color}`);
  const digits = hex.length === 3 ? hex.replaceAll(/./g, '$&$&') : hex;
  const channel = (at: number): number => parseInt(digits.slice(at, at + 2), 16);
  return [channel(0), channel(2), channel(4), 1];
}
