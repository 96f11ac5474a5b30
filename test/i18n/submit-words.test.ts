import { describe, expect, test } from 'vitest';
import { createI18n } from '../../src/i18n/create-i18n.js';
import { SUBMIT_TYPES, type SubmitType } from '../../src/core/session/session.js';
import { LOCALES } from './words.js';

/**
 * What the words on the button must hold for an order to bind anybody: that it costs. Only the words on the button count,
 * not what stands around it.
 * Where the law names the words, they are the first of the row; others are allowed as far as they say the same.
 * @see Directive 2011/83/EU, article 8(2): "order with obligation to pay", or as clear; CJEU C-249/21 on "complete booking"
 * @see Germany: § 312j(3) BGB; Spain: TRLGDCU, article 98.2; France: Code de la consommation, L221-14; Italy: Codice del consumo,
 *   article 51(2); Netherlands: BW 6:230v(3); Poland: ustawa o prawach konsumenta, article 17(3)-(4)
 */
const ORDER: Readonly<Record<string, RegExp>> = {
  en: /^(pay|buy|.* and pay)\b/i,
  'en-ZW': /^(pay|buy|.* and pay)\b/i,
  'pt-BR': /\bpagar\b/i,
  'pt-PT': /\bpagar\b/i,
  es: /\bpagar\b/i,
  'es-419': /\bpagar\b/i,
  de: /zahlungspflichtig|kostenpflichtig|^jetzt kaufen$/i,
  fr: /obligation de paiement|\bpayer\b/i,
  it: /obbligo di pagare|\bpaga(re)?\b/i,
  nl: /betalingsverplichting|\bbetalen\b/i,
  pl: /obowiązkiem zapłaty|zapłać|zapłata|płacę/i,
  tr: /öde/i,
  sv: /betala|betalningsskyldighet/i,
  da: /betalingspligt|betal/i,
  nb: /betal/i,
  fi: /maksa|maksuvelvollisuu/i,
  cs: /zavazující k platbě|zaplatit/i,
  ro: /obligație de plată|obligaţie de plată|plăte|plătiți/i,
  hu: /fizetési kötelezettség|fizet/i,
  el: /υποχρέωση πληρωμής|πληρωμή|πληρώ/i,
  ru: /оплат/i,
  uk: /оплат|сплат|заплат/i,
  ar: /ادفع|دفع/,
  he: /לתשלום|תשלום|שלם|לשלם/,
  fa: /پرداخت/,
  hi: /भुगतान|चुका/,
  bn: /পরিশোধ|পেমেন্ট|পে করুন/,
  id: /\bbayar/i,
  vi: /thanh toán|trả/i,
  th: /ชำระ|จ่าย/,
  ja: /支払|決済/,
  ko: /결제|지불/,
  'zh-Hans': /支付|付款/,
  'zh-Hant': /付款|支付/,
  sw: /\blip[ae]|ulipe/i,
  sn: /bhadhara/i,
  nd: /bhadal|khokh/i,
  zu: /khokh/i,
  am: /ክፈል|ይክፈሉ|ክፍያ/,
};
/** A gift is no order: the verb says it. */
const GIFT: Readonly<Record<string, RegExp>> = {
  en: /^donate\b/i,
  'en-ZW': /^donate\b/i,
  'pt-BR': /^doar\b/i,
  'pt-PT': /^doar\b/i,
  es: /^donar\b/i,
  'es-419': /^donar\b/i,
  de: /spenden/i,
  fr: /\bdon\b|donner/i,
  it: /\bdona/i,
  nl: /doneer|doneren/i,
  pl: /darowizn|wesprzyj|przekaż|wpłać/i,
  tr: /bağış/i,
  sv: /skänk|donera|gåva|ge /i,
  da: /donér|doner|støt|giv/i,
  nb: /doner|gi /i,
  fi: /lahjoita/i,
  cs: /darovat|přispět/i,
  ro: /don/i,
  hu: /adomány/i,
  el: /δωρεά|δωρί/i,
  ru: /пожертв/i,
  uk: /пожертв|задонат/i,
  ar: /تبرع|تبرّع/,
  he: /תרומה|תרמו|לתרום|תרום/,
  fa: /اهدا|کمک|هدیه/,
  hi: /दान/,
  bn: /দান|অনুদান/,
  id: /donasi/i,
  vi: /quyên góp|ủng hộ|đóng góp/i,
  th: /บริจาค/,
  ja: /寄付|寄附/,
  ko: /기부|후원/,
  'zh-Hans': /捐/,
  'zh-Hant': /捐/,
  sw: /changia|toa/i,
  sn: /pa|rupo|bats/i,
  nd: /nikel|phana|sekel/i,
  zu: /nikel|phana/i,
  am: /ለግስ|ልገሳ|ይለግሱ|መዋጮ/,
};

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
