import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressFormat, FORMAT_COUNTRIES } from '../../src/core/address/address-formats.js';
import { COUNTRIES, toAlpha2, toAlpha3 } from '../../src/core/address/countries.js';
import { countryOfCurrency } from '../../src/core/address/country-of-currency.js';
import { statesOf } from '../../src/core/address/states.js';
import {
  formatPostalCode,
  normalizePostalCode,
  validatePostalCode,
} from '../../src/core/validation/postal-code.js';

/**
 * Postal codes once more, as expressions over the code without punctuation, and by hand: what is right and how it is sent, what
 * is wrong. Nothing here is shared with the rows of the product.
 */
const POSTAL: Readonly<
  Record<string, { code: RegExp; sent: Readonly<Record<string, string>>; wrong: readonly string[] }>
> = {
  BR: {
    code: /^\d{8}$/,
    sent: {
      '01310-100': '01310100',
      '01310100': '01310100',
      '01.310-100': '01310100',
      'CEP 01310-100': '01310100',
    },
    wrong: ['0131010', '013101000', '01310-10A'],
  },
  US: {
    code: /^\d{5}(\d{4})?$/,
    sent: { '94103': '94103', '941031234': '94103-1234', '94103 1234': '94103-1234' },
    wrong: ['9410', '941031', 'A4103'],
  },
  GB: {
    code: /^[A-Z]{1,2}(\d{1,2}|\d[A-Z])\d[A-Z]{2}$/,
    sent: {
      sw1a1aa: 'SW1A 1AA',
      'M1 1AE': 'M1 1AE',
      b338th: 'B33 8TH',
      'dn55 1pt': 'DN55 1PT',
      'w1a-0ax': 'W1A 0AX',
    },
    wrong: ['SW1A', '12345', 'SW1A 1A1'],
  },
  IE: {
    code: /^[A-Z]\d[\dA-Z]{5}$/,
    sent: { d02af30: 'D02 AF30', 'D6W XY00': 'D6W XY00' },
    wrong: ['D02', '12345'],
  },
  DE: { code: /^\d{5}$/, sent: { '10115': '10115', 'D-10115': '10115' }, wrong: ['1011', '101155', '1011A'] },
  FR: { code: /^\d{5}$/, sent: { '75 001': '75001', 'F-75001': '75001' }, wrong: ['7500', '2A004'] },
  ES: { code: /^\d{5}$/, sent: { '28013': '28013' }, wrong: ['2801', '280134'] },
  PT: {
    code: /^\d{7}$/,
    sent: { '1100148': '1100-148', '1100 148': '1100-148' },
    wrong: ['1100', '1100-14A'],
  },
  IT: { code: /^\d{5}$/, sent: { '00184': '00184' }, wrong: ['184'] },
  NL: {
    code: /^\d{4}[A-Z]{2}$/,
    sent: { '1012js': '1012 JS', '1012 JS': '1012 JS' },
    wrong: ['1012', '1012 J', 'JS1012'],
  },
  PL: { code: /^\d{5}$/, sent: { '00950': '00-950' }, wrong: ['0095', '00-95A'] },
  CA: {
    code: /^[A-Z]\d[A-Z]\d[A-Z]\d$/,
    sent: { k1a0b1: 'K1A 0B1', 'K1A-0B1': 'K1A 0B1' },
    wrong: ['K1A', '11A 0B1'],
  },
  AU: { code: /^\d{4}$/, sent: { '3000': '3000' }, wrong: ['300', '30000'] },
  NZ: { code: /^\d{4}$/, sent: { '6011': '6011' }, wrong: ['601', '60111'] },
  MX: { code: /^\d{5}$/, sent: { '06000': '06000', 'CP 06000': '06000' }, wrong: ['6000', '060000'] },
  CO: { code: /^\d{6}$/, sent: { '110111': '110111' }, wrong: ['11011'] },
  CL: { code: /^\d{7}$/, sent: { '832-0000': '8320000' }, wrong: ['832000'] },
  AR: {
    code: /^(\d{4}|[A-Z]\d{4}[A-Z]{3})$/,
    sent: { c1425cla: 'C1425CLA', '1425': '1425' },
    wrong: ['142', 'C1425', '1425CLA'],
  },
  PE: { code: /^\d{5}$/, sent: { '15001': '15001' }, wrong: ['1500'] },
  UY: { code: /^\d{5}$/, sent: { '11000': '11000' }, wrong: ['1100'] },
  PY: { code: /^\d{4}(\d{2})?$/, sent: { '1209': '1209', '001001': '001001' }, wrong: ['12', '12345'] },
  ZA: { code: /^\d{4}$/, sent: { '8001': '8001' }, wrong: ['800'] },
  ZM: { code: /^\d{5}$/, sent: { '10101': '10101' }, wrong: ['1010'] },
  MZ: { code: /^\d{4}$/, sent: { '1100': '1100' }, wrong: ['110'] },
  KE: { code: /^\d{5}$/, sent: { '00100': '00100' }, wrong: ['0010'] },
  TZ: { code: /^\d{5}$/, sent: { '11101': '11101' }, wrong: ['1110'] },
  GH: {
    code: /^[A-Z][\dA-Z]\d{7,8}$/,
    sent: { ga1841234: 'GA-184-1234', 'GA-1844-1234': 'GA-1844-1234' },
    wrong: ['GA', '1841234'],
  },
  NG: { code: /^\d{6}$/, sent: { '100001': '100001' }, wrong: ['10000'] },
  SN: { code: /^\d{5}$/, sent: { '12500': '12500' }, wrong: ['1250'] },
  IN: { code: /^\d{6}$/, sent: { '110 001': '110001' }, wrong: ['11000'] },
  JP: { code: /^\d{7}$/, sent: { '1000001': '100-0001', '１００－０００１': '100-0001' }, wrong: ['100'] },
  CN: { code: /^\d{6}$/, sent: { '100000': '100000' }, wrong: ['10000'] },
  SG: { code: /^\d{6}$/, sent: { '018956': '018956' }, wrong: ['18956'] },
  SE: { code: /^\d{5}$/, sent: { '11122': '111 22', 'SE-111 22': '111 22' }, wrong: ['1112'] },
  DK: { code: /^\d{4}$/, sent: { '1050': '1050' }, wrong: ['105'] },
  NO: { code: /^\d{4}$/, sent: { '0150': '0150' }, wrong: ['150'] },
  FI: { code: /^\d{5}$/, sent: { '00100': '00100' }, wrong: ['0010'] },
  CH: { code: /^\d{4}$/, sent: { 'CH-8001': '8001' }, wrong: ['800'] },
  AT: { code: /^\d{4}$/, sent: { '1010': '1010' }, wrong: ['101'] },
  BE: { code: /^\d{4}$/, sent: { 'B-1000': '1000' }, wrong: ['100'] },
  CZ: { code: /^\d{5}$/, sent: { '11000': '110 00' }, wrong: ['1100'] },
  RO: { code: /^\d{6}$/, sent: { '010011': '010011' }, wrong: ['10011'] },
  HU: { code: /^\d{4}$/, sent: { '1051': '1051' }, wrong: ['105'] },
  GR: { code: /^\d{5}$/, sent: { '10557': '105 57' }, wrong: ['1055'] },
  TR: { code: /^\d{5}$/, sent: { '34110': '34110' }, wrong: ['3411'] },
  IL: { code: /^\d{7}$/, sent: { '9414108': '9414108' }, wrong: ['94141'] },
};

