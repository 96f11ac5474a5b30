/** Names that APIs and merchants write, as the one word used here. A map: an object would answer inherited names. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['americanexpress', 'amex'],
  ['dinersclub', 'diners'],
  ['master', 'mastercard'],
  ['cb', 'cartesbancaires'],
]);

/** `American Express`, `american-express` and `AMEX` are one brand. */
export function brandId(name: string): string {
  const word = name.toLowerCase().replace(/[^a-z]/g, '');
  return ALIASES.get(word) ?? word;
}
