import { describe, expect, test } from 'vitest';
import { createI18n, loadMoreWords, type LocaleLoaders, type Messages } from '../../src/i18n/create-i18n.js';
import { en } from '../../src/i18n/locales/en.js';
import { enMore } from '../../src/i18n/locales/en-more.js';
import { es } from '../../src/i18n/locales/es.js';
import { ptBR } from '../../src/i18n/locales/pt-BR.js';
import { FAILURE_CODES } from '../../src/core/session/session.js';
import { METHOD_TYPES } from '../../src/core/payment-methods/index.js';

type Tree = { readonly [key: string]: string | Tree };

/** `pay.pay` → `Pay {{amount}}`, for every word of a language. */
const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );

const ENGLISH = new Map(flatten({ ...en, ...enMore }));
const TRANSLATIONS = [
  ['pt-BR', ptBR],
  ['es', es],
] as const;

const placeholders = (text: string): string[] => [...text.matchAll(/\{\{.*?\}\}/g)].map(String).sort();

describe.each(TRANSLATIONS)('the words in %s', (_locale, messages: Messages) => {
  const words = new Map(flatten(messages));

  test('have the keys of English, and no other', () => {
    expect([...words.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
  });

  test.each([...ENGLISH])('fill in for %s what English fills in', (key, text) => {
    const isFree = (sign: string): boolean => sign === '{{amount}}' && key.startsWith('pay.');
    const filled = (from = ''): string[] => placeholders(from).filter((sign) => !isFree(sign));
    expect(filled(words.get(key))).toEqual(filled(text));
    expect(words.get(key)?.trim()).not.toBe('');
  });
});

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
    [['pt-PT'], 'pt-PT', 'Pagar R$ 1'],
    [['es-MX'], 'es-MX', 'Pagar R$ 1'],
    [['es-419'], 'es-419', 'Pagar R$ 1'],
    [['en-ZW'], 'en-ZW', 'Pay R$ 1'],
    [['pt_br'], 'pt-BR', 'Pagar R$ 1'],
    [['PT-br'], 'pt-BR', 'Pagar R$ 1'],
    // Valid, but without words: the next one is asked.
    [['de-DE', 'es'], 'es', 'Pagar R$ 1'],
    [['de-DE'], 'en', 'Pay R$ 1'],
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
    ['en', true],
    ['pt-PT', true],
    ['es-AR', true],
    ['de', false],
    ['not a tag', false],
    ['', false],
  ])('%j is supported: %s', (tag, supported) => {
    expect(createI18n().isSupported(tag)).toBe(supported);
  });
});

describe('a language that comes late or not at all', () => {
  const later = (): { loaders: LocaleLoaders; arrive: (tag: string, words: Messages) => void } => {
    const waiting = new Map<string, (words: Messages) => void>();
    const wait = (tag: string) => async () =>
      new Promise<Messages>((resolve) => {
        waiting.set(tag, resolve);
      });
    return {
      loaders: { en: async () => Promise.resolve(en), 'pt-BR': wait('pt-BR'), es: wait('es') },
      arrive: (tag, words) => waiting.get(tag)?.(words),
    };
  };

  test('is not shown before its words are here', async () => {
    const { loaders, arrive } = later();
    const i18n = createI18n(loaders);
    const shown = i18n.setLocale(['es']);
    expect([i18n.locale, i18n.t('summary.total')]).toEqual(['en', 'Total']);
    arrive('es', es);
    await shown;
    expect([i18n.locale, i18n.t('summary.shipping')]).toEqual(['es', 'Envío']);
  });

  test('does not overtake one that was asked for after it', async () => {
    const { loaders, arrive } = later();
    const i18n = createI18n(loaders);
    const first = i18n.setLocale(['es']);
    const second = i18n.setLocale(['pt-BR']);
    arrive('pt-BR', ptBR);
    await second;
    arrive('es', es);
    await first;
    expect(i18n.locale).toBe('pt-BR');
  });

  test('leaves English where its file cannot be had, and is asked for again', async () => {
    let tries = 0;
    const i18n = createI18n({
      en: async () => Promise.resolve(en),
      es: async () =>
        ++tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(es),
    });
    await i18n.setLocale(['es']);
    expect([i18n.locale, i18n.t('summary.shipping')]).toEqual(['en', 'Shipping']);
    await i18n.setLocale(['es']);
    expect([i18n.locale, i18n.t('summary.shipping')]).toEqual(['es', 'Envío']);
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
    expect(i18n.dateTime(noon)).toContain('12:05');
  });
});