/** Where letters have no postal code on them. */
const WITHOUT_POSTAL_CODE = ['ZW', 'BW', 'UG', 'RW', 'CI', 'CM', 'BO', 'HK', 'AE'];

const rules = Object.entries(POSTAL);
const rows = (pick: 'sent' | 'wrong'): readonly (readonly [string, string])[] =>
  rules.flatMap(([country, rule]) =>
    (Array.isArray(rule[pick]) ? rule[pick] : Object.keys(rule[pick])).map(
      (text) => [country, text as string] as const,
    ),
  );

describe('a postal code', () => {
  test.each(rows('sent'))('of %s is taken: %j', (country, text) => {
    expect(validatePostalCode(text, country).isValid).toBe(true);
    expect(normalizePostalCode(text, country)).toBe(POSTAL[country]?.sent[text]);
  });

  test.each(rows('wrong'))('of %s is refused: %j', (country, text) => {
    expect(validatePostalCode(text, country).isValid).toBe(false);
  });

  test.each([
    ['BR', 'SW1A 1AA'],
    ['BR', 'CEP01310-100'],
    ['DE', 'F-75001'],
    ['FR', 'D 10115'],
    ['GB', '01310-100'],
  ])('of another country stays as it was typed in %s, and is refused: %s', (country, text) => {
    expect(normalizePostalCode(text, country)).toBe(text);
    expect(formatPostalCode(text, country)).toBe(text);
    expect(validatePostalCode(text, country).isValid).toBe(false);
  });

  test('outlives a country that was picked by mistake', () => {
    const inBrazil = normalizePostalCode(normalizePostalCode('sw1a1aa', 'GB'), 'BR');
    expect(normalizePostalCode(inBrazil, 'GB')).toBe('SW1A 1AA');
    const inBritain = normalizePostalCode(normalizePostalCode('CEP 01310-100', 'BR'), 'GB');
    expect(normalizePostalCode(inBritain, 'BR')).toBe('01310100');
  });

  test.each([
    ['FR', 'F 75001', '75001'],
    ['FR', 'FR–75001', '75001'],
    ['DE', 'de 10115', '10115'],
    ['BR', 'cep: 01310-100', '01310100'],
    ['MX', 'C.P. 06000', '06000'],
  ])('is read without the word before it in %s: %s', (country, text, sent) => {
    expect(normalizePostalCode(text, country)).toBe(sent);
    expect(validatePostalCode(text, country).isValid).toBe(true);
  });

  test.each(WITHOUT_POSTAL_CODE)('is not asked for in %s', (country) => {
    expect(addressFormat(country).parts.map(({ part }) => part)).not.toContain('postalCode');
  });

  test('of a country without rules may be anything that a code is', () => {
    for (const text of ['LV-1010', '1010', 'AB 12'])
      expect(validatePostalCode(text, 'LV').isValid).toBe(true);
    for (const text of ['!', '1'.repeat(17), '-1'])
      expect(validatePostalCode(text, 'LV').isValid).toBe(false);
  });

  test.each(rules)('of %s is judged as the independent expression judges it', (country, { code }) => {
    const near = fc.stringMatching(/^[\dA-Z]{3,9}$/);
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(code), near), (text) => {
        // A word of letters before a number of digits is a label, `CEP`, or the sign of the country.
        fc.pre(!/^[A-Z]{1,3}\d+$/.test(text) || code.test(text));
        expect(validatePostalCode(text, country).isValid).toBe(code.test(text));
      }),
    );
  });

  test.each(rules)(
    'of %s is the same code with any punctuation, and written once is written for good',
    (country, { code }) => {
      const between = fc.constantFrom('', ' ', '-', '.', ' - ', '\u2013', '\u200b');
      fc.assert(
        fc.property(
          fc.stringMatching(code),
          fc.array(between, { minLength: 9, maxLength: 9 }),
          (text, gaps) => {
            const typed = [...text.toLowerCase()].map((letter, at) => letter + (gaps[at] ?? '')).join('');
            expect(normalizePostalCode(typed, country)).toBe(normalizePostalCode(text, country));
            const shown = formatPostalCode(text, country);
            expect(formatPostalCode(shown, country)).toBe(shown);
            expect(formatPostalCode(normalizePostalCode(shown, country), country)).toBe(shown);
          },
        ),
      );
    },
  );

  test('of any country: no text throws, and what is shown is shown the same again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COUNTRIES), fc.string({ unit: 'binary' }), (country, text) => {
        const shown = formatPostalCode(text, country);
        expect(formatPostalCode(shown, country)).toBe(shown);
        const { isValid, isPotentiallyValid } = validatePostalCode(text, country);
        expect(isPotentiallyValid || !isValid).toBe(true);
      }),
    );
  });

  test.each(rules)('of %s that is only begun is not wrong yet', (country, { code }) => {
    fc.assert(
      fc.property(fc.stringMatching(code), fc.nat(9), (text, length) => {
        expect(validatePostalCode(text.slice(0, length), country).isPotentiallyValid).toBe(true);
      }),
    );
  });
});

