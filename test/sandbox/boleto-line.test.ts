import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildBoleto, dueDateFactor, mod10, mod11 } from '../../src/sandbox/engine/boleto-line.js';

const cents = fc.integer({ min: 0, max: 9_999_999_999 });
const free = fc.stringMatching(/^\d{25}$/);
const due = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2045, 0, 1) });

describe('a boleto', () => {
  // Of a slip of R$ 1,026.56 whose check digits are known to be right.
  test.each([
    ['001900000', 9],
    ['0114971860', 1],
    ['6852452211', 4],
  ])('has mod 10 of %s = %i', (digits, check) => {
    expect(mod10(digits)).toBe(check);
  });

  test('has the mod 11 digit of the same slip', () => {
    // The barcode in its order, without its fifth digit: bank and currency, factor and amount, free field.
    expect(mod11('0019' + '75860000102656' + '00000' + '0114971860' + '6852452211')).toBe(6);
  });

  test.each([
    ['1997-10-08', '0001'],
    ['2000-07-03', '1000'],
    ['2025-02-21', '9999'],
    ['2025-02-22', '1000'], // the count begins again
    ['2026-11-23', '1639'],
  ])('due on %s has the factor %s', (day, factor) => {
    expect(dueDateFactor(Date.parse(`${day}T12:00:00Z`))).toBe(factor);
  });

  test('has every check digit right, and both forms say the same', () => {
    fc.assert(
      fc.property(cents, due, free, (amount, at, digits) => {
        const { line, barcode } = buildBoleto(amount, at, digits);
        expect(line).toMatch(/^\d{47}$/);
        expect(barcode).toMatch(/^\d{44}$/);
        for (const [from, to] of [
          [0, 9],
          [10, 20],
          [21, 31],
        ] as const) {
          expect(Number(line[to])).toBe(mod10(line.slice(from, to)));
        }
        expect(Number(barcode[4])).toBe(mod11(barcode.slice(0, 4) + barcode.slice(5)));
        expect(
          line.slice(0, 4) + line.slice(32, 47) + line.slice(4, 9) + line.slice(10, 20) + line.slice(21, 31),
        ).toBe(barcode);
        expect(Number(line.slice(37))).toBe(amount);
      }),
    );
  });

  test.each([[-1], [0.5], [10_000_000_000], [NaN]])('cannot be of %d cents', (amount) => {
    expect(() => buildBoleto(amount, 0, '0'.repeat(25))).toThrow(RangeError);
  });
});
