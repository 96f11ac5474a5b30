import { expect, test } from 'vitest';
import { createI18n, loadMoreWords } from '../../src/i18n/create-i18n.js';
import { LOCALES, readWords } from './words.js';

// A date ends with a full stop of its own in Hungarian, Russian and Ukrainian.
test.each(LOCALES)('a sentence that ends with a date ends once, in %s', async (locale) => {
  await loadMoreWords();
  const i18n = createI18n();
  await i18n.setLocale([locale]);
  const date = i18n.date(new Date(2026, 10, 20, 12).getTime());
  expect(i18n.t('transfer.until', { date })).not.toContain('..');
});

// In India itself it is called by no other name.
test.each(LOCALES.filter((locale) => !['hi', 'bn'].includes(locale)))(
  'the post code of India is not taken for the secret number of a card, in %s',
  async (locale) => {
    expect((await readWords(locale)).get('fields.pin')).toMatch(/[(（]PIN[)）]$/);
  },
);

// Any other domain may be somebody's.
test.each(LOCALES)('the address that shows how one looks is nobody’s, in %s', async (locale) => {
  expect((await readWords(locale)).get('error.email')).toMatch(/\w@example\.com\b/);
});

test.each(['pl', 'cs'])('no line of a button ends with a word of one letter, in %s', async (locale) => {
  const words = await readWords(locale);
  for (const key of ['pay.pay', 'pay.book', 'checkout.cancel'])
    expect(words.get(key), key).not.toMatch(/(^| )\p{L} /u);
});
