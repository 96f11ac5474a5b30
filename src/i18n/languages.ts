import { bare } from '../core/bare.js';
import { acceptMessages } from './accept-messages.js';
import type { LocaleFault } from './create-i18n.js';
import { en } from './locales/en.js';

/** The words that the first screen does without: of forms and failed tries, and of all that comes after the form. */
export type WordPart = 'more' | 'action';

/** What there is besides English; fetched when another language is asked for. */
export interface Languages {
  /**
   * Fetches the words of the first tag that has some, with the later ones that are needed by now.
   * Rejects where those of a first screen cannot be had.
   * @param own a merchant's own words, by tag
   */
  show(requested: readonly (string | undefined)[], parts: readonly WordPart[], own: unknown): Promise<Shown>;
  /** Later words of every language that was shown. Never rejects: English stands in for what cannot be had. */
  fetchMore(parts: readonly WordPart[]): Promise<void>;
}

export interface Shown {
  readonly locale: string;
  /** Where words are looked for, best first. */
  readonly chain: readonly string[];
  /** By the tags of the chain, without English. Later words come into the same objects. */
  readonly words: Readonly<Record<string, object>>;
  readonly faults: readonly LocaleFault[];
}

/** Every file beside this, by its path; one that is put there is offered. The words are all that such a file exports. */
const FILES = import.meta.glob<Readonly<Record<string, object>>>([
  './locales/*.ts',
  '!./locales/en.ts',
  '!./locales/en-more.ts',
  '!./locales/en-action.ts',
]);

const fileOf = (name: string) => FILES[`./locales/${name}.ts`];

/** The words of one file. Of a name without a file, none: a region may have nothing to say in another way. */
async function loadFile(name: string): Promise<object> {
  const file = await fileOf(name)?.();
  return (file && Object.values(file)[0]) ?? {};
}

/** These hold only what differs from the next of their chain. */
const PARTIAL = ['en-ZW', 'es-419'];

/** Where Spanish is written as in `es-419`. */
const SPANISH_AMERICA = /^(419|AR|BO|BR|BZ|CL|CO|CR|CU|DO|EC|GT|HN|MX|NI|PA|PE|PR|PY|SV|US|UY|VE)$/;

/**
 * The tags under which words for a tag are looked for, best first: `pt-AO` → `pt-PT`, `pt-BR`; `zh-HK` → `zh-Hant`.
 * @param tag as `Intl.getCanonicalLocales` writes it
 */
export function fallbacksOf(tag: string): readonly string[] {
  const { language, script = '', region = '' } = new Intl.Locale(tag).maximize();
  switch (language) {
    case 'en':
      return region === 'ZW' ? ['en-ZW', 'en'] : ['en'];
    case 'es':
      return SPANISH_AMERICA.test(region) ? ['es-419', 'es'] : ['es'];
    case 'pt':
      return region === 'BR' ? ['pt-BR'] : ['pt-PT', 'pt-BR'];
    case 'zh':
      return [`zh-${script}`];
    // Both are read where Norwegian is.
    case 'no':
    case 'nn':
      return ['nb'];
    default:
      return [language];
  }
}

/** The files of words for a tag, down to the first that holds all of them; none where there are no words. */
export function chainOf(tag: string): readonly string[] {
  const there = fallbacksOf(tag).filter((name) => name === 'en' || fileOf(name));
  return there.slice(0, there.findIndex((name) => !PARTIAL.includes(name)) + 1);
}

/** Tag as BCP 47 writes it (`pt_br` is `pt-BR`), `undefined` for what is none. */
function canonicalTag(tag: string | undefined): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag?.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

const hasWords = (tag: string | undefined): tag is string => tag !== undefined && chainOf(tag).length > 0;

const unknownLocale = (tag: string): LocaleFault => [
  'unknown_locale',
  `There are no words for the locale “${tag}”.`,
  'Use a tag such as en, pt-BR or es.',
];

/** English is there, or comes with the parts that need it; a merchant's words are held against all of it. */
async function fetchEnglish(): Promise<void> {
  const [more, action] = await Promise.all([
    import('./locales/en-more.js'),
    import('./locales/en-action.js'),
  ]);
  Object.assign(en, more.enMore, action.enAction);
}

class LanguageFiles implements Languages {
  /** By tag. Every instance reads the same objects, so that later words are everywhere at once. */
  readonly #words: Record<string, object> = { en };
  readonly #files = new Map<string, Promise<void>>();
  readonly #load: (name: string) => Promise<object>;

  constructor(load: (name: string) => Promise<object>) {
    this.#load = load;
  }

  async show(
    requested: readonly (string | undefined)[],
    parts: readonly WordPart[],
    own: unknown,
  ): Promise<Shown> {
    const [asked] = requested;
    const locale = requested.map(canonicalTag).find(hasWords) ?? 'en';
    const others = chainOf(locale).filter((tag) => tag !== 'en');
    const faults = asked && !hasWords(canonicalTag(asked)) ? [unknownLocale(asked)] : [];
    for (const tag of others) this.#words[tag] ??= {};
    await Promise.all([
      ...others.map((tag) => this.#fetch(tag, tag)),
      this.#fetchMore(own === undefined ? parts : ['more', 'action'], others),
      own === undefined || fetchEnglish(),
    ]);
    const words = bare(Object.fromEntries(others.map((tag) => [tag, this.#words[tag] ?? {}])));
    if (own === undefined) return { locale, chain: [...others, 'en'], words, faults };
    // A merchant may speak of a language as a whole, also where our own words are of one country: `pt`, `zh`.
    const tags = [...new Set([locale, ...others, locale.replace(/-.*/, ''), 'en'])];
    const accepted = acceptMessages(own, tags, this.#words);
    const [behind = '', ...before] = tags.map((tag) => `${tag}-x-own`).reverse();
    return {
      locale,
      chain: [...before.reverse(), ...others, behind, 'en'],
      words: { ...words, ...accepted.words },
      faults: [...faults, ...accepted.faults],
    };
  }

  async fetchMore(parts: readonly WordPart[]): Promise<void> {
    await this.#fetchMore(parts, Object.keys(this.#words));
  }

  async #fetchMore(parts: readonly WordPart[], tags: readonly string[]): Promise<void> {
    const others = tags.filter((tag) => tag !== 'en');
    const fetches = parts.flatMap((part) => others.map(async (tag) => this.#fetch(tag, `${tag}-${part}`)));
    await Promise.allSettled(fetches);
  }

  async #fetch(tag: string, name: string): Promise<void> {
    let file = this.#files.get(name);
    if (!file) {
      file = this.#load(name).then((words) => void Object.assign((this.#words[tag] ??= {}), words));
      this.#files.set(name, file);
      // What could not be had is asked for again.
      file.catch(() => this.#files.delete(name));
    }
    return file;
  }
}

/** @param load for tests; the shipped files without it */
export const createLanguages = (load = loadFile): Languages => new LanguageFiles(load);

const shipped = createLanguages();
export const show: Languages['show'] = async (...asked) => shipped.show(...asked);
export const fetchMore: Languages['fetchMore'] = async (parts) => shipped.fetchMore(parts);
