import { createInstance } from 'i18next';
import { formatMoney } from '../core/money/format-money.js';
import { Subscribable } from '../core/subscribable.js';
import type { Languages, Shown, WordPart } from './languages.js';
import type { enAction } from './locales/en-action.js';
import { en } from './locales/en.js';
import type { enMore } from './locales/en-more.js';

type Form = 'zero' | 'one' | 'two' | 'few' | 'many';
type TextKey<T> = { [K in keyof T & string]: T[K] extends string ? K : never }[keyof T & string];
/**
 * The keys of English. What is said of a count may have forms of its own beside the word itself, which then stands for all
 * other counts: `text_one`, `text_few`, as far as the language has them.
 */
type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> } & {
  readonly [K in TextKey<T> as `${K}_${Form}`]?: string;
};
type Partly<T> = { readonly [K in keyof T]?: T[K] extends string | undefined ? T[K] : Partly<T[K]> };

/** The words of the first screen in one language. */
export type FirstMessages = Widened<typeof en>;
/** The words of forms, and of all that comes after them. */
export type MoreMessages = Widened<typeof enMore>;
export type ActionMessages = Widened<typeof enAction>;
/** All words of one language: the same keys as English. */
export type Messages = FirstMessages & MoreMessages & ActionMessages;
/** Some of them: what a region, or a merchant, says in another way. */
export type SomeMessages = Partly<Messages>;
/** A merchant's own words, by language tag: `{ es: { checkout: { shop: 'Café Sol' } } }`. */
export type OwnMessages = Readonly<Record<string, SomeMessages>>;

type KeyOf<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : KeyOf<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** Every key that has words: a misspelt one does not compile. */
export type MessageKey = KeyOf<typeof en & typeof enMore & typeof enAction>;
export type MessageValues = Readonly<Record<string, string | number>>;

/** Words and formats of one checkout. */
export interface I18n {
  /** BCP 47, what is shown now. The words are those of its language, money and dates those of its region. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The words of the language that is wanted could not be fetched: `setLocale` once more asks again. */
  readonly lacksWords: boolean;
  /** Empty for as long as the words of a later screen are on their way; `subscribe` tells when they are here. */
  t(key: MessageKey, values?: MessageValues): string;
  /** `minor` in the currency's minor unit. */
  money(minor: number, currency: string): string;
  /** Milliseconds since the epoch, in the shopper's own time zone. */
  date(ms: number): string;
  /** In a row, with the language's own “and” or “or” where the engine has it: else with commas, not with an English one. */
  list(items: readonly string[], type?: 'conjunction' | 'disjunction'): string;
  /**
   * The first that there are words for wins, English where there is none. Settles when it is shown; never rejects.
   * @param own a merchant's `OwnMessages`, checked here
   * @returns what a merchant has to know: the first tag is none or has no words, some own words are not shown
   */
  setLocale(requested: readonly (string | undefined)[], own?: unknown): Promise<readonly LocaleFault[]>;
  /** Called after the language changed. */
  subscribe(listener: () => void): () => void;
}

/** What is wrong with a locale or with a merchant's words, as an integration error has it. */
export type LocaleFault = readonly [code: string, message: string, hint: string];

const ENGLISH: Readonly<Record<WordPart, () => Promise<object>>> = {
  more: () => import('./locales/en-more.js').then((file) => file.enMore),
  action: () => import('./locales/en-action.js').then((file) => file.enAction),
};

/** The later words that some element on the page has needed. */
const needed = new Set<WordPart>();
let others: Promise<Languages> | undefined;

/** Asked for by the first language that is not English; a file that could not be had is asked for again. */
async function loadLanguages(): Promise<Languages> {
  others ??= import('./languages.js');
  others.catch(() => (others = undefined));
  return others;
}

/**
 * Fetches words that the first screen does without, in the languages that are shown. Every instance reads them from the same
 * objects, so they are everywhere at once. Rejects where the English ones cannot be had.
 */
