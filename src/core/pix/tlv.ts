/** Fields by their two-digit id, in the order they were written. */
export type TlvFields = ReadonlyMap<string, string>;

/**
 * Reads `id, length, value` triples of two, two and `length` characters; lengths count code points, as banks count
 * them. `undefined` where the text does not end with a value, or an id stands twice: two amounts are no amount.
 */
export function parseTlv(text: string): TlvFields | undefined {
  const characters = [...text];
  const fields = new Map<string, string>();
  let at = 0;
  while (at < characters.length) {
    const head = characters.slice(at, at + 4).join('');
    const end = at + 4 + Number(head.slice(2));
    const id = head.slice(0, 2);
    if (!/^\d{4}$/.test(head) || end > characters.length || fields.has(id)) return undefined;
    fields.set(id, characters.slice(at + 4, end).join(''));
    at = end;
  }
  return fields;
}

/**
 * Whether a payment code has a tip asked for (55), a fee of so much (56) or of so many percent (57): what the app charges
 * is not the amount then.
 */
export const addsToAmount = (fields: TlvFields): boolean => ['55', '56', '57'].some((id) => fields.has(id));

/** One `id, length, value` triple. The value must be of at most 99 characters. */
export function formatTlv(id: string, value: string): string {
  return `${id}${String([...value].length).padStart(2, '0')}${value}`;
}
