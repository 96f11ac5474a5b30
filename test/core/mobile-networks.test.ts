import { describe, expect, test } from 'vitest';
import { guessNetwork, normalizePhone } from '../../src/core/validation/mobile-money.js';
import { countriesOfNetworks, MOBILE_MONEY_COUNTRIES } from '../../src/core/validation/mobile-networks.js';
import { networkName } from '../../src/elements/method-words.js';
import { exampleNumber, formatMobileNumber, keptNumber } from '../../src/elements/mobile-number.js';

describe('the numbers of a country', () => {
  // The ways to write one number, and the network it most likely belongs to.
  test.each([
    ['ZW', '+263771234567', ['+263 77 123 4567', '077 123 4567', '771234567', '263771234567'], 'ecocash'],
    ['ZW', '+263711234567', ['+263 (0)71 123 4567', '0711234567'], 'onemoney'],
    ['ZW', '+263731234567', ['073 123 4567'], 'telecash'],
    ['KE', '+254712345678', ['+254 712 345678', '0712 345 678', '712345678', '254712345678'], 'mpesa'],
    ['KE', '+254110123456', ['0110 123 456', '110123456'], 'mpesa'], // not every mobile number there begins with 7
    ['KE', '+254733123456', ['0733-123-456'], 'airtel'],
    ['TZ', '+255741234567', ['+255 741 234 567', '0741234567'], 'mpesa'],
    ['TZ', '+255651234567', ['0651 234 567'], 'tigo'],
    ['TZ', '+255681234567', ['00255681234567'], 'airtel'],
    ['GH', '+233244123456', ['+233 24 412 3456', '0244123456', '244123456', '233244123456'], 'mtn'],
    // Nine digits that begin like the country's own code are a whole number, and no code with the rest missing.
    ['GH', '+233233123456', ['0233123456', '233123456', '233233123456'], undefined],
    ['GH', '+233200123456', ['020 012 3456'], undefined], // of another network: taken all the same
    ['UG', '+256772123456', ['0772123456', '256772123456'], 'mtn'],
    ['UG', '+256701123456', ['0701 123 456'], 'airtel'],
    ['RW', '+250788123456', ['0788 123 456', '788123456'], 'mtn'],
    ['RW', '+250731123456', ['+250 731 123 456'], 'airtel'],
    ['ZM', '+260961234567', ['096 123 4567', '260961234567'], 'mtn'],
    ['ZM', '+260771234567', ['0771234567'], 'airtel'],
    ['MW', '+265991234567', ['0991 234 567', '991234567'], 'airtel'],
    ['CI', '+2250701234567', ['07 01 23 45 67', '+225 07 01 23 45 67', '2250701234567'], 'orange'],
    ['CI', '+2250501234567', ['0501234567'], 'mtn'],
    ['CI', '+2250101234567', ['01 01 23 45 67'], undefined],
    ['SN', '+221771234567', ['77 123 45 67', '+221 77 123 45 67', '221771234567'], 'orange'],
    ['SN', '+221761234567', ['76 123 45 67'], undefined],
    ['CM', '+237671234567', ['6 71 23 45 67', '237671234567'], 'mtn'],
    ['CM', '+237655123456', ['655 12 34 56'], 'orange'],
    ['ML', '+22370123456', ['70 12 34 56', '+223 70 12 34 56'], 'orange'],
  ] as const)('%s: %s is read from %j, of the network %s', (country, e164, writings, network) => {
    for (const text of [e164, ...writings]) {
      expect(normalizePhone(text, country)?.e164).toBe(e164);
      expect(guessNetwork(text, country)).toBe(network);
    }
  });

  test.each([
    ['CI', '701234567'], // the numbers of before 2021: the 0 is part of today's
    ['CI', '+225701234567'],
    ['CI', '2721234567'], // a landline
    ['SN', '0771234567'], // nothing is dialled before a number there
    ['KE', '0201234567'],
    ['ML', '20212345'],
    ['ZW', '+254712345678'],
  ])('%s: %s is none of them', (country, text) => {
    expect(normalizePhone(text, country)).toBeUndefined();
  });

  test.each(Object.entries(MOBILE_MONEY_COUNTRIES))(
    '%s: the example is one, and is shown as itself',
    (country, plan) => {
      const read = normalizePhone(plan.example, country);
      expect(read?.local).toBe(plan.example.replaceAll(' ', ''));
      for (const form of Object.values(read ?? {}))
        expect(formatMobileNumber(form, [country])).toBe(plan.example);
    },
  );

  test.each(Object.entries(MOBILE_MONEY_COUNTRIES))(
    '%s: no prefix belongs to two networks',
    (_, { networks, mobileStarts }) => {
      const prefixes = networks.flatMap((network) => network.prefixes);
      for (const prefix of prefixes) {
        expect(prefixes.filter((other) => other.startsWith(prefix))).toEqual([prefix]);
        expect(mobileStarts.some((start) => prefix.startsWith(start))).toBe(true);
      }
    },
  );

  test('every network has a name that shoppers know, and no other word is made one', () => {
    const ids = Object.values(MOBILE_MONEY_COUNTRIES).flatMap(({ networks }) => networks.map(({ id }) => id));
    for (const id of ids) expect(networkName(id)).not.toBe(id);
    for (const word of ['constructor', '__proto__', 'halopesa', '']) expect(networkName(word)).toBe(word);
  });
});

