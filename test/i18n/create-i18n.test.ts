import { describe, expect, test, vi } from 'vitest';
import { createI18n, loadMoreWords } from '../../src/i18n/create-i18n.js';
import { createLanguages, fallbacksOf } from '../../src/i18n/languages.js';
import { es } from '../../src/i18n/locales/es.js';
import { ptBR } from '../../src/i18n/locales/pt-BR.js';
import { FAILURE_CODES } from '../../src/core/session/session.js';
import { METHOD_TYPES } from '../../src/core/payment-methods/index.js';
import { readWords } from './words.js';

const ENGLISH = await readWords('en');

test.each(FAILURE_CODES)('a try that failed with %s is told in words of its own', (code) => {
  expect(ENGLISH.get(`failure.${code}`)).toMatch(/\.$/);
});

test.each(METHOD_TYPES)('the method %s has a name and a hint', (type) => {
  expect(ENGLISH.get(`method.${type}`)).toBeTruthy();
  expect(ENGLISH.get(`hint.${type}`)).toBeTruthy();
});

describe('which language is shown', () => {
  test.each([
    [['pt-BR'], 'pt-BR', 'Pagar R$ 1'],
    // Another region of a language there are words for keeps its own tag, for money and dates.
    [['pt-AO'], 'pt-AO', 'Pagar R$ 1'],
    [['es-MX'], 'es-MX', 'Pagar R$ 1'],
    [['es-419'], 'es-419', 'Pagar R$ 1'],
    [['en-ZW'], 'en-ZW', 'Pay R$ 1'],
    [['pt_br'], 'pt-BR', 'Pagar R$ 1'],
    [['PT-br'], 'pt-BR', 'Pagar R$ 1'],
    // Valid, but without words: the next one is asked.
    [['eu-ES', 'es'], 'es', 'Pagar R$ 1'],
    [['eu-ES'], 'en', 'Pay R$ 1'],
    [['auto', undefined, '', '../../etc', 'es'], 'es', 'Pagar R$ 1'],
    [[], 'en', 'Pay R$ 1'],
  ])('%j is shown as %s', async (requested, locale, words) => {
    const i18n = createI18n();
    await i18n.setLocale(requested);
    expect(i18n.locale).toBe(locale);
    expect(i18n.t('pay.pay', { amount: 'R$ 1' })).toBe(words);
    expect(i18n.direction).toBe('ltr');
  });

  test.each([
    ['pt-AO', ['pt-PT', 'pt-BR']],
    ['pt', ['pt-BR']],
    ['es-AR', ['es-419', 'es']],
    ['es-419', ['es-419', 'es']],
    ['es-ES', ['es']],
    ['es', ['es']],
    ['zh', ['zh-Hans']],
    ['zh-TW', ['zh-Hant']],
    ['zh-HK', ['zh-Hant']],
    ['zh-SG', ['zh-Hans']],
    ['zh-Hans-TW', ['zh-Hans']],
    ['no', ['nb']],
    ['nn-NO', ['nb']],
    ['en-ZW', ['en-ZW', 'en']],
    ['en-GB', ['en']],
    // Written as they once were.
    ['iw', ['he']],
    ['in-ID', ['id']],
    ['fr-CA', ['fr']],
  ])('words for %s are looked for in %j', (tag, chain) => {
    expect(fallbacksOf(Intl.getCanonicalLocales(tag)[0] ?? '')).toEqual(chain);
  });

  test.each([
    ['en', true],
    ['en-ZW', true],
    ['pt-PT', true],
    ['es-AR', true],
    ['eu', false],
    ['not a tag', false],
  ])('%j is no fault of the merchant: %s', async (tag, supported) => {
    const faults = await createI18n().setLocale([tag, 'es']);
    expect(faults.map(([code]) => code)).toEqual(supported ? [] : ['unknown_locale']);
  });

  test('a locale that nobody asked for is nobody’s fault', async () => {
    expect(await createI18n().setLocale([undefined, 'eu', 'es'])).toEqual([]);
  });
});

