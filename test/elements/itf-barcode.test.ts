import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itfBarcode } from '../../src/elements/boleto-payment/itf-barcode.js';
import { decodeItf, runsOf } from '../support/itf-decoder.js';

/** One row of pixels of the drawing, at so many for each module. */
function rowOf({ width, path }: ReturnType<typeof itfBarcode>, scale = 1): boolean[] {
  const canvas = new OffscreenCanvas(width * scale, 1);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(scale, 1);
  context.fill(new Path2D(path));
  const { data } = context.getImageData(0, 0, width * scale, 1);
  return Array.from({ length: width * scale }, (_cell, x) => (data[x * 4 + 3] ?? 0) > 127);
}

describe('the bar code of a boleto', () => {
  test('is as wide as 44 digits make it, with its quiet zones', () => {
    const { width } = itfBarcode('0'.repeat(44));
    // Start 4, each pair 2 × (3 narrow + 2 wide), stop 5, and 10 modules on either side.
    expect(width).toBe(4 + 22 * 18 + 5 + 20);
    expect(runsOf(rowOf(itfBarcode('0'.repeat(44)))).quiet).toEqual([10, 10]);
  });

  test.each([...'0123456789'])('reads the digit %s in the bars and in the spaces', (digit) => {
    const [bars, spaces] = [`${digit}0`, `0${digit}`];
    expect(decodeItf(runsOf(rowOf(itfBarcode(bars))).runs)).toBe(bars);
    expect(decodeItf(runsOf(rowOf(itfBarcode(spaces))).runs)).toBe(spaces);
  });

  test('says to a reader what it was drawn from, whatever the digits and the size', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{44}$/), fc.integer({ min: 1, max: 3 }), (digits, scale) => {
        expect(decodeItf(runsOf(rowOf(itfBarcode(digits), scale)).runs)).toBe(digits);
      }),
      { numRuns: 200 },
    );
  });
});
