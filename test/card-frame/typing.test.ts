import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCardNumber } from '../../src/card-frame/frame/card-number.js';
import { formatExpiry } from '../../src/card-frame/frame/expiry.js';
import { digitsOf, type Edit, type Shown } from '../../src/card-frame/frame/typing.js';

type Format = (edit: Edit) => Shown;

/** `|` marks the caret. */
const place = (marked: string): { value: string; caret: number } => ({
  value: marked.replace('|', ''),
  caret: marked.includes('|') ? marked.indexOf('|') : marked.length,
});
const mark = ({ value, caret }: Shown): string => `${value.slice(0, caret)}|${value.slice(caret)}`;

/** What the browser does to the text before the `input` event, and then what the field makes of it. */
function type(format: Format, marked: string, text: string): string {
  let shown: Shown = place(marked);
  for (const character of text) {
    const { value: before, caret } = shown;
    const value = before.slice(0, caret) + character + before.slice(caret);
    shown = format({ before, value, caret: caret + 1, inputType: 'insertText' });
  }
  return mark(shown);
}

function press(format: Format, marked: string, key: 'Backspace' | 'Delete'): string {
  const { value: before, caret } = place(marked);
  const at = key === 'Backspace' ? caret - 1 : caret;
  if (at < 0 || at >= before.length) return marked;
  const inputType = key === 'Backspace' ? 'deleteContentBackward' : 'deleteContentForward';
  return mark(format({ before, value: before.slice(0, at) + before.slice(at + 1), caret: at, inputType }));
}

const paste = (format: Format, text: string, inputType = 'insertFromPaste'): string =>
  format({ before: '', value: text, caret: text.length, inputType }).value;

describe('the card number as it is typed', () => {
  test.each([
    ['4242', '4242|'],
    ['42424', '4242 4|'],
    ['4242424242424242', '4242 4242 4242 4242|'],
    ['378282246310005', '3782 822463 10005|'],
    ['36227206271667', '3622 720627 1667|'],
    ['6362970000457013', '6362 9700 0045 7013|'],
    ['4242-4242', '4242 4242|'],
    ['4a2b', '42|'],
    ['55555555555544449', '5555 5555 5555 4444|'], // one digit too many is not taken
    ['3782822463100059', '3782 822463 10005|'],
    ['42424242424242420000', '4242 4242 4242 4242 000|'], // Visa has numbers of 19 digits
  ])('typing %s shows %s', (typed, shown) => {
    expect(type(formatCardNumber, '|', typed)).toBe(shown);
  });

  test.each([
    ['42|42 4242', '7', '427|4 2424 2'],
    ['4242| 4242', '7', '4242 7|424 2'],
    ['|4242', '5', '5|424 2'],
    ['55|55 5555 5555 4444', '9', '55|55 5555 5555 4444'], // full: the caret stays, no digit is pushed out
  ])('typing into %s', (before, typed, after) => {
    expect(type(formatCardNumber, before, typed)).toBe(after);
  });

  test.each([
    ['4242 4|', 'Backspace', '4242|'],
    ['4242 |4', 'Backspace', '424|4'], // the space alone cannot be deleted: the digit before it goes
    ['4242| 42', 'Delete', '4242| 2'],
    ['4242 4242 |4242', 'Backspace', '4242 424|4 242'],
    ['42|42', 'Delete', '42|2'],
    ['|4242', 'Backspace', '|4242'],
  ] as const)('%s and %s gives %s', (before, key, after) => {
    expect(press(formatCardNumber, before, key)).toBe(after);
  });

  test.each([
    ['4242424242424242', '4242 4242 4242 4242'],
    [' 4242 4242-4242.4242 \n', '4242 4242 4242 4242'],
    ['4242\u00a04242\u202f4242\u20074242', '4242 4242 4242 4242'], // spaces that do not break
    ['\u200b4242\u200d42\u206042\ufeff4242\u200e4242\u200f', '4242 4242 4242 4242'], // characters of no width
    ['4242\u20134242\u20144242\u22124242', '4242 4242 4242 4242'], // en dash, em dash, minus
    ['4242\t4242\r\n4242\u20284242', '4242 4242 4242 4242'],
    ['4242 4242 4242 4242', '4242 4242 4242 4242'],
    ['55555555555544441', '5555 5555 5555 4444 1'], // pasted digits are judged, not cut
    ['4'.repeat(40), '4444 4444 4444 4444 444'],
    ['no digits', ''],
  ])('pasting %j shows %s', (pasted, shown) => {
    expect(paste(formatCardNumber, pasted)).toBe(shown);
  });

  test('keeps every digit and the caret among them, whatever is typed where', () => {
    const digit = fc.constantFrom(...'0123456789');
    fc.assert(
      fc.property(fc.string({ unit: digit, maxLength: 14 }), fc.nat(), digit, (digits, seed, typed) => {
        const { value } = formatCardNumber({
          before: '',
          value: digits,
          caret: 0,
          inputType: 'insertFromPaste',
        });
        const caret = seed % (value.length + 1);
        const before = digitsOf(value.slice(0, caret));
        const after = place(type(formatCardNumber, `${value.slice(0, caret)}|${value.slice(caret)}`, typed));
        const wanted = before + typed + digits.slice(before.length);
        // Amex is full at 15, Diners may be at 14: then nothing changes.
        if (after.value === value) expect(digits.length).toBeGreaterThanOrEqual(14);
        else {
          expect(digitsOf(after.value)).toBe(wanted);
          expect(digitsOf(after.value.slice(0, after.caret))).toBe(before + typed);
        }
      }),
    );
  });
});

