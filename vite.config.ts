import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import type { BuildEnvironmentOptions, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { cardFrameManifest } from './src/card-frame/shared/manifest.js';
import { toDtcg } from './src/theme/dtcg.js';
import { presetCss, PRESETS } from './src/theme/presets.js';
import { BROWSER_FLAGS } from './test/support/browser-flags.js';
import { leaveClipboard, takeClipboard } from './test/support/clipboard-turns.js';
import { frameValue } from './test/support/frame-value.js';

const root = import.meta.dirname;

/** Where the builds go: `dist`, or the folder named by `CHECKOUT_DIST` (the planted bugs are built beside it). */
const dist = process.env['CHECKOUT_DIST'] ?? 'dist';

/** Every source file is its own module in the package build, so that a bundler drops what is not imported. */
const packageEntries = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('card-frame/frame'),
      )
      .map((file) => [file.replace(/\.ts$/, ''), path.join(root, 'src', file)]),
  );

const sha384 = (text: string): string => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/**
 * Writes dist/card-frame/index.html with the integrity of the one script it loads, and headers.json, by which a provider
 * serves the two.
 */
const cardFrameDocument = (): Plugin => ({
  name: 'card-frame-document',
  applyToEnvironment: (environment) => environment.name === 'frame',
  generateBundle(_options, bundle) {
    const script = bundle['card-frame.js'];
    if (script?.type !== 'chunk') throw new Error('the card frame build did not produce card-frame.js');
    const integrity = sha384(script.code);
    const template = readFileSync(path.join(root, 'src/card-frame/frame/document.template'), 'utf8');
    // Its comments are for whoever reads the sources.
    const html = template.replaceAll(/\s*<!--[^]*?-->/g, '').replace('{{integrity}}', integrity);
    const built = (text: string) => ({ bytes: Buffer.byteLength(text), sha384: sha384(text) });
    const manifest = JSON.stringify(cardFrameManifest(built(html), built(script.code)), undefined, 2);
    this.emitFile({ type: 'asset', fileName: 'index.html', source: html });
    this.emitFile({ type: 'asset', fileName: 'headers.json', source: `${manifest}\n` });
  },
});

