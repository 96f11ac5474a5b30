import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, '../../src/i18n/locales');

/** Every language that is offered. */
export const LOCALES = (
  'en en-ZW pt-BR pt-PT es es-419 fr de it nl pl tr sv da nb fi cs ro hu el ru uk ar he fa hi bn id vi th ja ko zh-Hans ' +
  'zh-Hant sw sn nd zu am'
).split(' ');

/** Those that say only what their language says in another way, and whose words are the rest. */
export const REGIONAL: Readonly<Record<string, string>> = { 'en-ZW': 'en', 'es-419': 'es' };

export const RIGHT_TO_LEFT = ['ar', 'he', 'fa'];

const PARTS = ['', '-more', '-action'];

export const localeFiles = (): readonly string[] =>
  readdirSync(FOLDER).map((file) => path.basename(file, '.ts'));

export const isThere = (locale: string): boolean => existsSync(path.join(FOLDER, `${locale}.ts`));

export type Tree = { readonly [key: string]: string | Tree };

/** `pay.pay` → `Pay {{amount}}`, for every word. */
export const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );

/** What stands in the files of one language, each file by itself. */
export async function readFiles(locale: string): Promise<Readonly<Record<string, Tree>>> {
  const names = PARTS.map((part) => locale + part).filter(isThere);
  const files = names.map(async (name) => {
    const file = (await import(path.join(FOLDER, `${name}.ts`))) as Readonly<Record<string, Tree>>;
    // As the product does: what such a file exports is its words, and nothing else.
    return [name, Object.values(file)[0] ?? {}] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

export const readOwnWords = async (locale: string): Promise<ReadonlyMap<string, string>> =>
  new Map(Object.values(await readFiles(locale)).flatMap((tree) => flatten(tree)));

/** All words of a language: of a region, those of its language with its own in their place. */
export async function readWords(locale: string): Promise<ReadonlyMap<string, string>> {
  const parent = REGIONAL[locale];
  const own = await readOwnWords(locale);
  return parent ? new Map([...(await readOwnWords(parent)), ...own]) : own;
}

export const placeholders = (text = ''): string[] => [...text.matchAll(/\{\{.*?\}\}/g)].map(String).sort();