describe('the country of a session', () => {
  test.each([
    [['ecocash', 'onemoney'], 'USD', ['ZW']],
    [['innbucks'], 'USD', ['ZW']],
    [['mpesa', 'airtel'], 'KES', ['KE']],
    [['mpesa', 'tigo'], 'USD', ['TZ']], // where both are at home
    [['mpesa'], 'TZS', ['TZ']],
    [['mpesa', 'halopesa'], 'TZS', ['TZ']], // with a network nobody knows here
    [['mtn', 'airtel'], 'RWF', ['RW']],
    [['mtn'], 'GHS', ['GH']],
    [['orange', 'wave'], 'XOF', ['CI', 'SN']],
    [['orange'], 'XAF', ['CM']],
    [['mpesa'], 'USD', ['KE', 'TZ']], // a currency of neither
    [['new'], 'KES', ['KE']], // nothing but the currency tells
    [['new'], 'USD', ['ZW']],
  ])('follows from %j in %s: %j', (networks, currency, countries) => {
    expect(countriesOfNetworks(networks, currency)).toEqual(countries);
  });

  test('may be any where nothing tells, and the names of an object’s members tell nothing', () => {
    expect(countriesOfNetworks(['constructor', '__proto__'])).toEqual(Object.keys(MOBILE_MONEY_COUNTRIES));
    expect(exampleNumber([])).toBe('');
  });
});

describe('what is kept of a number', () => {
  test.each([
    ['the local form, in one country', '+263 77 123 4567', ['ZW'], '0771234567'],
    [
      'the international form, where one country of several reads it',
      '77 123 45 67',
      ['CI', 'SN'],
      '+221771234567',
    ],
    ['the same, as it was typed with its code', '+255 741 234 567', ['KE', 'TZ'], '+255741234567'],
    // Which of the two is for the API to tell: a code of ours could ask a stranger abroad.
    ['the local form, where several read it', '741234567', ['KE', 'TZ'], '0741234567'],
    ['the text, where none does', '0771', ['ZW'], '0771'],
    ['nothing of nothing', '', ['ZW'], ''],
  ])('is %s', (_what, typed, countries, kept) => {
    expect(keptNumber(typed, countries)).toBe(kept);
    expect(keptNumber(kept, countries)).toBe(kept);
  });

  test('is shown in the groups of its country', () => {
    expect(formatMobileNumber('+221771234567', ['CI', 'SN'])).toBe('77 123 45 67');
    expect(formatMobileNumber('+26377***4567', ['ZW'])).toBe('+26377***4567');
  });
});
