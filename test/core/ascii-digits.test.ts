import { describe, expect, test } from 'vitest';
import { asciiDigits } from '../../src/core/ascii-digits.js';
import { normalizeContactPhone } from '../../src/core/validation/contact-phone.js';
import { validateCpf } from '../../src/core/validation/cpf.js';
import { normalizeDocument, validateDocument } from '../../src/core/validation/document.js';
import { mobileFault, normalizePhone } from '../../src/core/validation/mobile-money.js';
import { DOCUMENT_RULES, normalizeNationalDocument } from '../../src/core/validation/national-document.js';
import { normalizeOneTimeCode, validateOneTimeCode } from '../../src/core/validation/one-time-code.js';
import {
  formatPostalCode,
  normalizePostalCode,
  validatePostalCode,
} from '../../src/core/validation/postal-code.js';
import { keptNumber } from '../../src/elements/mobile-number.js';

/** Every decimal digit there is: Unicode gives each script ten of them in a row, and promises to go on so. */
const DIGITS = Array.from({ length: 0x11_0000 }, (_, codePoint) => codePoint)
  .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
  .map((codePoint) => String.fromCodePoint(codePoint))
  .filter((character) => /\p{Nd}/u.test(character));
const SCRIPTS = Array.from({ length: DIGITS.length / 10 }, (_, row) => DIGITS.slice(row * 10, row * 10 + 10));

/** The same figures as each script writes them. */
const inEachScript = (text: string): readonly string[] =>
  SCRIPTS.map((digits) => text.replace(/\d/g, (digit) => digits[Number(digit)] ?? ''));

describe('a digit of any script', () => {
  test('is the ASCII digit of its value', () => {
    expect(DIGITS.length).toBeGreaterThan(600);
    expect(DIGITS.length % 10).toBe(0);
    expect(asciiDigits(DIGITS.join(''))).toBe('0123456789'.repeat(DIGITS.length / 10));
  });

  test.each([
    ['٠١٢٣٤٥٦٧٨٩'], // Arabic
    ['۰۱۲۳۴۵۶۷۸۹'], // Persian
    ['০১২৩৪৫৬৭৮৯'], // Bengali
    ['०१२३४५६७८९'], // Hindi
    ['๐๑๒๓๔๕๖๗๘๙'], // Thai
    ['០១២៣៤៥៦៧៨៩'], // Khmer
    ['０１２３４５６７８９'], // full width
    ['𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙'], // Adlam, two units each
    ['𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡'], // the second of five rows that touch one another
  ])('%s is 0123456789', (digits) => {
    expect(asciiDigits(digits)).toBe('0123456789');
  });

  test('is found among anything else, which stays', () => {
    expect(asciiDigits('a٣-۳ ৩.३²½Ⅻ\ud83d\ude00\ud83d')).toBe('a3-3 3.3²½Ⅻ\ud83d\ude00\ud83d');
    expect(asciiDigits('')).toBe('');
  });
});

describe('figures that are typed in the digits of any script', () => {
  test('are a one-time code', () => {
    for (const typed of inEachScript('123 456')) {
      expect(validateOneTimeCode(typed, 6).isValid, typed).toBe(true);
      expect(normalizeOneTimeCode(typed)).toBe('123456');
    }
  });

  test('are a mobile number, also where its country is not sure', () => {
    for (const typed of inEachScript('077 123 4567')) {
      expect(mobileFault(typed, ['ZW']), typed).toBeUndefined();
      expect(normalizePhone(typed)?.e164).toBe('+263771234567');
    }
    expect(keptNumber('٠١٢', ['ZW', 'KE'])).toBe('012');
  });

  test('are a phone number', () => {
    for (const typed of inEachScript('+55 (11) 98765-4321'))
      expect(normalizeContactPhone(typed, 'BR'), typed).toBe('+5511987654321');
    for (const typed of inEachScript('0098 21 1234 5678'))
      expect(normalizeContactPhone(typed), typed).toBe('+982112345678');
  });

  test('are a CPF, a CNPJ and the documents of other countries', () => {
    for (const typed of inEachScript('529.982.247-25')) {
      expect(validateCpf(typed).isValid, typed).toBe(true);
      expect(normalizeDocument(typed)).toBe('52998224725');
    }
    for (const typed of inEachScript('11.222.333/0001-81'))
      expect(validateDocument(typed).isValid).toBe(true);
    for (const { pattern, example } of DOCUMENT_RULES.values())
      for (const typed of inEachScript(example))
        expect(normalizeNationalDocument(typed), typed).toMatch(pattern);
  });

  test('are a postal code, of a country whose codes are known and of one whose are not', () => {
    for (const typed of inEachScript('01310-100')) expect(normalizePostalCode(typed), typed).toBe('01310100');
    for (const typed of inEachScript('400001')) expect(formatPostalCode(typed, 'IN'), typed).toBe('400001');
    for (const typed of inEachScript('12345')) {
      expect(validatePostalCode(typed, 'AQ').isValid, typed).toBe(true);
      expect(normalizePostalCode(typed, 'AQ')).toBe('12345');
    }
  });
});
