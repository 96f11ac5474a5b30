/** `size` random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/** The platform's secure source. */
export const cryptoRandom: RandomBytes = (size) => crypto.getRandomValues(new Uint8Array(size));

/** `prefix` and `2 × bytes` lower-case hex digits. */
export const randomId = (random: RandomBytes, prefix: string, bytes = 12): string =>
  prefix + Array.from(random(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * A short print of a text, to see in the ledger that two bodies were the same without keeping them (they may hold a
 * shopper's data). 53 bits, not for secrecy.
 */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}
