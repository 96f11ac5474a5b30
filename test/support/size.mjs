/**
 * `npm run size`: what a shopper downloads, in bytes after gzip, against its limits. Needs `npm run build`.
 *
 * - the first screen: all scripts a page loads until the list of payment methods can be used;
 * - the card frame: its document and its script;
 * - each part that is loaded later: what it adds to the first screen, with everything it loads itself;
 * - each file of words of a language.
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** @typedef {{ file: string, name?: string, isEntry?: boolean, isDynamicEntry?: boolean, imports?: string[], dynamicImports?: string[] }} Chunk */
/** @typedef {Record<string, Chunk>} Manifest  Vite's: sources, and chunks without a source of their own, by key. */
/** @typedef {{ dialect?: string, locale?: string }} Page  What decides which files the first screen is made of. */
/** @typedef {{ name: string, files: string[], limit?: number }} Part  Without a limit it is there to be known. */

/** In bytes; a kilobyte is 1000. */
export const LIMITS = {
  firstScreen: 45_000,
  cardFrame: 20_000,
  loadedLater: 8_000,
  stripe: 4_000,
  locale: 5_000,
};

const GZIP_LEVEL = 9;
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const dist = path.join(root, 'dist');

const ENTRY = 'src/define.ts';
const DIALECTS = 'src/core/providers/';
const LOCALES = 'src/i18n/locales/';
/** Knows the files of all languages but English, and is fetched before the first of them. */
const LANGUAGES = 'src/i18n/languages.ts';
/** Of these a region has only what it says in another way. @type {Readonly<Record<string, string>>} */
const REGIONAL = { 'es-419': 'es' };
/** Fetched only for a session whose card is Stripe's, and counted apart from what may lead there: the script's part … */
const STRIPE = 'src/stripe/index.ts';
/** … and the element around the fields, which only the card form shows. */
const STRIPE_CARD = 'src/elements/stripe-card/stripe-card.ts';
const CARD_FORM = 'src/elements/card-form/card-form.ts';

/**
 * What the first screen loads by `import()` whatever the session, beside a dialect and the words of a language: nothing.
 * The marks are asked for when the list is there, which can be used without them.
 * The end-to-end test holds `firstScreenFiles` against what Chromium really asks for.
 *
 * @type {readonly string[]}
 */
const ALSO_ON_FIRST_SCREEN = [];

/** What a dialect brings along in files of their own. @type {Readonly<Record<string, readonly string[]>>} */
const BESIDE_DIALECT = { conomy: ['src/core/address/countries.ts'] };

/** @returns {Manifest} */
export const readManifest = () => JSON.parse(readFileSync(path.join(dist, 'manifest.json'), 'utf8'));

/**
 * The files, relative to dist, that a page loads before its list of payment methods can be used.
 *
 * @param {Manifest} manifest
 * @param {Page} [page] English words are part of the entry and have no file.
 */
export function firstScreenFiles(manifest, { dialect = 'native', locale = 'en' } = {}) {
  const sources = [`${DIALECTS}${dialect}.ts`, ...(BESIDE_DIALECT[dialect] ?? []), ...ALSO_ON_FIRST_SCREEN];
  const chain = [locale, REGIONAL[locale] ?? locale].map((name) => `${LOCALES}${name}.ts`);
  if (locale !== 'en') sources.push(LANGUAGES, ...chain);
  for (const source of sources)
    // A stale name would quietly take its bytes out of the count.
    if (!existsSync(path.join(root, source)))
      throw new Error(`The first screen is to load ${source}, which is not there`);
  // A source without an entry in the manifest is bundled into the files of the first screen, and counted with them.
  const keys = [ENTRY, ...sources.filter((source) => manifest[source])];
  return [...closure(manifest, keys, ['imports'])].sort();
}

/**
 * The files of some chunks and of everything they lead to.
 *
 * @param {Manifest} manifest
 * @param {readonly string[]} keys
 * @param {readonly ('imports' | 'dynamicImports')[]} ways
 * @param {ReadonlySet<string>} [present] files that are there already, and lead nowhere new
 */
