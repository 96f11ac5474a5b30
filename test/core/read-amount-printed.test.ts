import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { minorUnitExponent } from '../../src/core/money/exponent.js';
import { formatMoney } from '../../src/core/money/format-money.js';
import { readAmount } from '../../src/core/money/read-amount.js';
import { toDecimalString } from '../../src/core/money/to-decimal-string.js';

const seed = Number(process.env['SEED'] ?? 20_261_126);

/** Every language there is a file for, and some of their countries that write amounts in another way. */
const LOCALES = [
  ...readdirSync(new URL('../../src/i18n/locales', import.meta.url))
    .map((name) => name.replace('.ts', ''))
    .filter((name) => !/-(more|action)$/.test(name)),
  ...['en-IN', 'bn-IN', 'hi-IN', 'ar-EG', 'fa-AF', 'de-AT', 'de-CH', 'es-MX', 'fr-CA', 'hi-u-nu-deva', 'my'],
];
/** Without decimals, with two and with three. */
const CURRENCIES = [
  ...['JPY', 'CLP', 'XOF', 'KRW'],
  ...['BRL', 'USD', 'EUR', 'INR', 'BDT', 'IRR', 'EGP', 'ILS', 'ETB', 'PEN', 'ZWG', 'USDC'],
  ...['KWD', 'BHD', 'TND'],
];

const amounts = fc.oneof(
  fc.integer({ min: 1, max: 9999 }),
  fc.integer({ min: 10_000, max: 99_999_999 }),
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  fc.integer({ min: 1, max: 9_999_999 }).map((whole) => whole * 1000),
);

describe('an amount as it is printed', () => {
  test('has the languages of the checkout', () => {
    expect(LOCALES.length).toBeGreaterThan(45);
  });

  test.each(LOCALES)('is read back to the last minor unit in %s', (locale) => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CURRENCIES), (minor, currency) => {
        const exponent = minorUnitExponent(currency);
        const printed = formatMoney(minor, currency, locale);
        expect(readAmount(printed, exponent, locale, currency), printed).toEqual({ minor });
        const figures = new Intl.NumberFormat(locale, { minimumFractionDigits: exponent }).format(
          toDecimalString(minor, currency) as `${number}`,
        );
        expect(readAmount(figures, exponent, locale, currency), figures).toEqual({ minor });
      }),
      { seed, numRuns: 200 },
    );
  });

  test.each([
    ['۱۲٫۵۰', 'fa', 1250],
    ['۱۲٫۵۰', 'en', 1250], // a keyboard of another language than the page's
    ['۱۲٫۵۰', 'pt-BR', 1250],
    ['١٬٢٣٤٫٥٠', 'ar', 123_450],
    ['١٬٢٣٤', 'ar-EG', 123_400],
    ['١٬٢٣٤', 'de', 123_400], // never anything but thousands
    ['12.5', 'fa', 1250],
    ['1,234.50', 'ar-EG', 123_450],
    ['১,২৩,৪৫৬.৭৮', 'bn', 12_345_678],
    ['1,23,456', 'hi', 12_345_600],
    ['₹ 1,23,456.00', 'hi', 12_345_600],
    ['1,23,45,678.9', 'en-IN', 1_234_567_890],
    ['123,456.00', 'hi', 12_345_600], // as people write for foreigners
    ['1,234', 'hi', 123_400],
    ['1,23', 'hi', 123],
  ])('%j in %s is %i minor units', (typed, locale, minor) => {
    expect(readAmount(typed, 2, locale, 'INR')).toEqual({ minor });
  });

  test.each([
    ['1,23,456', 'en', 'unreadable'], // written so in India only
    ['1,23,456', 'pt-BR', 'unreadable'],
    ['1.23.456', 'hi', 'unreadable'],
    ['1.23.456', 'de', 'unreadable'],
    ['1,23,45', 'hi', 'unreadable'],
    ['1,2,345', 'hi', 'unreadable'],
    ['123,45,678', 'hi', 'unreadable'],
    ['0,12,345', 'hi', 'unreadable'],
    ['1,23,456,7', 'hi', 'unreadable'],
    ['1,23,456,', 'hi', 'unreadable'],
    ['1 23 456', 'hi', 'unreadable'],
    ['1.234', 'hi', 'ambiguous'],
    ['१.२३४', 'hi', 'ambiguous'],
    ['۱٫۲۳۴', 'fa', 'ambiguous'],
    ['1,23,456.789', 'hi', 'decimals'],
    ['۱٬۵۰', 'fa', 'unreadable'],
    ['۱٫۵۰٫۲', 'fa', 'unreadable'],
    ['۱٬۲۳۴,۵۰۰', 'fa', 'unreadable'],
    ['1\u200b2', 'en', 'unreadable'], // whatever stands between them, they are two figures
    ['١²', 'ar', 'unreadable'],
  ])('%j in %s is %s', (typed, locale, fault) => {
    expect(readAmount(typed, 2, locale, 'INR')).toEqual({ fault });
  });
});