describe('the expiry as it is typed', () => {
  test.each([
    ['1', '1|'],
    ['12', '12/|'],
    ['1228', '12/28|'],
    ['12/28', '12/28|'],
    ['12 / 28', '12/28|'],
    ['1/28', '01/28|'],
    ['5', '05/|'],
    ['528', '05/28|'],
    ['137', '01/37|'], // no month is 13
    ['0', '0|'],
    ['0528', '05/28|'],
    ['122028', '12/28|'], // a four-digit year may be typed out
    ['12/2028', '12/28|'],
    ['12/202', '12/202|'],
    ['12289', '12/28|'], // one digit too many is not taken
    ['12/20285', '12/28|'],
    ['/', '|'],
    ['ab', '|'],
    ['1228', '12/28|'],
    ['12／28', '12/28|'],
  ])('typing %s shows %s', (typed, shown) => {
    expect(type(formatExpiry, '|', typed)).toBe(shown);
  });

  test.each([
    ['12/28', '12/28'],
    ['12/2028', '12/28'],
    ['12 / 2028', '12/28'],
    [' 12 - 28 ', '12/28'],
    ['12.28', '12/28'],
    ['12 28', '12/28'],
    ['1228', '12/28'],
    ['122028', '12/28'],
    ['1/28', '01/28'],
    ['1/2028', '01/28'],
    ['12028', '01/28'],
    ['2028-12', '12/28'], // ISO 8601
    ['202812', '12/28'],
    ['12／2028', '12/28'],
    ['12 / 28', '12/28'],
    ['12\u00a0/\u00a028', '12/28'],
    ['\u200e12/28\u200f', '12/28'],
    ['1\u200b2/2\ufeff028', '12/28'],
    ['12\u201328', '12/28'],
    ['12\t2028\n', '12/28'],
    ['2028/12', '12/28'],
    ['exp. 09/30', '09/30'],
    ['13/28', '13/28'], // stays to be seen, and is called wrong
    ['', ''],
  ])('%j pasted or filled in shows %s', (text, shown) => {
    expect(paste(formatExpiry, text)).toBe(shown);
    // Autofill says no input type.
    expect(paste(formatExpiry, text, '')).toBe(shown);
  });

  test.each([
    ['12/28|', 'Backspace', '12/2|'],
    ['12/2|', 'Backspace', '12|'],
    ['12/|', 'Backspace', '1|'],
    ['1|', 'Backspace', '|'],
    ['12/|28', 'Backspace', '1|/28'],
    ['1|/28', 'Backspace', '|/28'],
    ['|12/28', 'Delete', '|2/28'],
    ['12|/28', 'Delete', '12/|8'],
  ] as const)('%s and %s gives %s', (before, key, after) => {
    expect(press(formatExpiry, before, key)).toBe(after);
  });

  test.each([
    ['|/28', '0', '0|/28'],
    ['0|/28', '9', '09|/28'],
    ['1|/28', '1', '11|/28'],
    ['|2/28', '1', '1|2/28'],
    ['12|/28', '1', '12|/28'], // the month is full
  ])('typing into %s', (before, typed, after) => {
    expect(type(formatExpiry, before, typed)).toBe(after);
  });
});

test.each([
  ['the card number', formatCardNumber, '4242 4242 4242 4242'],
  ['the card number of another grouping', formatCardNumber, '3782 822463 10005'],
  ['the expiry', formatExpiry, '12/28'],
])('Backspace empties %s without a stop', (_name, format, full) => {
  let shown = `${full}|`;
  for (let presses = digitsOf(full).length; presses > 0; presses--) {
    const next = press(format, shown, 'Backspace');
    expect(next).not.toBe(shown);
    shown = next;
  }
  expect(shown).toBe('|');
});
