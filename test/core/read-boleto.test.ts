import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBoleto } from '../../src/core/boleto/read-boleto.js';
import { CheckoutError } from '../../src/core/errors.js';
import { buildBoleto } from '../../src/sandbox/engine/boleto-line.js';

/** Of a real slip of R$ 1,026.56. */
const LINE = '00190000090114971860168524522114675860000102656';
const BARCODE = '00196758600001026560000001149718606852452211';
/** A line that leaves the sum open, with its check digits right. */
const OPEN = buildBoleto(0, Date.UTC(2026, 10, 30), '1'.repeat(25));

function fault(line: string, barcode?: string, due?: number): string {
  try {
    readBoleto({ line, barcode }, due);
  } catch (error) {
    if (error instanceof CheckoutError && error.kind === 'api' && error.code === 'boleto_line_invalid')
      return error.message;
    throw error;
  }
  return 'none';
}

describe('readBoleto', () => {
  test.each([
    ['bare', LINE],
    ['in its groups', '00190.00009 01149.718601 68524.522114 6 75860000102656'],
    ['with dashes and line breaks', '00190-00009 01149-718601\n68524-522114 6 75860000102656'],
  ])('takes a line %s, and makes of it what is copied and what is scanned', (_way, line) => {
    expect(readBoleto({ line }, 102_656)).toEqual({ line: LINE, barcode: BARCODE });
  });

  test.each([
    ['the bar code of the line', BARCODE],
    ['the same with spaces', BARCODE.replace(/(.{11})/g, '$1 ')],
    ['nothing', ''],
    ['the address of a picture', 'https://bank.example/barcode.png'],
    ['a picture', 'iVBORw0KGgoAAAANSUhEUgAA'],
  ])('takes %s as the bar code that the API gives', (_what, barcode) => {
    expect(readBoleto({ line: LINE, barcode }).barcode).toBe(BARCODE);
  });

  test.each([
    ['mod 10 of the first field', '00190000020114971860168524522114675860000102656'],
    ['mod 11 of the whole', '00190000090114971860168524522114975860000102656'],
    ['only the mask', '10491443385511900000200000000141325230000093423'],
    ['a digit too few', LINE.slice(0, 46)],
    ['a digit too many', `${LINE}0`],
    ['no digits', 'boleto'],
    ['nothing', ''],
  ])('refuses a line with %s', (_what, line) => {
    expect(fault(line)).toContain('check digit');
  });

  test.each([
    ['of another slip', OPEN.barcode],
    ['with its check digit changed', `${BARCODE.slice(0, 4)}5${BARCODE.slice(5)}`],
    ['cut short', BARCODE.slice(0, 43)],
    ['that is the line', LINE],
  ])('refuses a bar code %s', (_what, barcode) => {
    expect(fault(LINE, barcode)).toContain('bar code');
  });

  test.each([
    [102_656, 'none'],
    [undefined, 'none'], // nothing is known to hold it against
    [102_655, 'another amount'],
    [1_026, 'another amount'],
    [0, 'another amount'],
  ])('holds the sum in the line against %s due', (due, expected) => {
    expect(fault(LINE, undefined, due)).toContain(expected);
  });

  test('leaves a line without a sum to the bank', () => {
    expect(readBoleto({ line: OPEN.line }, 102_656)).toEqual(OPEN);
  });

  test('shows the line of a utility bill, and no bars that nobody can check', () => {
    const line = `8${'1'.repeat(47)}`;
    expect(readBoleto({ line, barcode: '8'.repeat(44) }, 5_000)).toEqual({ line });
  });

  test('reads what a bank writes, and nothing of which one digit is another', () => {
    const cents = fc.integer({ min: 1, max: 9_999_999_999 });
    const due = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2045, 0, 1) });
    fc.assert(
      fc.property(
        cents,
        due,
        fc.stringMatching(/^\d{25}$/),
        fc.nat(46),
        fc.integer({ min: 1, max: 9 }),
        (amount, at, free, place, shift) => {
          const slip = buildBoleto(amount, at, free);
          expect(readBoleto(slip, amount)).toEqual(slip);
          const digit = (Number(slip.line[place]) + shift) % 10;
          const wrong = slip.line.slice(0, place) + String(digit) + slip.line.slice(place + 1);
          expect(fault(wrong, slip.barcode, amount)).not.toBe('none');
          // Mod 11 writes 10 and 11 as 1 and may miss a digit. Without a bar code beside it that can be one of the due
          // date, never one of the sum or of whom it pays.
          if (place < 33 || place > 36) expect(fault(wrong, undefined, amount)).not.toBe('none');
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
