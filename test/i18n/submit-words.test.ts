import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createI18n } from '../../src/i18n/create-i18n.js';
import { SUBMIT_TYPES, type SubmitType } from '../../src/core/session/session.js';

/**
 * What the words on the button must hold for an order to bind anybody: that it costs. Only the words on the button count,
 * not what stands around it.
 * @see Directive 2011/83/EU, article 8(2); CJEU C-249/21 on "complete booking"; Spain: TRLGDCU, article 98.2; Germany: § 312j BGB
 */
const ORDER: Readonly<Record<string, RegExp>> = {
  en: /^(pay|buy|.* and pay)\b/i,
  'pt-BR': /\bpagar\b/i,
  es: /\bpagar\b/i,
  de: /zahlungspflichtig|kostenpflichtig|^jetzt kaufen$/i,
  fr: /obligation de paiement|\bpayer\b/i,
  it: /obbligo di pagare|\bpaga\b/i,
};
/** A gift is no order: the verb says it. */
const GIFT: Readonly<Record<string, RegExp>> = {
  en: /^donate\b/i,
  'pt-BR': /^doar\b/i,
  es: /^donar\b/i,
  de: /spenden/i,
  fr: /\bdon\b|donner/i,
  it: /\bdona/i,
};

const LOCALES = readdirSync(path.join(import.meta.dirname, '../../src/i18n/locales'))
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => name !== 'en-more');

const CASES = LOCALES.flatMap((locale) =>
  SUBMIT_TYPES.map((submitType): [string, SubmitType] => [locale, submitType]),
);

describe('the button that binds the shopper', () => {
  test.each(CASES)('says so in %s, to %s', async (locale, submitType) => {
    const i18n = createI18n();
    await i18n.setLocale([locale]);
    expect(i18n.locale).toBe(locale);
    const law = (submitType === 'donate' ? GIFT : ORDER)[locale];
    // A new language comes with a line of its own in the tables above.
    expect(law).toBeDefined();
    expect(i18n.t(`pay.${submitType}`, { amount: '1 €' })).toMatch(law ?? /./);
  });

  test.each(CASES)('has what is paid on it or right below it in %s, to %s', async (locale, submitType) => {
    const i18n = createI18n();
    await i18n.setLocale([locale]);
    const values = { amount: '12 €', merchant: 'Shop', method: 'Card' };
    const isOn = i18n.t(`pay.${submitType}`, values).includes('12 €');
    const isBelow = (['pay.to', 'pay.toBy'] as const).map((key) => i18n.t(key, values).includes('12 €'));
    expect(isBelow).toEqual([!isOn, !isOn]);
  });

  test.each(LOCALES)(
    'and the headline, the screen of success: no two of them the same in %s',
    async (locale) => {
      const i18n = createI18n();
      await i18n.setLocale([locale]);
      const heads = SUBMIT_TYPES.map((submitType) => i18n.t(`summary.${submitType}`));
      expect(new Set(heads).size).toBe(SUBMIT_TYPES.length);
    },
  );
});
