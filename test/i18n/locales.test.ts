import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { formatMoney } from '../../src/core/money/format-money.js';
import { minorUnitExponent } from '../../src/core/money/exponent.js';
import { createI18n, loadMoreWords } from '../../src/i18n/create-i18n.js';
import {
  localeFiles,
  LOCALES,
  placeholders,
  readFiles,
  readOwnWords,
  readWords,
  REGIONAL,
  RIGHT_TO_LEFT,
} from './words.js';

const ENGLISH = await readWords('en');
/** Read before any test shows them: the product puts later words into the same object. */
const GROUPS = Object.fromEntries(
  Object.entries(await readFiles('en')).map(([name, words]) => [name, Object.keys(words)]),
);
const TRANSLATIONS = LOCALES.filter((locale) => locale !== 'en');

/** What is said of a number, by the name it is filled in by. Only these may have forms of their own for some counts. */
const COUNTED: Readonly<Record<string, string>> = {
  'summary.items': '{{count}}',
  'code.text': '{{digits}}',
  'code.textTo': '{{digits}}',
  'code.dial': '{{digits}}',
  'card.installmentsLost': '{{number}}',
};
/** Codes have so many digits, and prices so many instalments. */
const COUNTS = Array.from({ length: 48 }, (_, index) => index + 1);
const FORM = /_(zero|one|two|few|many|other)$/;

/** Names, and what is written alike in half the world. */
const PROPER = new RegExp(
  [
    '^method\\.(pix|boleto|zimswitch)$',
    '^hint\\.mobile_money$',
    '^fields\\.documents\\.',
    '^fields\\.(documentBr|cpf|cnpj|cep|eircode|commune|colonia|email)$',
    '^transfer\\.row\\.(clabe|cvu|cbu|alias|iban|bic)$',
    '^card\\.frame\\.(cardNumberPlaceholder|expiryPlaceholder)$',
    '^card\\.times$',
    '^summary\\.(times|total|subtotal)$',
    '^split\\.with$',
    '^currency\\.zwg$',
  ].join('|'),
);

/** A word that is the same as in English because the language says it so, by the language. */
const SAME: Readonly<Record<string, RegExp>> = {
  fr: /^(summary\.tax|fields\.(municipalDistrict|province)|code\.label)$/,
  de: /^(fields\.(optional|region|county|bankId)|transfer\.row\.bank|code\.label)$/,
  sv: /^(fields\.(region|bankId)|transfer\.row\.bank)$/,
  da: /^(fields\.(region|bankId)|result\.reference|transfer\.row\.(bank|reference))$/,
  nb: /^(fields\.(region|bankId)|transfer\.row\.bank)$/,
  pl: /^(fields\.(region|bankId)|transfer\.row\.bank)$/,
  cs: /^fields\.region$/,
  ro: /^(method\.card|fields\.municipalDistrict|result\.contact)$/,
  hu: /^(fields\.bankId|transfer\.row\.bank)$/,
  id: /^(method\.mobile_money|fields\.(county|bankId)|transfer\.row\.(bank|routingNumber))$/,
  // What Zimbabwe's banks and shops say in English in every language.
  sn: /^(checkout\.testMode|picker\.rate|method\.(mobile_money|bank_redirect)|summary\.discount|fields\.(state|postalCode|pin|suburb|department|county|prefecture|emirate|zip|postcode)|card\.frame\.expiry|phone\.network|result\.(reference|errorCode)|transfer\.row\.(routingNumber|reference)|code\.label)$/,
  nd: /^(checkout\.testMode|picker\.rate|method\.(mobile_money|bank_redirect)|summary\.discount|fields\.(state|postalCode|pin|suburb|department|region|county|prefecture|emirate|zip|postcode)|card\.frame\.expiry|phone\.network|result\.(reference|errorCode)|transfer\.row\.(routingNumber|reference)|code\.label)$/,
  nl: /^(fields\.(municipalDistrict|postcode|bankId)|transfer\.row\.bank|code\.label)$/,
};

const letters = (text: string): string => text.replaceAll(/\{\{.*?\}\}|[^\p{L}]/gu, '');

test.each(LOCALES)('%s is a tag as BCP 47 writes it', (locale) => {
  expect(Intl.getCanonicalLocales(locale)).toEqual([locale]);
});

test('no file holds words of a language that is not offered', () => {
  const names = localeFiles().map((name) => name.replace(/-(more|action)$/, ''));
  expect([...new Set(names)].sort()).toEqual([...LOCALES].sort());
});