export async function loadMoreWords(parts: readonly WordPart[] = ['more', 'action']): Promise<void> {
  const english = parts.map(async (part) => {
    needed.add(part);
    Object.assign(en, await ENGLISH[part]());
  });
  await Promise.all([...english, others?.then((languages) => languages.fetchMore(parts))]);
}

const RIGHT_TO_LEFT = /^(ar|fa|he)\b/;
/** English of one way of writing: what is there already. Zimbabwe has words of its own. */
const PLAIN_ENGLISH = /^en(-(?!ZW)[A-Z]{2})?$/;

/**
 * Words in an instance of i18next of our own, so that neither the host page's languages nor its settings meet ours.
 * @param languages for tests; the shipped ones without it
 */
export function createI18n(languages = loadLanguages): I18n {
  return new CheckoutI18n(languages);
}

class CheckoutI18n implements I18n {
  locale = 'en';
  lacksWords = false;
  readonly #languages: () => Promise<Languages>;
  readonly #changes = new Subscribable<undefined>();
  readonly #resources: Record<string, { translation: object }> = { en: { translation: en } };
  readonly #i18next = createInstance({
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    resources: this.#resources,
    // Lit writes text as text; escaping it once more would show `&amp;`.
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: () => {
      this.#loadMore();
      return '';
    },
  });
  /** Where words are looked for, best first. */
  #chain: readonly string[] = ['en'];
  #own: unknown;
  #turn = 0;
  /** The language whose words are still to come while none were shown yet. */
  #first: string | undefined;
  #more: Promise<void> | undefined;

  constructor(languages: () => Promise<Languages>) {
    this.#languages = languages;
    void this.#i18next.init();
  }

  /** Of the first language from the start: what is drawn before its words are here need not turn round. */
  get direction(): 'ltr' | 'rtl' {
    return RIGHT_TO_LEFT.test(this.#first ?? this.locale) ? 'rtl' : 'ltr';
  }

  t(key: MessageKey, values: MessageValues = {}): string {
    const filled: Record<string, unknown> = { ...values, lngs: this.#chain };
    // An amount, a code or a name keeps its own direction within a sentence that runs from right to left.
    if (this.direction === 'rtl')
      for (const [name, value] of Object.entries(values))
        if (typeof value === 'string') filled[name] = `\u2068${value}\u2069`;
    return this.#i18next.t(key, filled);
  }

  money(minor: number, currency: string): string {
    return formatMoney(minor, currency, this.locale);
  }

  date(ms: number): string {
    return new Intl.DateTimeFormat(this.locale, { dateStyle: 'long' }).format(ms);
  }

  list(items: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
    const isUnknown = /^(nd|sn|zu.*dis)/.test(this.locale + type);
    return new Intl.ListFormat(this.locale, { type: isUnknown ? 'unit' : type }).format(items);
  }

  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener);
  }

  async setLocale(
    requested: readonly (string | undefined)[],
    own?: unknown,
  ): Promise<readonly LocaleFault[]> {
    const turn = ++this.#turn;
    this.lacksWords = false;
    const [first = 'en'] = requested.filter(Boolean);
    if (turn === 1) this.#first = first;
    let shown: Shown = { locale: 'en', chain: ['en'], words: {}, faults: [] };
    try {
      if (PLAIN_ENGLISH.test(first) && own === undefined) shown = { ...shown, locale: first };
      else shown = await (await this.#languages()).show(requested, [...needed], own);
    } catch {
      // The words could not be fetched: English reads better than an error.
      own = undefined;
      if (turn === this.#turn) this.lacksWords = true;
    }
    const { locale, chain, words, faults } = shown;
    this.#first = undefined;
    // A later request may have been answered sooner; the last one asked for is the one to show.
    if (turn !== this.#turn || (locale === this.locale && own === this.#own)) return faults;
    for (const tag of Object.keys(words)) this.#resources[tag] = { translation: words[tag] ?? {} };
    this.locale = locale;
    this.#own = own;
    this.#chain = chain;
    this.#changes.notify(undefined);
    return faults;
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
