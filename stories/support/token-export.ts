type Values = Readonly<Record<string, string>>;

/** A rule that a page can take as it is. */
export const toCss = (values: Values): string =>
  `checkout-session {\n${Object.entries(values)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}\n`;

/** Hex as DTCG writes a colour: components from 0 to 1. */
function colorOf(hex: string): object {
  const components = [1, 3, 5].map(
    (at) => Math.round((parseInt(hex.slice(at, at + 2), 16) / 255) * 1e4) / 1e4,
  );
  return { $type: 'color', $value: { colorSpace: 'srgb', components, hex } };
}

/** `undefined`: the format has no type for it that this could be written in. */
function tokenOf(name: string, value: string): object | undefined {
  if (/^#[\da-f]{6}$/i.test(value)) return colorOf(value.toLowerCase());
  const [, number, unit] = /^(\d+(?:\.\d+)?)(px|rem)$/.exec(value) ?? [];
  if (number !== undefined) return { $type: 'dimension', $value: { value: Number(number), unit } };
  if (name.endsWith('font-family'))
    return {
      $type: 'fontFamily',
      $value: value.split(',').map((family) => family.trim().replaceAll(/['"]/g, '')),
    };
  return undefined;
}

/**
 * As a group of design tokens, for tools that read them. What has no plain form (a shadow, a colour by name) is in the
 * stylesheet only.
 * @see https://www.designtokens.org/tr/2025.10/format/
 */
export function toDtcg(values: Values): string {
  const tokens = Object.entries(values).flatMap(([name, value]) => {
    const token = tokenOf(name, value);
    return token ? [[name.replace('--checkout-', ''), token] as const] : [];
  });
  return `${JSON.stringify({ checkout: Object.fromEntries(tokens) }, undefined, 2)}\n`;
}