describe.each(TRANSLATIONS)('the words in %s', (locale) => {
  test('have the keys of English, and no other', async () => {
    const own = [...(await readOwnWords(locale)).keys()].filter((key) => !FORM.test(key)).sort();
    if (REGIONAL[locale]) expect(own.filter((key) => !ENGLISH.has(key))).toEqual([]);
    else expect(own).toEqual([...ENGLISH.keys()].sort());
  });

  test('fill in what English fills in', async () => {
    const isFree = (key: string, sign: string): boolean => sign === '{{amount}}' && key.startsWith('pay.');
    const wrong = [...(await readWords(locale))].filter(([name, text]) => {
      const key = name.replace(FORM, '');
      const filled = (from = ''): string =>
        placeholders(from)
          .filter((sign) => !isFree(key, sign))
          .join();
      // "One instalment" needs no figure.
      const isOne =
        /_(one|two|zero)$/.test(name) &&
        filled(text) ===
          placeholders(ENGLISH.get(key))
            .filter((sign) => sign !== COUNTED[key])
            .join();
      return !isOne && filled(text) !== filled(ENGLISH.get(key));
    });
    expect(wrong).toEqual([]);
  });

  test('are texts without markup, without space around them, and none is empty', async () => {
    for (const [key, text] of await readOwnWords(locale)) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      expect(text, key).not.toMatch(/[<>]|&\w+;|\$t\(|\.\.\./);
    }
  });

  test('have all plural forms of the language, or one that fits every count, and only where something is counted', async () => {
    const own = await readOwnWords(locale);
    const forms = [...own.keys()].filter((key) => FORM.test(key));
    expect(forms.filter((key) => !(key.replace(FORM, '') in COUNTED))).toEqual([]);
    const rules = new Intl.PluralRules(locale);
    const needed = new Set(COUNTS.map((count) => rules.select(count)));
    needed.delete('other');
    for (const stem of new Set(forms.map((key) => key.replace(FORM, '')))) {
      // The plain key is said of all other counts.
      expect(own.has(stem), stem).toBe(true);
      for (const form of needed) expect([...own.keys()], stem).toContain(`${stem}_${form}`);
    }
  });

  test('are not English, but for names', async () => {
    const same = [...(await readOwnWords(locale))].filter(
      ([key, text]) =>
        text === ENGLISH.get(key) && letters(text) !== '' && !PROPER.test(key) && !SAME[locale]?.test(key),
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });

  test('are in files of at most 5,000 bytes, and no group of words is in two of them', async () => {
    const files = Object.values(await readFiles(locale));
    for (const words of files)
      expect(gzipSync(JSON.stringify(words), { level: 9 }).length).toBeLessThan(5_000);
    const groups = files.flatMap((words) => Object.keys(words));
    expect(new Set(groups).size).toBe(groups.length);
  });

  test('are in the files that English has them in', async () => {
    for (const [name, words] of Object.entries(await readFiles(locale))) {
      const part = /-(more|action)$/.exec(name)?.[0] ?? '';
      expect(GROUPS[`en${part}`], name).toEqual(expect.arrayContaining(Object.keys(words)));
    }
  });

  test('a region says nothing that its language says as well', async () => {
    const parent = REGIONAL[locale];
    if (!parent) return;
    const words = await readOwnWords(parent);
    const again = [...(await readOwnWords(locale))].filter(([key, text]) => words.get(key) === text);
    expect(again).toEqual([]);
  });

  test('are shown, in the direction of the language', async () => {
    await loadMoreWords();
    const i18n = createI18n();
    expect(await i18n.setLocale([locale])).toEqual([]);
    expect(i18n.locale).toBe(locale);
    expect(i18n.direction).toBe(RIGHT_TO_LEFT.includes(locale) ? 'rtl' : 'ltr');
    for (const [key, text] of await readWords(locale))
      if (!text.includes('{{')) expect(i18n.t(key as never), key).toBe(text);
    for (const count of COUNTS) expect(i18n.t('code.text', { digits: count, count })).not.toBe('');
  });

  test.each([
    ['USD', 123450],
    ['JPY', 1234],
    ['COP', 1234500],
    ['BHD', 1234500],
  ])('write %s with the decimals of our own table', (currency, minor) => {
    const exponent = minorUnitExponent(currency);
    // Whatever the figures of the language look like: ٠١٢, ०१२, 012.
    const figures = formatMoney(minor, currency, locale).match(/\p{Nd}/gu) ?? [];
    expect(figures.length).toBe(String(Math.trunc(minor / 10 ** exponent)).length + exponent);
  });

  test('write a day with its year, in the order of the language', async () => {
    const i18n = createI18n();
    await i18n.setLocale([locale]);
    const noon = new Date(2026, 10, 20, 12, 5).getTime();
    expect(i18n.date(noon)).toBe(new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(noon));
  });
});