describe('the format of a country', () => {
  test.each(FORMAT_COUNTRIES)(
    '%s has a street, an example that is right, and is known in the tests',
    (country) => {
      const { parts, example, postalForms } = addressFormat(country);
      const names = parts.map(({ part }) => part);
      expect(names).toContain('line1');
      expect(new Set(names).size).toBe(names.length);
      expect(names.includes('postalCode')).toBe(postalForms.length > 0);
      expect(Object.hasOwn(POSTAL, country)).toBe(postalForms.length > 0);
      if (example) {
        expect(validatePostalCode(example, country).isValid).toBe(true);
        expect(formatPostalCode(example, country)).toBe(example);
      }
    },
  );

  test.each([
    ['BR', 'postalCode line1 number complement? district city state', 'cep'],
    ['US', 'line1 complement? city state postalCode', 'zip'],
    ['GB', 'line1 complement? city postalCode', 'postcode'],
    ['IE', 'line1 complement? city state? postalCode?', 'eircode'],
    ['DE', 'line1 complement? postalCode city', 'postalCode'],
    ['JP', 'postalCode state city line1 complement?', 'prefecture'],
    ['CO', 'line1 complement? city state postalCode?', 'department'],
    ['IN', 'line1 complement? city state postalCode', 'pin'],
    ['ZW', 'line1 complement? city', 'town'],
    ['HK', 'line1 complement? city', 'town'],
    ['SG', 'line1 complement? postalCode', 'postalCode'],
    ['AE', 'line1 complement? city? state', 'emirate'],
    ['LV', 'line1 complement? city state? postalCode?', 'state'],
    ['', 'line1 complement? city state? postalCode?', 'state'],
    ['__proto__', 'line1 complement? city state? postalCode?', 'state'],
    ['.*', 'line1 complement? city state? postalCode?', 'state'],
  ])('%s is asked as %s, with the word %s', (country, asked, word) => {
    const { parts } = addressFormat(country);
    expect(parts.map(({ part, isOptional }) => part + (isOptional ? '?' : '')).join(' ')).toBe(asked);
    expect(parts.map((part) => part.word)).toContain(word);
  });

  test.each([
    ['BR', 27, 'SP'],
    ['US', 54, 'DC'], // the armed forces' three among them
    ['CA', 13, 'ON'],
    ['AU', 8, 'NSW'],
    ['MX', 32, 'CMX'],
    ['ZW', 0, undefined],
    ['constructor', 0, undefined],
  ])('%s has %d states to choose from', (country, count, code) => {
    const states = statesOf(country);
    expect(states).toHaveLength(count);
    expect(new Set(states.map(({ value }) => value)).size).toBe(count);
    expect(states.every(({ label }) => /^\p{Lu}/u.test(label))).toBe(true);
    if (code !== undefined) expect(states.map(({ value }) => value)).toContain(code);
  });
});

