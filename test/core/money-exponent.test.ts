import { describe, expect, test } from 'vitest';
import { minorUnitExponent } from '../../src/core/money/exponent.js';
import { ISO_ROWS } from '../support/iso-4217.js';

describe('minorUnitExponent', () => {
  test.each(ISO_ROWS)('gives %s %d decimals, as ISO 4217 does', (code, exponent) => {
    expect(minorUnitExponent(code)).toBe(exponent);
  });

  test.each([
    ['COP', 2], // `Intl` of some engines says 0 for these three
    ['HUF', 2],
    ['IDR', 2],
    ['USDC', 2], // not ISO: the cents of the dollar they stand for
    ['USDT', 2],
    ['XYZ', 2], // unknown
    ['jpy', 0],
    ['constructor', 2],
    ['', 2],
  ])('gives %j %d decimals', (code, exponent) => {
    expect(minorUnitExponent(code)).toBe(exponent);
  });
});