/** Writes what designers take: dist/tokens.json and dist/presets/. */
const themeFiles = (): Plugin => ({
  name: 'theme-files',
  applyToEnvironment: ({ name }) => name === 'cdn',
  generateBundle() {
    const tokens = `${JSON.stringify(toDtcg(), undefined, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'tokens.json', source: tokens });
    for (const preset of PRESETS)
      this.emitFile({
        type: 'asset',
        fileName: `presets/${preset.name}.css`,
        source: presetCss(preset),
      });
  },
});

/**
 * What a page may have left on `window` (an element with an id is one of its members) or on every object, and Lit and zod
 * would take for their own: a list of versions that nobody reads, supports for old browsers, members that are only there
 * sometimes. File, what stands there, what stands there instead.
 */
const HARDENED: readonly (readonly [file: RegExp, find: RegExp, replace: string])[] = [
  // Lit's Trusted Types policy gets a name of our own: a second Lit on the page may not create `lit-html` again. A second copy
  // of our script is refused it and loads all the same: its elements step back for those of the first.
  [
    /lit-html\.js$/,
    /(\w+)\.createPolicy\((['"])lit-html\2,\s*(\{[^}]*\})\)/,
    "(()=>{try{return $1.createPolicy('checkout-session#lit',$3)}catch{}})()",
  ],
  [/lit-html\.js$/, /\w+\.litHtmlPolyfillSupport/, 'void 0'],
  [/lit-html\.js$/, /\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\([^)]*\)/, '0'],
  [/lit-html\.js$/, /this\.type=2,/, 'this.type=2,this.strings=void 0,'],
  [/lit-html\.js$/, /this\.type=1,/, 'this.type=1,this.strings=void 0,'],
  [/lit-html\.js$/, /this\.type=6,/, 'this.type=6,this.strings=void 0,'],
  // A listener is a function here, never one with options on it.
  [/lit-html\.js$/, /(removeEventListener\(this\.name,this),\w+\)/, '$1)'],
  [/lit-html\.js$/, /(addEventListener\(this\.name,this),\w+\)/, '$1)'],
  [/reactive-element\.js$/, /\w+\.reactiveElementPolyfillSupport/, 'void 0'],
  [/reactive-element\.js$/, /\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\([^)]*\)/, '0'],
  [/reactive-element\.js$/, /\w+\.litPropertyMetadata\?\?=new WeakMap/, '0'],
  [/reactive-element\.js$/, /litPropertyMetadata\.get\(\w+\)/, 'void 0'],
  [/reactive-element\.js$/, /constructor\(\)\{super\(\),/, '$&this.renderRoot=void 0,'],
  [/css-tag\.js$/, /\(void 0===\w+\.ShadyCSS\|\|\w+\.ShadyCSS\.nativeShadow\)&&/, ''],
  [/css-tag\.js$/, /\w+\.litNonce/, 'void 0'],
  [/lit-element\.js$/, /\w+\.litElementHydrateSupport\?\.\([^)]*\)/, '0'],
  [/lit-element\.js$/, /\w+\.litElementPolyfillSupport/, 'void 0'],
  [/lit-element\.js$/, /\(\w+\.litElementVersions\?\?=\[\]\)\.push\([^)]*\)/, '0'],
  [/zod[\\/]v4[\\/]core[\\/]util\.js$/, /= (Object\.getOwnPropertyDescriptor\(table, key\))/, '= {...$1}'],
  [
    /zod[\\/]v4[\\/]core[\\/]schemas\.js$/,
    /= (Object\.getOwnPropertyDescriptor\(def, "shape"\))/,
    '= {...$1}',
  ],
  [
    /i18next\.js$/,
    /constructor\(options = \{\}, callback\) \{\n    super\(\);/,
    '$& this.languages = undefined;',
  ],
  [/zod[\\/]v4[\\/]core[\\/]core\.js$/, /globalThis\.__zod_globalConfig\?\.postProcessor/, 'void 0'],
  [/zod[\\/]v4[\\/]core[\\/]core\.js$/, /\(_a = globalThis\)\.__zod_globalConfig \?\? \([^)]*\)/, '0'],
  [/zod[\\/]v4[\\/]core[\\/]core\.js$/, /= globalThis\.__zod_globalConfig/, '= {}'],
  // Of `false` it would ask the length.
  [/i18next\.js$/, /const postProcess = .*;/, 'const postProcess = undefined;'],
];

/** Of the libraries' files only, by the table above; a new version in which a row fits nothing stops the build. */
const hardenLibraries = (): Plugin => ({
  name: 'harden-libraries',
  applyToEnvironment: ({ name }) => name === 'cdn',
  transform(code, id) {
    if (!/node_modules[\\/](lit|lit-html|lit-element|@lit|zod|i18next)[\\/]/.test(id)) return undefined;
    let hardened = code;
    for (const [, find, replace] of HARDENED.filter(([file]) => file.test(id))) {
      if (!find.test(hardened)) this.error(`${path.basename(id)} no longer holds ${String(find)}`);
      hardened = hardened.replace(find, replace);
    }
    return { code: hardened, map: null };
  },
});

/** Styles and markup stand in template literals, which no minifier touches: comments, indentation and long names go here. */
const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  applyToEnvironment: ({ name }) => name === 'cdn' || name === 'frame',
  transform(code, id) {
    if (!/[\\/]src[\\/](elements|theme)[\\/].*\.ts$/.test(id)) return undefined;
    const cuts: (readonly [node: SyntaxNode, text: string])[] = [];
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      if (typeof value !== 'object' || value === null || !('type' in value)) return;
      const node = value as SyntaxNode & { tag?: { name?: string }; quasi?: { quasis: SyntaxNode[] } };
      if (node.type === 'TaggedTemplateExpression')
        for (const quasi of node.quasi?.quasis ?? []) {
          const text = code.slice(quasi.start, quasi.end);
          // Between elements white space may be a gap that is seen, so it only shrinks to one line break.
          cuts.push([quasi, node.tag?.name === 'css' ? smallCss(text) : text.replaceAll(/\n\s+/g, '\n')]);
        }
      Object.values(node).forEach(visit);
    };
    visit(this.parse(code));
    return { code: replaced(code, cuts).replaceAll(PRIVATE_NAME, shortName), map: null };
  },
});

/** Custom properties that no page may know; their prefix stays, so that none of a page's own can be one of them. */
const PRIVATE_NAME = /--_[\w-]+/g;

const privateNames = new Set(
  readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(elements|theme)[\\/].*\.ts$/.test(file))
    .sort()
    .flatMap((file) => readFileSync(path.join(root, 'src', file), 'utf8').match(PRIVATE_NAME) ?? []),
);

/** The same in every file of a build. */
const shortName = (name: string): string => `--_${[...privateNames].indexOf(name).toString(36)}`;

const smallCss = (text: string): string =>
  text
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,>]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(/\( | (?=[)!])/g, (space) => space.trim())
    .replaceAll(' / ', '/')
    .replaceAll(/(?<![\w.#-])0(?=\.\d)/g, '')
    .replaceAll(';}', '}');

const replaced = (code: string, cuts: (readonly [node: SyntaxNode, text: string])[]): string =>
  cuts
    .sort(([a], [b]) => b.start - a.start)
    .reduce((text, [{ start, end }, by]) => text.slice(0, start) + by + text.slice(end), code);

/**
 * What of i18next this product never calls: words come with the script, so that nothing is fetched, detected or
 * formatted by it, words hold no other words, and nobody reads its log. A list names members to drop, a text is a whole
 * body instead, of a class, a function or (`Class.method`) a method.
 */
const I18NEXT_UNUSED: Readonly<Record<string, string | readonly string[]>> = {
  Connector: '{}',
  Formatter: '{ init() {} format(value) { return value; } }',
  Logger: '{ init() {} create() { return this; } log() {} warn() {} error() {} deprecate() {} once() {} }',
  I18n: [
    'use',
    'loadNamespaces',
    'loadLanguages',
    'cloneInstance',
    'toJSON',
    'setDefaultNamespace',
    'hydrate',
    'exists',
    'dir',
    'getFixedT',
  ],
  // It starts in English and stays there: each word is asked for with the languages to look in.
  'I18n.changeLanguage':
    '{ this.language = lng; this.languages = [lng]; this.translator.changeLanguage(lng); callback(null, this.t.bind(this)); }',
  'I18n.setResolvedLanguage': '{}',
  'I18n.hasLoadedNamespace': '{ return true; }',
  'I18n.loadResources': '{ callback(null); }',
  // Bound when it starts, and never called.
  'I18n.reloadResources': '{}',
  ResourceStore: [
    'toJSON',
    'removeResourceBundle',
    'removeNamespaces',
    'addNamespaces',
    'addResource',
    'addResources',
    'addResourceBundle',
    'getResourceBundle',
    'hasResourceBundle',
    'getDataByLanguage',
    'hasLanguageSomeTranslations',
  ],
  'ResourceStore.getResource': "{ return getPath(this.data, [lng, ns, ...key.split('.')]); }",
  Translator: ['hasDefaultValue'],
  LanguageUtil: ['clearCache', 'getScriptPartFromCode', 'isSupportedCode'],
  'LanguageUtil.formatLanguageCode': '{ return code; }',
  'LanguageUtil.getFallbackCodes': '{ return []; }',
  'LanguageUtil.toResolveHierarchy': '{ return [code]; }',
  'LanguageUtil.deprecateBareCode': '{}',
  'ResourceStore.deprecateDottedLng': '{}',
  PluralResolver: ['clearCache', 'needsPlural', 'getPluralFormsOfKey'],
  Interpolator: ['reset'],
  'Interpolator.nest': '{ return str; }',
  createProxy: '{}',
  keysFromSelector: '{}',
  'Translator.exists': '{}',
  'Translator.getUsedParamsDetails': '{}',
  'Translator.extractFromKey': "{ return { key, namespaces: ['translation'] }; }",
  'LanguageUtil.getBestMatchFromCodes': '{ return codes[0]; }',
  'PluralResolver.getSuffixes': '{}',
  'EventEmitter.off': '{}',
  'EventEmitter.on': '{}',
  'EventEmitter.emit': '{}',
};

/** Choices in i18next that fall one way only here, and what the bundler needs to see of it to leave the other way out. */
const I18NEXT_SETTLED: readonly (readonly [find: string, replace: string])[] = [
  // Keys are texts.
  ["typeof keys === 'function'", 'false'],
  ["typeof k === 'function'", 'false'],
  ["typeof key === 'function'", 'false'],
  ["typeof o.keyPrefix === 'function'", 'false'],
  // No plugins.
  ['!this.i18nFormat || this.i18nFormat.handleAsObject', 'true'],
  ['this.i18nFormat?.parse', 'false'],
  ['this.i18nFormat?.addLookupKeys', 'false'],
  ['this.i18nFormat?.getResource', 'false'],
  ['this.modules.i18nFormat', 'false'],
  ['this.modules.languageDetector', 'false'],
  ['this.modules.logger', 'undefined'],
  ['this.services.languageDetector', 'undefined'],
  ['this.logger.debug', 'false'],
  ['loggerOwner &&', 'false &&'],
  ['postProcessorNames?.length', 'false'],
  // Every word is a text, never a list or a group; no default stands beside it.
  ['handleAsObjectInI18nFormat && resForObjHndl && handleAsObject', 'false'],
  ['handleAsObjectInI18nFormat && isString(joinArrays)', 'false'],
  ['handleAsObjectInI18nFormat && !res && hasDefaultValue', 'false'],
  ['const hasDefaultValue = Translator.hasDefaultValue(opt);', 'const hasDefaultValue = false;'],
  ['const handleAsObject = shouldHandleAsObject(resForObjHndl);', ''],
  ['const resType = Object.prototype.toString.apply(resForObjHndl);', ''],
  ["lng?.toLowerCase() === 'cimode'", 'false'],
  ['returnDetails)', 'false)'],
  ['usedKey || usedDefault || updateMissing', 'false'],
  ['needsContextHandling)', 'false)'],
  ['opt.ordinal && ', 'false && '],
  ['result != null || !ignoreJSONStructure || !isString(key)', 'true'],
  ['path == null && ignoreJSONStructure && isString(key)', 'false'],
  // Values are put in as they are, without formats or words within words. What stands in a value is never looked at again.
  ['if (opt.interpolation)', 'if (false)'],
  ['opt.nest !== false', 'false'],
  ['if (skipOnVariables) {\n        const nb', 'if (false) {\n        const nb'],
  ['if (skipOnVariables) {\n        const na', 'if (false) {\n        const na'],
  ['!key.includes(this.formatSeparator)', 'true'],
  ["!this.escapeValue && typeof str === 'string'", 'false'],
  ["typeof missingInterpolationHandler === 'function'", 'false'],
  // One language to fall back on, no list of those that are supported.
  ['if (!code) return fallbacks.default || [];', 'return [];'],
  ['this.options.isClone', 'false'],
];

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const LOGGING = /^[\w.?]*logger\??\.(deprecate|warn|log|error|once)\(/i;

/**
 * Takes out of i18next what no bundler can: unused members of its classes, and its calls of a logger that nobody reads
 * (5 of 16 kB gzip). A new version without one of the names stops the build.
 */
const slimI18next = (): Plugin => ({
  name: 'slim-i18next',
  applyToEnvironment: ({ name }) => name === 'cdn',
  transform(source, id) {
    if (!/i18next[\\/]dist[\\/]esm[\\/]i18next\.js$/.test(id)) return undefined;
    let code = source;
    for (const [find, replace] of I18NEXT_SETTLED) {
      if (!code.includes(find)) this.error(`i18next no longer holds ${find}`);
      code = code.replaceAll(find, replace);
    }
    const cuts: (readonly [node: SyntaxNode, text: string])[] = [];
    const missing = new Set(
      Object.entries(I18NEXT_UNUSED).flatMap(([name, drop]) =>
        typeof drop === 'string' ? name : drop.map((member) => `${name}.${member}`),
      ),
    );
    const visit = (value: unknown, className: string): void => {
      if (Array.isArray(value)) for (const entry of value) visit(entry, className);
      if (typeof value !== 'object' || value === null || !('type' in value)) return;
      const node = value as SyntaxNode & {
        key?: { name?: string };
        id?: { name?: string };
        body?: SyntaxNode;
        value?: { body?: SyntaxNode };
      };
      const isNamed = node.type === 'ClassDeclaration' || node.type === 'FunctionDeclaration';
      const isMethod = node.type === 'MethodDefinition';
      const name = isNamed ? (node.id?.name ?? '') : className;
      const member = isMethod ? `${className}.${node.key?.name ?? ''}` : name;
      const old = isMethod ? node.value?.body : node.body;
      const body = I18NEXT_UNUSED[member];
      if ((isNamed || isMethod) && old && typeof body === 'string') {
        missing.delete(member);
        cuts.push([old, body]);
      } else if (node.type === 'ExpressionStatement' && LOGGING.test(code.slice(node.start, node.end)))
        cuts.push([node, ';']);
      else if (isMethod && missing.delete(member)) cuts.push([node, '']);
      else for (const child of Object.values(node)) visit(child, name);
    };
    visit(this.parse(code), '');
    if (missing.size > 0) this.error(`i18next has no ${[...missing].join(', ')} any more`);
    return { code: replaced(code, cuts), map: null };
  },
});

/**
 * Every object written in the code comes without a prototype: what a page has put on `Object.prototype` is then no option,
 * no optional member and no key of it, in our own code as in Lit, zod and i18next, which read their options plainly.
 */
const bareObjects = (): Plugin => ({
  name: 'bare-objects',
  applyToEnvironment: ({ name }) => name !== 'frame',
  renderChunk(code, { facadeModuleId }) {
    const cuts: (readonly [node: SyntaxNode, text: string])[] = [];
    const spread = new Set<unknown>();
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      if (typeof value !== 'object' || value === null || !('type' in value)) return;
      const node = value as SyntaxNode & {
        argument?: { right?: unknown };
        properties?: readonly unknown[];
      };
      // `...{ a }` and `...(is && { a })`: only its own members are copied, and it is gone.
      if (node.type === 'SpreadElement') spread.add(node.argument).add(node.argument?.right);
      if (node.type === 'ObjectExpression' && !spread.has(node)) {
        const start = { type: '', start: node.start + 1, end: node.start + 1 };
        cuts.push([start, node.properties?.length ? '__proto__: null, ' : '__proto__: null']);
      }
      Object.values(node).forEach(visit);
    };
    // The words of a language are only read by a library that asks for own members.
    if (/[\\/]locales[\\/]/.test(facadeModuleId ?? '')) return undefined;
    visit(this.parse(code));
    return { code: replaced(code, cuts), map: null };
  },
});

/** What the script tag's entry loads before anything is asked of it: one file beside the entry, not a dozen. */
const firstScreenModules = (): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, clause = '', specifier = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s([^;]*?)from '(\.[^']+)\.js';/gms,
    ))
      if (!clause.startsWith('type ')) visit(path.resolve(path.dirname(file), `${specifier}.ts`));
  };
  visit(path.join(root, 'src/define.ts'));
  return found;
};

const firstScreen = firstScreenModules();

const shared = {
  target: 'es2022',
  sourcemap: true,
  emptyOutDir: true,
  modulePreload: false,
  reportCompressedSize: false,
  copyPublicDir: false,
} satisfies BuildEnvironmentOptions;

/** What may be left out of these files is out: no bundler comes after, and what is said to one would only be downloaded. */
const NOTHING_TO_DROP = { annotation: false };

/** The browser the tests drive; `test/run.mjs` finds it and sets the variable. */
const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';

/** The scenarios take minutes a file, however short the file is: they begin first, so that nobody waits for the last. */
class ScenariosFirst extends BaseSequencer {
  override async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(specs);
    const isScenarios = ({ moduleId }: TestSpecification): boolean => moduleId.includes('test/faults/');
    return [...sorted.filter(isScenarios), ...sorted.filter((spec) => !isScenarios(spec))];
  }
}

export default defineConfig({
  plugins: [
    cardFrameDocument(),
    hardenLibraries(),
    slimI18next(),
    minifyTemplates(),
    bareObjects(),
    themeFiles(),
  ],
  publicDir: false,
  builder: {
    sharedConfigBuild: false,
    async buildApp(builder) {
      rmSync(path.resolve(root, dist), { recursive: true, force: true });
      for (const name of ['npm', 'cdn', 'frame']) {
        const environment = builder.environments[name];
        if (environment) await builder.build(environment);
      }
    },
  },
  environments: {
    // The package: one file a module, dependencies left to the merchant's bundler.
    npm: {
      consumer: 'client',
      build: {
        ...shared,
        outDir: `${dist}/npm`,
        minify: false,
        lib: { entry: packageEntries(), formats: ['es'] },
        rolldownOptions: {
          external: [
            /^lit($|\/)/,
            /^@lit\//,
            /^zod($|\/)/,
            /^i18next$/,
            /^lean-qr($|\/)/,
            /^hono($|\/)/,
            /^@stripe\//,
          ],
          output: {
            preserveModules: true,
            preserveModulesRoot: 'src',
            entryFileNames: '[name].js',
          },
        },
      },
    },
    // The script tag: everything in, split where the first screen does not need it.
    cdn: {
      consumer: 'client',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        ...shared,
        outDir: dist,
        emptyOutDir: false, // the other outputs live below it; buildApp clears the folder once
        manifest: 'manifest.json',
        lib: { entry: { 'checkout-session': path.join(root, 'src/define.ts') }, formats: ['es'] },
        rolldownOptions: {
          output: {
            minify: true,
            comments: NOTHING_TO_DROP,
            entryFileNames: '[name].js',
            chunkFileNames: 'chunks/[name]-[hash:8].js',
            codeSplitting: {
              groups: [
                {
                  name: 'first-screen',
                  priority: 1,
                  test: (id: string) =>
                    firstScreen.has(id) ||
                    // Small, and in every form: one request less before it.
                    /src[\\/]core[\\/]validation[\\/](mask|validation)\.ts/.test(id) ||
                    /node_modules[\\/](lit|lit-html|lit-element|@lit|i18next|zod)[\\/](?!.*directive)/.test(
                      id,
                    ),
                },
                // Small files that forms need together.
                {
                  name: 'controls',
                  test: /src[\\/](theme[\\/]controls|elements[\\/]form-field[\\/]form-field\.styles)/,
                },
                // What is to be copied shares this …
                {
                  name: 'code-screen',
                  priority: 1,
                  test: /src[\\/]elements[\\/]action-screen[\\/](copy|check|renew)-controller/,
                },
                // … and every action screen this, in one file and not in four, without what few of them need.
                {
                  name: 'action-screen',
                  test: /src[\\/](elements[\\/]action-screen[\\/](?!qr|resend|leave)|controllers[\\/]countdown)/,
                },
              ],
            },
          },
        },
      },
    },
    // The card frame: a document of the provider's origin, with one script and no third party.
    frame: {
      consumer: 'client',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        ...shared,
        outDir: `${dist}/card-frame`,
        lib: { entry: { 'card-frame': path.join(root, 'src/card-frame/frame/main.ts') }, formats: ['es'] },
        rolldownOptions: {
          output: {
            minify: true,
            comments: NOTHING_TO_DROP,
            codeSplitting: false,
            entryFileNames: '[name].js',
          },
        },
      },
    },
  },
  optimizeDeps: {
    include: [
      'lit',
      'lit/decorators.js',
      'zod/mini',
      'i18next',
      'axe-core',
      'fast-check',
      'hono',
      'lean-qr/nano',
      'jsqr',
      'credit-card-type/dist/lib/card-types.js',
    ],
  },
  test: {
    testTimeout: 30_000,
    // What has to be quick gives its own limit; a starved browser takes more than Vitest's second.
    expect: { poll: { timeout: 25_000 } },
    sequence: { sequencer: ScenariosFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          maxWorkers: 2,
          include: [
            'test/*.test.ts',
            'test/core/**/*.test.ts',
            'test/sandbox/**/*.test.ts',
            'test/i18n/**/*.test.ts',
            'test/bad-input/**/*.test.ts',
            'test/planted/**/*.test.ts',
          ],
        },
      },
      {
        // Interleavings, all of them in a model (`model`) and very many on the real client (`properties`).
        extends: true,
        test: {
          name: 'proofs',
          environment: 'node',
          include: ['test/model/**/*.test.ts', 'test/properties/**/*.test.ts'],
          testTimeout: 400_000,
          // Nobody else is at work meanwhile.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/elements/**/*.test.ts', 'test/card-frame/**/*.test.ts', 'test/flows/**/*.test.ts'],
          maxWorkers: 2,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 800, height: 900 },
            provider: playwright({ launchOptions: { executablePath, args: [...BROWSER_FLAGS] } }),
            instances: [{ browser: 'chromium' }],
            commands: { frameValue, takeClipboard, leaveClipboard },
          },
        },
      },
      {
        // Built files, real servers, a real browser: needs `npm run build` first.
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 3,
        },
      },
      {
        // Every screen of the built files, once, for those who do not see, point or hear.
        extends: true,
        test: {
          name: 'a11y',
          environment: 'node',
          include: ['test/a11y/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        // Chromium behind a network that fails on purpose, and Chromium that sleeps, caches and restores pages.
        extends: true,
        test: {
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.test.ts', 'test/lifecycle/**/*.test.ts'],
          testTimeout: 400_000,
          hookTimeout: 60_000,
          // Most of a scenario is waiting.
          maxWorkers: 5,
        },
      },
    ],
  },
});