describe('a country', () => {
  test('of the 249 has one code of each kind, and they lead to one another', () => {
    expect(COUNTRIES).toHaveLength(249);
    expect(new Set(COUNTRIES).size).toBe(249);
    expect(new Set(COUNTRIES.map(toAlpha3)).size).toBe(249);
    for (const code of COUNTRIES) {
      expect(toAlpha3(code)).toMatch(/^[A-Z]{3}$/);
      expect(toAlpha2(toAlpha3(code))).toBe(code);
      expect(toAlpha2(code.toLowerCase())).toBe(code);
      expect(new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)).toBeTruthy();
    }
    for (const code of FORMAT_COUNTRIES) expect(COUNTRIES).toContain(code);
  });

  // Those whose three letters do not begin with their two are where a table goes wrong.
  test.each([
    ['AE', 'ARE'],
    ['AT', 'AUT'],
    ['CL', 'CHL'],
    ['CN', 'CHN'],
    ['DK', 'DNK'],
    ['IE', 'IRL'],
    ['JP', 'JPN'],
    ['MX', 'MEX'],
    ['MZ', 'MOZ'],
    ['PL', 'POL'],
    ['PT', 'PRT'],
    ['PY', 'PRY'],
    ['SE', 'SWE'],
    ['SN', 'SEN'],
    ['TR', 'TUR'],
    ['UY', 'URY'],
    ['ZA', 'ZAF'],
    ['ZW', 'ZWE'],
    ['BR', 'BRA'],
    ['CO', 'COL'],
  ])('%s is %s', (two, three) => {
    expect(toAlpha3(two)).toBe(three);
    expect(toAlpha2(three)).toBe(two);
  });

  test.each(['', 'ZZ', 'ZZZ', 'B', 'BRAZ', 'constructor'])('is not %j', (text) => {
    expect(toAlpha2(text)).toBeUndefined();
    expect(toAlpha3(text)).toBeUndefined();
  });

  test.each([
    ['BRL', 'BR'],
    ['COP', 'CO'],
    ['ZWG', 'ZW'],
    ['USD', undefined],
    ['EUR', undefined],
    ['XOF', undefined],
    ['USDT', undefined],
    ['', undefined],
  ])('is told by the currency %j: %s', (currency, country) => {
    expect(countryOfCurrency(currency)).toBe(country);
  });
});
