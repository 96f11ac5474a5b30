import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeContactPhone, validateContactPhone } from '../../src/core/validation/contact-phone.js';
import { guessNetwork, normalizePhone } from '../../src/core/validation/mobile-money.js';
import { MOBILE_MONEY_COUNTRIES } from '../../src/core/validation/mobile-networks.js';
import { normalizePhoneBr, validatePhoneBr } from '../../src/core/validation/phone-br.js';

/** Every start of a text, the empty one and the whole included. */
const starts = (text: string): string[] =>
  Array.from({ length: text.length + 1 }, (_, end) => text.slice(0, end));

describe('normalizePhone', () => {
  const forms = { national: '771234567', local: '0771234567', e164: '+263771234567' };
  const writings = [
    '+263 77 123 4567',
    '+263 (0)77 123-4567',
    '0771234567',
    '077 123 4567',
    '771234567',
    '263771234567',
    '2630771234567',
    '00263771234567',
    '(077) 123.4567',
    '077–123–4567',
    '０７７１２３４５６７',
    '＋２６３７７１２３４５６７',
    '\u202a+263771234567\u202c', // as pasted from a phone book
    '+263\u00a077\u00a01234567',
  ];

  test.each(writings)('reads %j', (text) => {
    expect(normalizePhone(text)).toEqual(forms);
  });

  test.each([
    '',
    '77123456',
    '7712345678',
    '07712345678',
    '+771234567',
    '+27771234567', // South Africa
    '0242123456', // a landline of Harare
    '0771234S67',
    '0771234567+',
    '+00263771234567',
    '++263771234567',
    '0771234567 ext 2',
  ])('refuses %j', (text) => {
    expect(normalizePhone(text)).toBeUndefined();
  });

  test.each(['XX', '', 'constructor'])('knows no number of the country %j', (country) => {
    expect(normalizePhone('x', country)).toBeUndefined();
    expect(normalizePhone('0771234567', country)).toBeUndefined();
    expect(guessNetwork('0771234567', country)).toBeUndefined();
  });

  test.each(Object.entries(MOBILE_MONEY_COUNTRIES))(
    'brings every writing of a number of %s to the same forms, and these back to themselves',
    (country, { callingCode, trunk, nationalLength, mobileStarts }) => {
      const national = fc
        .constantFrom(...mobileStarts)
        .chain((start) => fc.stringMatching(new RegExp(`^${start}\\d{${nationalLength - start.length}}$`)));
      const prefix = fc.constantFrom(
        '',
        trunk,
        callingCode,
        `+${callingCode}`,
        `00${callingCode}`,
        `+${callingCode}${trunk}`,
      );
      const separators = fc.array(fc.constantFrom('', ' ', '-', '.', '(', ')'), {
        minLength: 25,
        maxLength: 25,
      });
      fc.assert(
        fc.property(national, prefix, separators, (digits, start, between) => {
          const text = [...(start + digits)].map((character, i) => character + between[i]).join('');
          const expected = { national: digits, local: trunk + digits, e164: `+${callingCode}${digits}` };
          expect(normalizePhone(text, country)).toEqual(expected);
          for (const form of Object.values(expected)) expect(normalizePhone(form, country)).toEqual(expected);
        }),
      );
    },
  );
});

describe('guessNetwork', () => {
  test.each([
    ['0771111111', 'ecocash'],
    ['0781111111', 'ecocash'],
    ['78', 'ecocash'],
    ['263781111111', 'ecocash'], // the forms a well-known plugin takes for unknown
    ['+263771111111', 'ecocash'],
    ['077', 'ecocash'],
    ['0711111111', 'onemoney'],
    ['+263 71', 'onemoney'],
    ['0731111111', 'telecash'],
    ['0721111111', undefined],
    ['07', undefined],
    ['263', undefined],
    ['', undefined],
    ['07711111111', undefined], // too long to be a number of anybody
    ['+2777', undefined],
    ['abc', undefined],
  ])('takes %j for %s', (text, network) => {
    expect(guessNetwork(text)).toBe(network);
  });

  test.each(Object.entries(MOBILE_MONEY_COUNTRIES))(
    'gives no prefix of %s to two networks',
    (_, { networks }) => {
      const prefixes = networks.flatMap((network) => network.prefixes);
      const clashes = prefixes.filter((one, i) =>
        prefixes.some((other, j) => i !== j && other.startsWith(one)),
      );
      expect(clashes).toEqual([]);
    },
  );
});

