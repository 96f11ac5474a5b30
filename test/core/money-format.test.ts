import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDecimalString } from '../../src/core/money/to-decimal-string.js';
import { formatMoney } from '../../src/core/money/format-money.js';

const CURRENCIES = [
  'BRL',
  'USD',
  'ZWG',
  'CLP',
  'COP',
  'HUF',
  'IDR',
  'KWD',
  'CLF',
  'UYW',
  'JPY',
  'USDC',
  'USDT',
  'XYZ',
];

/** The number a text shows, in the figures of its locale: all decimals are there, so that its digits are the minor units. */
function readBack(shown: string, locale: string): number {
  const figures = [...new Intl.NumberFormat(locale, { useGrouping: false }).format(9876543210)].reverse();
  const digits = [...shown].map((sign) => figures.indexOf(sign)).filter((digit) => digit >= 0);
  const minor = Number(digits.join(''));
  return /[-\u2212]/.test(shown) ? -minor : minor;
}

describe('formatMoney', () => {
  test.each([
    [123450, 'BRL', 'pt-BR', 'R$\u00a01.234,50'],
    [123450, 'BRL', 'en', 'R$1,234.50'],
    [123450, 'USD', 'en-US', '$1,234.50'],
    [123450, 'ZWG', 'en-ZW', 'ZWG\u00a01,234.50'],
    [1234, 'CLP', 'es-CL', '$1.234'],
    [123450, 'COP', 'es-CO', '$\u00a01.234,50'],
    [123450, 'HUF', 'en', 'HUF\u00a01,234.50'],
    [1999, 'BHD', 'en', 'BHD\u00a01.999'],
    [12345, 'CLF', 'en', 'CLF\u00a01.2345'],
    [0, 'BRL', 'en', 'R$0.00'],
    [-500, 'BRL', 'en', '-R$5.00'],
    [123450, 'USDC', 'en', 'USDC\u00a01,234.50'],
    [-500, 'USDT', 'en', '-USDT\u00a05.00'],
    [123450, 'USDT', 'pt-BR', 'USDT\u00a01.234,50'],
    [123450, 'BRL', 'ar', '\u200f1,234.50\u00a0\u2066R$\u2069'], // else read as $R
    [123450, 'BRL', 'he', '\u200f1,234.50\u00a0\u200f\u2066R$\u2069'],
    [Number.MAX_SAFE_INTEGER, 'BRL', 'en', 'R$90,071,992,547,409.91'], // a float would end in .90 or .92
  ])('writes %d %s in %s as %s', (minor, currency, locale, text) => {
    expect(formatMoney(minor, currency, locale)).toBe(text);
  });

  test.each([
    ['pt_BR', 'R$\u00a01.234,50'], // as servers write it
    ['', 'R$1,234.50'],
    ['not a locale', 'R$1,234.50'],
    ['x', 'R$1,234.50'],
    ['💥', 'R$1,234.50'],
  ])('does not fail on the locale %j', (locale, text) => {
    expect(formatMoney(123450, 'BRL', locale)).toBe(text);
  });

  test.each(['', 'A', 'US$', '$&', 'toString', '💰💰💰'])('does not fail on the currency %j', (currency) => {
    expect(formatMoney(150, currency, 'en')).toBe(`${currency}\u00a01.50`);
  });

  test('shows every digit of every safe integer, in every currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...CURRENCIES), (minor, currency) => {
        const shown = formatMoney(minor, currency, 'en').replace(/[^\d.-]/g, '');
        expect(shown).toBe(toDecimalString(minor, currency));
      }),
    );
  });

  // Digits, groups, decimals and the side of the symbol; `C` stands for a code without a symbol of its own.
  const PLACES = [
    ['pt-BR', 'R$\u00a01.234.567,89', 'JP¥\u00a0123.456.789', 'KWD\u00a0123.456,789', 'C\u00a01.234.567,89'],
    ['es', '1.234.567,89\u00a0BRL', '123.456.789\u00a0JPY', '123.456,789\u00a0KWD', '1.234.567,89\u00a0C'],
    ['en', 'R$1,234,567.89', '¥123,456,789', 'KWD\u00a0123,456.789', 'C\u00a01,234,567.89'],
    ['de', '1.234.567,89\u00a0R$', '123.456.789\u00a0¥', '123.456,789\u00a0KWD', '1.234.567,89\u00a0C'],
    [
      'ar',
      '\u200f1,234,567.89\u00a0\u2066R$\u2069',
      '\u200f123,456,789\u00a0\u2066JP¥\u2069',
      '\u200f123,456.789\u00a0د.ك.\u200f',
      '\u200f1,234,567.89\u00a0C',
    ],
    ['hi', 'R$12,34,567.89', 'JP¥12,34,56,789', 'KWD\u00a01,23,456.789', 'C\u00a012,34,567.89'],
    ['ja', 'R$1,234,567.89', '￥123,456,789', 'KWD\u00a0123,456.789', 'C\u00a01,234,567.89'],
    [
      'fa',
      '\u200eR$۱٬۲۳۴٬۵۶۷٫۸۹',
      '\u200e¥۱۲۳٬۴۵۶٬۷۸۹',
      '\u200eKWD\u00a0۱۲۳٬۴۵۶٫۷۸۹',
      '\u200eC\u00a0۱٬۲۳۴٬۵۶۷٫۸۹',
    ],
  ] as const;
  const PLAIN = ['COP', 'HUF', 'IDR', 'ZWG', 'USDC', 'USDT'];

  test.each(PLACES)('in %s it is %s, %s, %s and %s', (locale, reais, yen, dinars, plain) => {
    expect(formatMoney(123456789, 'BRL', locale)).toBe(reais);
    expect(formatMoney(123456789, 'JPY', locale)).toBe(yen);
    expect(formatMoney(123456789, 'KWD', locale)).toBe(dinars);
    // Two decimals, whatever the engine thinks of their cents.
    for (const currency of PLAIN)
      expect(formatMoney(123456789, currency, locale)).toBe(plain.replace('C', currency));
  });

  test('in every locale the digits are those of the minor units, and the sign is theirs', () => {
    const locale = fc.constantFrom(...PLACES.map(([tag]) => tag), 'ar-EG', 'bn', 'de-CH', 'fr', 'my', 'sv');
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...CURRENCIES), locale, (minor, currency, tag) => {
        const shown = formatMoney(minor, currency, tag);
        expect(readBack(shown, tag)).toBe(minor);
        expect(shown).not.toMatch(/XTS/);
      }),
    );
  });

  test('refuses an amount that is no safe integer', () => {
    expect(() => formatMoney(0.1, 'BRL', 'en')).toThrow(expect.objectContaining({ code: 'amount_invalid' }));
  });
});
