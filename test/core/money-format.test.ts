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
  'XYZ',
];

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
    [123450, 'USDC', 'en', '1,234.50\u00a0USDC'],
    [123450, 'USDT', 'pt-BR', '1.234,50\u00a0USDT'],
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

  test.each(['', 'A', 'US$', 'toString', '💰💰💰'])('does not fail on the currency %j', (currency) => {
    expect(formatMoney(150, currency, 'en')).toBe(`1.50\u00a0${currency}`);
  });

  test('shows every digit of every safe integer, in every currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...CURRENCIES), (minor, currency) => {
        const shown = formatMoney(minor, currency, 'en').replace(/[^\d.-]/g, '');
        expect(shown).toBe(toDecimalString(minor, currency));
      }),
    );
  });

  test('refuses an amount that is no safe integer', () => {
    expect(() => formatMoney(0.1, 'BRL', 'en')).toThrow(expect.objectContaining({ code: 'amount_invalid' }));
  });
});