describe('a language that comes late or not at all', () => {
  const later = () => {
    const waiting = new Map<string, (words: object) => void>();
    const languages = createLanguages(
      async (name) =>
        new Promise<object>((resolve) => {
          // What is fetched later is not what these tests wait for.
          if (/-(more|action)$/.test(name)) resolve({});
          else waiting.set(name, resolve);
        }),
    );
    return {
      i18n: createI18n(async () => Promise.resolve(languages)),
      arrive: async (tag: string, words: object) => {
        await vi.waitUntil(() => waiting.has(tag));
        waiting.get(tag)?.(words);
      },
    };
  };

  test('is not shown before its words are here', async () => {
    const { i18n, arrive } = later();
    const shown = i18n.setLocale(['es']);
    expect([i18n.locale, i18n.t('summary.total')]).toEqual(['en', 'Total']);
    await arrive('es', es);
    await shown;
    expect([i18n.locale, i18n.t('summary.shipping')]).toEqual(['es', 'Envío']);
  });

  test('does not overtake one that was asked for after it', async () => {
    const { i18n, arrive } = later();
    const first = i18n.setLocale(['es']);
    const second = i18n.setLocale(['pt-BR']);
    await arrive('pt-BR', ptBR);
    await second;
    await arrive('es', es);
    await first;
    expect(i18n.locale).toBe('pt-BR');
  });

  test('leaves English where its file cannot be had, and is asked for again', async () => {
    let tries = 0;
    const languages = createLanguages(async () =>
      ++tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(es),
    );
    const i18n = createI18n(async () => Promise.resolve(languages));
    await i18n.setLocale(['es']);
    expect([i18n.locale, i18n.t('summary.shipping')]).toEqual(['en', 'Shipping']);
    expect(i18n.lacksWords).toBe(true);
    await i18n.setLocale(['es']);
    expect([i18n.locale, i18n.t('summary.shipping')]).toEqual(['es', 'Envío']);
    expect(i18n.lacksWords).toBe(false);
  });

  test('leaves English where nothing of any language can be had', async () => {
    const i18n = createI18n(async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await i18n.setLocale(['es'])).toEqual([]);
    expect([i18n.locale, i18n.t('summary.shipping')]).toEqual(['en', 'Shipping']);
    expect(i18n.lacksWords).toBe(true);
    await i18n.setLocale(['en']);
    expect(i18n.lacksWords).toBe(false);
  });

  test('tells once that it has changed, and not when nothing did', async () => {
    const i18n = createI18n();
    let changes = 0;
    const stop = i18n.subscribe(() => changes++);
    await i18n.setLocale(['es']);
    await i18n.setLocale(['es']);
    expect(changes).toBe(1);
    stop();
    await i18n.setLocale(['en']);
    expect(changes).toBe(1);
  });
});

describe('texts', () => {
  test('show what is filled in as it is: no escapes, no nested keys', () => {
    const merchant = 'Tom & Jerry’s <b> $t(pay.busy) {{amount}}';
    expect(createI18n().t('pay.to', { merchant })).toBe(`To ${merchant}`);
  });

  test('keep what is filled in apart where a sentence runs from right to left', async () => {
    const i18n = createI18n();
    await i18n.setLocale(['he']);
    expect(i18n.t('pay.to', { merchant: 'Tom 2', amount: '1 €' })).toContain('\u2068Tom 2\u2069');
  });

  test('that are not here yet are empty, and come by themselves', async () => {
    const i18n = createI18n();
    const arrived = new Promise<void>((resolve) => {
      i18n.subscribe(resolve);
    });
    // Asked for by a part that was not fetched together with its words.
    expect(i18n.t('result.succeeded.title')).toBe('');
    await arrived;
    expect(i18n.t('result.succeeded.title')).toBe('Payment received');
  });

  test('of every later screen are there once they were fetched', async () => {
    await loadMoreWords();
    const i18n = createI18n();
    for (const key of ENGLISH.keys()) expect(i18n.t(key as never), key).not.toBe('');
  });

  test.each([
    [1, 'Jeden kod'],
    [3, '3 kody'],
    [5, '5 kodów'],
  ])('of %i take the form the language has for it', async (count, text) => {
    const code = { text_one: 'Jeden kod', text_few: '{{digits}} kody', text: '{{digits}} kodów' };
    const languages = createLanguages(async (name) => Promise.resolve(name === 'pl' ? { code } : {}));
    const i18n = createI18n(async () => Promise.resolve(languages));
    await i18n.setLocale(['pl']);
    expect(i18n.t('code.text', { digits: count, count })).toBe(
      i18n.locale === 'pl' ? text : i18n.t('code.text', { digits: count }),
    );
  });

  test('have no word for a key that does not exist, and say so by being empty', () => {
    expect(createI18n().t('failure.no_such_code' as never)).toBe('');
  });
});