function closure(manifest, keys, ways, present = new Set()) {
  /** @type {Set<string>} */
  const files = new Set();
  const visit = (/** @type {string} */ key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`dist/manifest.json has no ${key}`);
    if (files.has(chunk.file) || present.has(chunk.file)) return;
    files.add(chunk.file);
    for (const way of ways) chunk[way]?.forEach(visit);
  };
  keys.forEach(visit);
  return files;
}

/**
 * @param {Manifest} manifest
 * @returns {Part[]}
 */
function parts(manifest) {
  const loaded = Object.entries(manifest).filter(([, chunk]) => chunk.isDynamicEntry);
  const below = (/** @type {string} */ folder) =>
    loaded.filter(([key]) => key.startsWith(folder)).map(([key]) => path.basename(key, '.ts'));
  const words = loaded.map(([key]) => key).filter((key) => key.startsWith(LOCALES));
  const locales = below(LOCALES).filter((name) => !/^en|-(more|action)$/.test(name));
  const pages = ['native', ...below(DIALECTS)].flatMap((dialect) =>
    ['en', ...locales].map((locale) => ({
      dialect,
      locale,
      files: firstScreenFiles(manifest, { dialect, locale }),
    })),
  );
  const base = new Set(firstScreenFiles(manifest));
  const largest = pages.reduce((a, b) => (sizeOf(b.files) > sizeOf(a.files) ? b : a));
  const firstScreens = [
    { name: 'first screen (native, en)', files: [...base], limit: LIMITS.firstScreen },
    { name: `first screen (${largest.dialect}, ${largest.locale}: largest)`, files: largest.files },
  ];
  const apart = [STRIPE, STRIPE_CARD, ...words].map((key) => manifest[key]?.file ?? '');
  const reach = (/** @type {string} */ key, /** @type {Set<string>} */ present) =>
    closure(manifest, [key], ['imports', 'dynamicImports'], present);
  const without = (/** @type {string} */ key) => {
    const present = new Set([...base, ...apart].filter((file) => file !== manifest[key]?.file));
    return key === STRIPE_CARD
      ? new Set([...present, ...reach(CARD_FORM, new Set([...present, ...apart]))])
      : present;
  };
  const later = loaded
    .filter(([, chunk]) => !base.has(chunk.file))
    .map(([key, chunk]) => ({
      name: `later: ${key === STRIPE ? 'stripe, with its loader' : (chunk.name ?? key)}`,
      files: [...reach(key, without(key))],
      limit: key.startsWith(LOCALES) ? LIMITS.locale : key === STRIPE ? LIMITS.stripe : LIMITS.loadedLater,
    }));
  const frame = readdirSync(path.join(dist, 'card-frame')).filter((name) => /\.(html|js)$/.test(name));
  const cardFrame = {
    name: 'card frame',
    files: frame.map((name) => `card-frame/${name}`),
    limit: LIMITS.cardFrame,
  };
  return [...firstScreens, cardFrame, ...later];
}

/** @param {string} file */
const gzipBytes = (file) => gzipSync(readFileSync(path.join(dist, file)), { level: GZIP_LEVEL }).length;

/** @param {readonly string[]} files  Each is compressed by itself, as a server does it. */
export const sizeOf = (files) => files.reduce((total, file) => total + gzipBytes(file), 0);

function main() {
  const manifest = readManifest();
  const row = (/** @type {string} */ name, /** @type {(string | number)[]} */ ...cells) =>
    console.log(name.padEnd(40) + cells.map((cell) => String(cell).padStart(9)).join(''));

  row('gzip, bytes', 'size', 'limit', 'files');
  const measured = parts(manifest).map((part) => ({ ...part, size: sizeOf(part.files) }));
  for (const { name, files, size, limit } of measured)
    row(name, size, limit ?? '', files.length, size > (limit ?? size) ? '  too big' : '');

  console.log('\nOf the first screen, native, en:');
  const files = firstScreenFiles(manifest).map((file) => ({ file, size: gzipBytes(file) }));
  for (const { file, size } of files.sort((a, b) => b.size - a.size)) row(`  ${file}`, size);

  const tooBig = measured.filter(({ size, limit }) => size > (limit ?? size));
  if (tooBig.length === 0) return;
  console.error(`\nToo big: ${tooBig.map(({ name }) => name).join('; ')}`);
  process.exitCode = 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('Run `npm run build` first.');
    process.exitCode = 1;
  }
}
