import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBoleto } from '../../src/core/boleto/read-boleto.js';
import { CheckoutError } from '../../src/core/errors.js';
import { buildBoleto, mod10, mod11 } from '../../src/sandbox/engine/boleto-line.js';
import { aUtilityBill } from '../support/utility-bill.js';

/** Of a real slip of R$ 1,026.56. */
const LINE = '00190000090114971860168524522114675860000102656';
const BARCODE = '00196758600001026560000001149718606852452211';
/** A line that leaves the sum open, with its check digits right. */
const OPEN = buildBoleto(0, Date.UTC(2026, 10, 30), '1'.repeat(25));

/** A line of R$ 1,026.56 that a bank and a currency begin, its check digits worked out as on the real one. */
function lineOfBank(start: string): string {
  const free = '0'.repeat(24) + '1';
  const rest = `75860000102656${free}`;
  const fields = [start + free.slice(0, 5), free.slice(5, 15), free.slice(15)];
  return (
    fields.map((field) => field + String(mod10(field))).join('') +
    String(mod11(start + rest)) +
    '75860000102656'
  );
}

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

  test.each([
    ['000', '9', 'of no bank'],
    ['001', '8', 'not in reais'],
    ['001', '0', 'not in reais'],
  ])('refuses the bank %s with the currency %s', (bank, currency, reason) => {
    expect(fault(lineOfBank(bank + currency), undefined, 102_656)).toContain(reason);
    expect(fault(lineOfBank('0019'), undefined, 102_656)).toBe('none');
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

describe('a utility bill', () => {
  /** Of real bills, as they are printed in public examples. */
  const PRINTED = [
    ['83620000000 5 66780048100 0 18097565731 3 00158963608 1', 6678], // mod 10
    ['84670000001 7 43590024020 9 02405000243 5 84221010811 9', 14359], // mod 10
    ['84890000000 2 40420162201 5 80605190429 2 58603411122 0', 4042], // mod 11
    ['85820000000 7 57250328203 0 56070820210 7 53959190446 0', 5725], // mod 11
    ['85890000460-9 52460179160-5 60759305086-5 83148300001-0', 4_605_246], // mod 11
  ] as const;

  test.each(PRINTED)('%s is read, for the sum it says and no other', (printed, value) => {
    const line = printed.replace(/\D/g, '');
    const barcode = [0, 12, 24, 36].map((at) => line.slice(at, at + 11)).join('');
    expect(readBoleto({ line: printed }, value)).toEqual({ line, barcode });
    expect(fault(line, undefined, value + 1)).toContain('another amount');
  });

  test.each([
    ['81770000000 0 01093659970 2 41131079703 9 00143370831 8'], // counts in something else than reais
    [aUtilityBill(`866${'0'.repeat(11)}${'1'.repeat(29)}`).line], // zeros
    [aUtilityBill(`828${'0'.repeat(11)}${'1'.repeat(29)}`).line],
  ])('%s leaves the sum to the bank', (line) => {
    expect(fault(line, undefined, 5_000)).toBe('none');
  });

  test('with the bar code of another is refused, and with none its own is made', () => {
    const one = aUtilityBill('86600000050' + '1'.repeat(32));
    const other = aUtilityBill('86600000050' + '2'.repeat(32));
    expect(readBoleto({ line: one.line })).toEqual(one);
    expect(readBoleto(one)).toEqual(one);
    expect(fault(one.line, other.barcode)).toContain('bar code');
  });

  test('is read as it is written by the rules once more, and never with one digit another', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^8[1-9][67]\d{40}$/),
        fc.stringMatching(/^8[1-9][89]\d{40}$/),
        fc.nat(47),
        fc.integer({ min: 1, max: 9 }),
        (byTen, byEleven, at, shift) => {
          const changed = (line: string): string =>
            line.slice(0, at) + String((Number(line[at]) + shift) % 10) + line.slice(at + 1);
          const ten = aUtilityBill(byTen);
          const eleven = aUtilityBill(byEleven);
          expect(readBoleto(ten)).toEqual(ten);
          expect(readBoleto(eleven)).toEqual(eleven);
          expect(fault(changed(ten.line))).not.toBe('none');
          // Mod 11 writes a rest of 1 as that of 0: by the digits alone it may miss one. Its bar code does not.
          expect(fault(changed(eleven.line), eleven.barcode)).not.toBe('none');
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test.each(['0', '1', '5'])('with %s for the way its digits are made is none', (third) => {
    expect(fault(aUtilityBill(`81${third}${'1'.repeat(40)}`).line)).toContain('check digit');
  });
});
