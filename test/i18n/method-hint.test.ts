import { expect, test } from 'vitest';
import { methodHint } from '../../src/elements/method-words.js';
import { createI18n } from '../../src/i18n/create-i18n.js';
import { aMethod } from '../support/fixtures.js';
import { LOCALES } from './words.js';

test.each(LOCALES)(
  'the networks of mobile money are listed without a word of another language in %s',
  async (locale) => {
    const i18n = createI18n();
    await i18n.setLocale([locale]);
    const hint = methodHint(aMethod('mobile_money', { networks: ['ecocash', 'onemoney'] }), i18n);
    expect(hint).toMatch(/EcoCash.*OneMoney/);
    expect(hint.includes(' or ')).toBe(locale.startsWith('en'));
    expect(i18n.list(['1', '2']).includes(' and ')).toBe(locale.startsWith('en'));
  },
);
