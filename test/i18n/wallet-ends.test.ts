import { beforeAll, describe, expect, test } from 'vitest';
import { failureText } from '../../src/elements/session-words.js';
import { createI18n, loadMoreWords } from '../../src/i18n/create-i18n.js';
import { LOCALES } from './words.js';

/** How a payment by wallet ends without success, and what the shopper can do next. */
const ENDS = [
  ['canceled_by_payer', /cancelled on the phone.* Try again or pay another way/],
  ['wrong_pin', /PIN was not right.* try again/],
  ['insufficient_funds', /not enough money in this wallet.* Top it up.* use another number/],
  ['limit_exceeded', /above your limit.* Pay another way/],
  ['payer_not_found', /no account with that network.* Check the number/],
  ['provider_unavailable', /network is not answering.* Try again later or pay another way/],
  ['payment_timeout', /not approved in time.* phone at hand and try again/],
  ['authentication_failed', /code was not right.* you get a new code/],
  ['processing_error', /could not be processed.* try again/],
  ['declined', /not approved.* Try again or pay another way/],
] as const;

beforeAll(async () => loadMoreWords());

describe('a payment by wallet that ended', () => {
  test.each(ENDS)('with %s says so, that nothing was charged, and what to do next', (code, words) => {
    const text = failureText({ code, retryable: true }, createI18n(), 'mobile_money');
    expect(text).toMatch(words);
    expect(text).toContain('You have not been charged');
  });

  test.each(LOCALES)('is told apart from every other end, in %s', async (locale) => {
    const i18n = createI18n();
    await i18n.setLocale([locale]);
    const texts = ENDS.map(([code]) => failureText({ code, retryable: true }, i18n, 'mobile_money'));
    expect(new Set(texts).size).toBe(ENDS.length);
    // What happened, what became of the money, and the next step.
    for (const text of texts)
      expect(text.split(/[.!:] |[。।።]|(?<=[\u0e00-\u0e7f]) /).length).toBeGreaterThanOrEqual(3);
  });

  test('speaks of no bank and no card', () => {
    for (const [code] of ENDS)
      expect(failureText({ code, retryable: true }, createI18n(), 'mobile_money')).not.toMatch(
        /\b(bank|card)\b/i,
      );
  });
});