describe('normalizePhoneBr', () => {
  test.each([
    ['(11) 98765-4321', '+5511987654321'],
    ['11987654321', '+5511987654321'],
    ['011 98765-4321', '+5511987654321'],
    ['+55 11 98765-4321', '+5511987654321'],
    ['+55 (0)11 98765-4321', '+5511987654321'],
    ['0055 11 98765 4321', '+5511987654321'],
    ['5511987654321', '+5511987654321'],
    ['1133334444', '+551133334444'],
    ['551133334444', '+551133334444'],
    ['55999991234', '+5555999991234'], // area code 55, no country code
    ['5555999991234', '+5555999991234'],
    ['+5555999991234', '+5555999991234'],
    ['5532334444', '+555532334444'],
    ['１１９８７６５４３２１', '+5511987654321'],
  ])('reads %j', (text, phone) => {
    expect(normalizePhoneBr(text)).toBe(phone);
    for (const start of starts(text)) expect(validatePhoneBr(start).isPotentiallyValid).toBe(true);
    expect(validatePhoneBr(text).isValid).toBe(true);
  });

  test.each([
    '',
    '98765-4321',
    '20987654321', // no such area code
    '1187654321', // a mobile number without its ninth digit
    '11333344445',
    '119876543210',
    '+1 212 555 0100',
    '+5511',
    '1198765432a',
  ])('refuses %j', (text) => {
    expect(normalizePhoneBr(text)).toBeUndefined();
    expect(validatePhoneBr(text).isValid).toBe(false);
  });

  test.each(['20', '111', '119876543210', '+1', 'a', '1198765432a'])(
    'calls %j wrong while it is typed',
    (text) => {
      expect(validatePhoneBr(text).isPotentiallyValid).toBe(false);
    },
  );

  test('leaves its own answers as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(?:\+55|0)?[1-9]{2}9?\d{8}$/), (text) => {
        const phone = normalizePhoneBr(text);
        fc.pre(phone !== undefined);
        expect(normalizePhoneBr(phone ?? '')).toBe(phone);
      }),
    );
  });
});

describe('normalizeContactPhone', () => {
  test.each([
    ['(11) 98765-4321', 'BR', '+5511987654321'],
    ['+55 11 98765-4321', 'BR', '+5511987654321'],
    ['+1 212 555 0100', 'BR', '+12125550100'], // a visitor's
    ['001 212 555 0100', 'US', '+12125550100'],
    ['9 8765 4321', 'CL', '987654321'],
    ['+56 9 8765 4321', undefined, '+56987654321'],
    ['98765', 'CL', undefined],
    ['98765-4321', 'BR', undefined],
    ['+0123456789', undefined, undefined],
    ['1234567890123456', undefined, undefined],
    ['call me', undefined, undefined],
  ])('reads %j of %s as %s', (text, country, phone) => {
    expect(normalizeContactPhone(text, country)).toBe(phone);
    expect(validateContactPhone(text, country).isValid).toBe(phone !== undefined);
    if (phone)
      for (const start of starts(text))
        expect(validateContactPhone(start, country).isPotentiallyValid).toBe(true);
  });

  test.each([
    ['20', 'BR'],
    ['x', 'CL'],
    ['+0', undefined],
    ['1234567890123456', undefined],
  ])('calls %j of %s wrong while it is typed', (text, country) => {
    expect(validateContactPhone(text, country).isPotentiallyValid).toBe(false);
  });
});