describe('money and time', () => {
  test.each([
    ['pt-BR', 'BRL', 123450, 'R$ 1.234,50'],
    ['en', 'BRL', 123450, 'R$1,234.50'],
    ['en-ZW', 'USD', 5000, 'US$50.00'],
    ['es-CL', 'CLP', 19990, '$19.990'],
    ['en-GB', 'USD', 5000, 'US$50.00'],
  ])('in %s, %s is written as its region writes it', async (locale, currency, minor, text) => {
    const i18n = createI18n();
    await i18n.setLocale([locale]);
    expect(i18n.money(minor, currency).replaceAll('\u00a0', ' ')).toBe(text);
  });

  test('dates follow the region too', async () => {
    const i18n = createI18n();
    await i18n.setLocale(['pt-BR']);
    const noon = new Date(2026, 10, 20, 12, 5).getTime();
    expect(i18n.date(noon)).toBe('20 de novembro de 2026');
  });
});

describe('a merchant’s own words', () => {
  const own = {
    es: { pay: { busy: 'Un momento…' }, checkout: { shop: 'el café' } },
    'es-AR': { checkout: { shop: 'el bar' } },
    en: { checkout: { shop: 'the café' }, pay: { to: 'For {{merchant}}' } },
  };

  test('stand in the place of ours, the nearest first', async () => {
    const i18n = createI18n();
    expect(await i18n.setLocale(['es-AR'], own)).toEqual([]);
    expect(i18n.t('checkout.shop')).toBe('el bar');
    expect(i18n.t('pay.busy')).toBe('Un momento…');
    expect(i18n.t('summary.shipping')).toBe('Envío');
    // English ones of the merchant’s do not come before our Spanish ones.
    expect(i18n.t('pay.to', { merchant: 'Sol' })).toBe('A Sol');
  });

  test('are shown in English too, for every region of it', async () => {
    const i18n = createI18n();
    expect(await i18n.setLocale(['en-GB'], own)).toEqual([]);
    expect(i18n.t('pay.to', { merchant: 'Sol' })).toBe('For Sol');
    expect(i18n.t('checkout.cancel', { merchant: 'Sol' })).toBe('Cancel and return to Sol');
  });

  test('change while they are shown, and go', async () => {
    const i18n = createI18n();
    await i18n.setLocale(['es'], own);
    await i18n.setLocale(['es'], { es: { checkout: { shop: 'la panadería' } } });
    expect(i18n.t('checkout.shop')).toBe('la panadería');
    expect(i18n.t('pay.busy')).toBe('Procesando…');
    await i18n.setLocale(['es']);
    expect(i18n.t('checkout.shop')).toBe('la tienda');
  });

  test('are gone where others have been set that have none of this language', async () => {
    const i18n = createI18n();
    await i18n.setLocale(['es'], own);
    await i18n.setLocale(['es'], { de: { checkout: { shop: 'das Café' } } });
    expect(i18n.t('checkout.shop')).toBe('la tienda');
  });

  test.each([
    ['pt-BR', 'pt-BR'],
    ['pt-AO', 'pt-PT'],
  ])('may be given for a language as a whole, here for %s', async (locale, nearer) => {
    const i18n = createI18n();
    const words = { pt: { checkout: { shop: 'o café' } } };
    expect(await i18n.setLocale([locale], words)).toEqual([]);
    expect(i18n.t('checkout.shop')).toBe('o café');
    await i18n.setLocale([locale], { ...words, [nearer]: { checkout: { shop: 'o bar' } } });
    expect(i18n.t('checkout.shop')).toBe('o bar');
  });

  test('that cannot even be read leave the language as it is, and say so', async () => {
    const i18n = createI18n();
    const unreadable = {
      get es(): never {
        throw new Error('not yours');
      },
    };
    const [fault] = await i18n.setLocale(['es'], unreadable);
    expect(fault?.[0]).toBe('invalid_messages');
    expect(i18n.locale).toBe('es');
    expect(i18n.t('checkout.shop')).toBe('la tienda');
  });

  test('of one checkout are none of another’s', async () => {
    const [one, other] = [createI18n(), createI18n()];
    await one.setLocale(['es'], own);
    await other.setLocale(['es']);
    expect(other.t('checkout.shop')).toBe('la tienda');
  });

  test.each([
    ['no object', 7, /^Not all of messages is shown: messages is no object/],
    ['a list', [], /messages is no object/],
    ['null', null, /messages is no object/],
    ['no language', { checkout: { shop: 'x' } }, /checkout is no language tag/],
    ['a tag that is written otherwise', { es_AR: {} }, /es_AR is no language tag/],
    ['a group that is a text', { es: { checkout: 'x' } }, /es\.checkout is no group of words/],
    ['a number', { es: { checkout: { shop: 7 } } }, /es\.checkout\.shop is no text/],
    ['a template', { es: { checkout: { shop: { strings: ['x'] } } } }, /es\.checkout\.shop is no text/],
    ['nothing', { es: { checkout: { shop: ' ' } } }, /es\.checkout\.shop is empty/],
    ['a novel', { es: { checkout: { shop: 'x'.repeat(1_001) } } }, /longer than 1000/],
    [
      'longer than the card frame shows',
      { es: { card: { frame: { cardNumber: 'x'.repeat(301) } } } },
      /cardNumber is longer than 300/,
    ],
    [
      'an unknown key',
      { es: { checkout: { shopp: 'x' } } },
      /es\.checkout\.shopp is no word of the checkout/,
    ],
    ['an unknown group', { es: { chekout: { shop: 'x' } } }, /es\.chekout is no word of the checkout/],
    ['a button without the amount', { es: { pay: { pay: 'Comprar' } } }, /must hold \{\{amount\}\}/],
    ['a sign nobody fills in', { es: { checkout: { shop: '{{merchant}}' } } }, /must hold nothing/],
    ['what every object has', { es: { toString: 'x' } }, /es\.toString is no word/],
  ])('that are %s are told to the merchant and not shown', async (_name, words, fault) => {
    const i18n = createI18n();
    const [[code, message] = ['', '']] = await i18n.setLocale(['es'], words);
    expect(code).toBe('invalid_messages');
    expect(message).toMatch(fault);
    expect(i18n.locale).toBe('es');
    expect(i18n.t('checkout.shop')).toBe('la tienda');
    expect(i18n.t('pay.pay', { amount: '1 €' })).toBe('Pagar 1 €');
  });

  test('that are right are shown beside others that are wrong', async () => {
    const i18n = createI18n();
    const faults = await i18n.setLocale(['es'], { es: { checkout: { shop: 'el café', label: 7 } } });
    expect(faults).toHaveLength(1);
    expect(i18n.t('checkout.shop')).toBe('el café');
    expect(i18n.t('checkout.label')).toBe('Pago');
  });

  test('may be any word of any screen', async () => {
    const i18n = createI18n();
    const text = 'Escríbenos: {{merchant}}';
    expect(await i18n.setLocale(['es'], { es: { result: { contact: text } } })).toEqual([]);
    expect(i18n.t('result.contact', { merchant: 'Sol' })).toBe('Escríbenos: Sol');
  });
});

describe('later words that cannot be had', () => {
  test('are English, in a language whose first words are here, until they are asked for again', async () => {
    await loadMoreWords();
    let fails = true;
    const languages = createLanguages(async (name) => {
      if (name === 'es') return Promise.resolve(es);
      if (fails) return Promise.reject(new TypeError('Failed to fetch'));
      return Promise.resolve(name === 'es-more' ? { currency: { label: 'Moneda' } } : {});
    });
    const i18n = createI18n(async () => Promise.resolve(languages));
    await i18n.setLocale(['es']);
    expect([i18n.locale, i18n.t('summary.shipping'), i18n.t('currency.label')]).toEqual([
      'es',
      'Envío',
      'Currency',
    ]);
    fails = false;
    await languages.fetchMore(['more']);
    expect(i18n.t('currency.label')).toBe('Moneda');
  });
});
