import { describe, expect, test } from 'vitest';
import { parseBrCode, type BrCode } from '../../src/core/pix/br-code.js';
import { BR_CODES } from '../support/br-codes.js';
import { withoutTraces } from '../support/without-traces.js';

withoutTraces();

/** What a code says, or `undefined` where it is refused. */
function read(text: string): BrCode | undefined {
  try {
    return parseBrCode(text);
  } catch {
    return undefined;
  }
}

const decoder = new TextDecoder();

/** Whom a code pays, and how much: what a shopper would be cheated of. */
const deal = ({ merchantName, key, url, recurrenceUrl, amount }: BrCode): string =>
  JSON.stringify([merchantName, key, url, recurrenceUrl, amount]);

interface Tally {
  tried: number;
  /** Changed codes that are taken for valid. */
  accepted: number;
  /** … and pay somebody else, or another sum. */
  cheating: number;
}

/** Puts `count` bytes of every value, or none, in the place of `removed` bytes, at every place of a code. */
function tally(text: string, removed: 0 | 1, count: 0 | 1): Tally {
  const bytes = new TextEncoder().encode(text);
  const honest = deal(parseBrCode(text));
  const result: Tally = { tried: 0, accepted: 0, cheating: 0 };
  let last: { readonly text: string; readonly code?: BrCode | undefined } = { text: '' };
  const changed = new Uint8Array(bytes.length - removed + count);
  for (let at = 0; at <= bytes.length - removed; at++) {
    changed.set(bytes.subarray(0, at));
    changed.set(bytes.subarray(at + removed), at + count);
    for (let byte = 0; byte < (count ? 256 : 1); byte++) {
      if (count) changed[at] = byte;
      if (removed && count && byte === bytes[at]) continue;
      result.tried++;
      // Bytes that are no UTF-8 come out of a browser as U+FFFD, half of all bytes as one and the same text.
      const changedText = decoder.decode(changed);
      if (changedText !== last.text) last = { text: changedText, code: read(changedText) };
      const { code } = last;
      if (!code) continue;
      result.accepted++;
      if (deal(code) !== honest) result.cheating++;
    }
  }
  return result;
}

/*
 * A CRC of 16 bits finds every error within 16 bits side by side, so that one other byte is always found: 0 of them are
 * taken. A byte too many or too few, and what is no UTF-8, moves or lengthens the rest: there the CRC alone would let 1 of
 * 65,536 through, and the lengths of the fields stand in its way as well.
 */
describe('every code of which one byte is changed', () => {
  test.each(Object.entries(BR_CODES))('%s: another byte in its place is never taken', (_name, text) => {
    const { tried, accepted } = tally(text, 1, 1);
    expect(tried).toBe(new TextEncoder().encode(text).length * 255);
    expect(accepted).toBe(0);
  });

  test.each(Object.entries(BR_CODES))(
    '%s: a byte too many or too few never pays another or another sum',
    (_name, text) => {
      const more = tally(text, 0, 1);
      const less = tally(text, 1, 0);
      expect(more.tried + less.tried).toBeGreaterThan(30_000);
      expect([more, less].map(({ accepted, cheating }) => ({ accepted, cheating }))).toEqual([
        { accepted: 0, cheating: 0 },
        { accepted: 0, cheating: 0 },
      ]);
    },
  );
});
