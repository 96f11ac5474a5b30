import { createInstance, type TFunction } from 'i18next';
import { formatMoney } from '../core/money/format-money.js';
import { Subscribable } from '../core/subscribable.js';
import { en } from './locales/en.js';
import type { enMore } from './locales/en-more.js';

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> };

type English = typeof en & typeof enMore;

/** The words of one language: the same keys as English. */
export type Messages = Widened<English>;

/** `time.left_one` and `time.left_other` are asked for as `time.left` with a `count`. */
type Unplural<K extends string> =
  K extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : K;
type KeyOf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${Unplural<K>}` : KeyOf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Every key that has words: a misspelt one does not compile. */
export type MessageKey = KeyOf<English>;
export type MessageValues = Readonly<Record<string, string | number>>;

/** Words and formats of one checkout. */
export interface I18n {
  /** BCP 47, what is shown now. The words are those of its language, money and dates those of its region. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Empty for as long as the words of a later screen are on their way; `subscribe` tells when they are here. */
  t(key: MessageKey, values?: MessageValues): string;
  /** `minor` in the currency's minor unit. */
  money(minor: number, currency: string): string;
  /** Milliseconds since the epoch, in the shopper's own time zone. */
  dateTime(ms: number): string;
  date(ms: number): string;
  /** The first that there are words for wins, English where there is none. Settles when it is shown; never rejects. */
  setLocale(requested: readonly (string | undefined)[]): Promise<void>;
  /** Whether it is a language tag, and there are words for its language. */
  isSupported(tag: string): boolean;
  /** Called after the language changed. */
  subscribe(listener: () => void): () => void;
}

/** How the words of a language come in. English is there, or soon complete; the others come when they are asked for. */
export type LocaleLoaders = Readonly<Record<string, () => Promise<Partial<Messages>>>>;

/**
 * Fetches the English words that the first screen does without. Every instance reads them from the same object, so they
 * are everywhere at once.
 */
export async function loadMoreWords(): Promise<void> {
  const { enMore } = await import('./locales/en-more.js');
  Object.assign(en, enMore);
}

const LOADERS: LocaleLoaders = {
  en: () => Promise.resolve(en),
  'pt-BR': () => import('./locales/pt-BR.js').then((module) => module.ptBR),
  es: () => import('./locales/es.js').then((module) => module.es),
};

const RIGHT_TO_LEFT = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/;

/** Tag as BCP 47 writes it (`pt_br` is `pt-BR`), `undefined` for what is none. */
function canonicalTag(tag: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/**
 * Words in an instance of i18next of our own, so that neither the host page's languages nor its settings meet ours.
 * @param loaders for tests; the shipped languages without it
 */
export function createI18n(loaders: LocaleLoaders = LOADERS): I18n {
  return new CheckoutI18n(loaders);
}

class CheckoutI18n implements I18n {
  locale = 'en';
  readonly #loaders: LocaleLoaders;
  readonly #changes = new Subscribable<undefined>();
  readonly #i18next = createInstance({
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en } },
    // Lit writes text as text; escaping it once more would show `&amp;`.
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: () => {
      this.#loadMore();
      return '';
    },
  });
  #t: TFunction;
  #turn = 0;
  #more: Promise<void> | undefined;

  constructor(loaders: LocaleLoaders) {
    this.#loaders = loaders;
    void this.#i18next.init();
    this.#t = this.#i18next.getFixedT('en');
  }

  get direction(): 'ltr' | 'rtl' {
    return RIGHT_TO_LEFT.test(this.locale) ? 'rtl' : 'ltr';
  }

  t(key: MessageKey, values: MessageValues = {}): string {
    return this.#t(key, values);
  }

  money(minor: number, currency: string): string {
    return formatMoney(minor, currency, this.locale);
  }

  dateTime(ms: number): string {
    return this.#time(ms, { dateStyle: 'medium', timeStyle: 'short' });
  }

  date(ms: number): string {
    return this.#time(ms, { dateStyle: 'long' });
  }

  isSupported(tag: string): boolean {
    return this.#wordsFor(canonicalTag(tag)) !== undefined;
  }

  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener);
  }

  async setLocale(requested: readonly (string | undefined)[]): Promise<void> {
    const turn = ++this.#turn;
    let locale = requested.map(canonicalTag).find((tag) => this.#wordsFor(tag)) ?? 'en';
    let words = this.#wordsFor(locale) ?? 'en';
    if (!this.#i18next.hasResourceBundle(words, 'translation')) {
      try {
        this.#i18next.addResourceBundle(words, 'translation', await this.#loaders[words]?.());
      } catch {
        // The words could not be fetched: English reads better than an error, and the next change asks again.
        locale = words = 'en';
      }
    }
    // A later request may have been answered sooner; the last one asked for is the one to show.
    if (turn !== this.#turn || locale === this.locale) return;
    this.locale = locale;
    this.#t = this.#i18next.getFixedT(words);
    this.#changes.notify(undefined);
  }

  /** Some part that was not fetched by `elements/lazy` asks for words: it is drawn again when they are here. */
  #loadMore(): void {
    this.#more ??= loadMoreWords().then(
      () => {
        this.#changes.notify(undefined);
      },
      () => {
        this.#more = undefined;
      },
    );
  }

  /** The key of the words for a tag: its own, or those of another region of its language. */
  #wordsFor(tag: string | undefined): string | undefined {
    const language = (name: string): string => name.split('-')[0] ?? name;
    const offered = Object.keys(this.#loaders);
    return (
      tag &&
      (offered.find((name) => name === tag) ?? offered.find((name) => language(name) === language(tag)))
    );
  }

  #time(ms: number, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.locale, options).format(ms);
  }
}

let shared: I18n | undefined;

/** The one that elements outside a checkout share, in the page's language. */
export function sharedI18n(): I18n {
  if (!shared) {
    shared = createI18n();
    void shared.setLocale([document.documentElement.lang, ...navigator.languages]);
  }
  return shared;
}
