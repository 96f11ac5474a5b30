/**
 * What a host page may say about the looks of the card frame. Everything else it sends is dropped: a style is the
 * one thing that crosses from the merchant's page into the document where a card number is typed, so it carries
 * plain colours, bounded lengths and installed fonts, and nothing that could load, hide or measure anything.
 */
export interface CardFrameStyle {
  /** `auto` follows the shopper's own setting. */
  readonly colorScheme?: 'light' | 'dark' | 'auto';
  readonly colorText?: string;
  /** Placeholders and the neutral card mark. */
  readonly colorMuted?: string;
  readonly colorField?: string;
  readonly colorBorder?: string;
  /** Border of the field that has the focus. */
  readonly colorAccent?: string;
  readonly colorDanger?: string;
  /** CSS pixels at the browser's default font size, as are the lengths below; 0–32. */
  readonly radius?: number;
  /** 1–3. */
  readonly borderWidth?: number;
  /** 44–72: never below a comfortable touch target. */
  readonly fieldHeight?: number;
  /** 16–24: below 16 a phone zooms into the field. */
  readonly fontSize?: number;
  /** Between two fields; 8–32. */
  readonly gap?: number;
  /** Comma-separated; only families from `CARD_FRAME_FONTS` are kept. */
  readonly fontFamily?: string;
}

/** The generic and system families a frame may use; others would have to be loaded. */
export const CARD_FRAME_FONTS = [
  'system-ui',
  'ui-sans-serif',
  'ui-serif',
  'ui-rounded',
  'ui-monospace',
  'sans-serif',
  'serif',
  'monospace',
  '-apple-system',
  'BlinkMacSystemFont',
  'Arial',
  'Cantarell',
  'Courier New',
  'Georgia',
  'Helvetica',
  'Helvetica Neue',
  'Inter',
  'Noto Sans',
  'Roboto',
  'Segoe UI',
  'Tahoma',
  'Times New Roman',
  'Trebuchet MS',
  'Ubuntu',
  'Verdana',
] as const;

/** One colour function with plain arguments: no second bracket, so neither `url()` nor `var()` fits in. */
const COLOR =
  /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|(?:rgba?|hsla?|oklch|oklab|lab|lch|color)\([\da-z .,%/+-]{1,64}\))$/i;

const parseColor = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length <= 80 && COLOR.test(value.trim()) ? value.trim() : undefined;

/** `8`, `'8px'` or `'0.5rem'` as pixels, held within the bounds. */
const parseLength =
  (min: number, max: number) =>
  (value: unknown): number | undefined => {
    // Not `String` of anything else: a list of a million entries would be joined to be refused.
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    const [, number, unit] = /^(\d{1,4}(?:\.\d{1,4})?)(px|rem)?$/.exec(String(value).slice(0, 20)) ?? [];
    if (number === undefined) return undefined;
    return Math.min(max, Math.max(min, Number(number) * (unit === 'rem' ? 16 : 1)));
  };

const parseFontFamily = (value: unknown): string | undefined => {
  if (typeof value !== 'string' || value.length > 300) return undefined;
  const names = value.split(',').map((name) =>
    name
      .trim()
      .replace(/^(["'])(.*)\1$/, '$2')
      .toLowerCase(),
  );
  const known = names.flatMap((name) => CARD_FRAME_FONTS.filter((font) => font.toLowerCase() === name));
  return known.length > 0
    ? known.map((font) => (font.includes(' ') ? `"${font}"` : font)).join(', ')
    : undefined;
};

const parseScheme = (value: unknown): CardFrameStyle['colorScheme'] =>
  value === 'light' || value === 'dark' || value === 'auto' ? value : undefined;

const RULES: Readonly<Record<keyof CardFrameStyle, (value: unknown) => string | number | undefined>> = {
  colorScheme: parseScheme,
  colorText: parseColor,
  colorMuted: parseColor,
  colorField: parseColor,
  colorBorder: parseColor,
  colorAccent: parseColor,
  colorDanger: parseColor,
  radius: parseLength(0, 32),
  borderWidth: parseLength(1, 3),
  fieldHeight: parseLength(44, 72),
  fontSize: parseLength(16, 24),
  gap: parseLength(8, 32),
  fontFamily: parseFontFamily,
};

/**
 * The allowed part of a style. Never throws; unknown keys, inherited keys and values outside the allow-list are
 * left out. Used on both sides of the wall: the host need not send what the frame would drop, and the frame
 * trusts no host.
 */
export function parseCardFrameStyle(value: unknown): CardFrameStyle {
  const style: Record<string, string | number> = {};
  if (typeof value !== 'object' || value === null) return style;
  for (const [key, parse] of Object.entries(RULES)) {
    try {
      const parsed = Object.hasOwn(value, key) ? parse((value as Record<string, unknown>)[key]) : undefined;
      if (parsed !== undefined) style[key] = parsed;
    } catch {
      // A getter that throws is one more value outside the allow-list.
    }
  }
  return style;
}
