import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import type { BuildEnvironmentOptions, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** Every source file is its own module in the package build, so that a bundler drops what is not imported. */
const packageEntries = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter(
        (file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && !file.startsWith('card-frame/frame'),
      )
      .map((file) => [file.replace(/\.ts$/, ''), path.join(root, 'src', file)]),
  );

/** Writes dist/card-frame/index.html with the integrity of the one script it loads. */
const cardFrameDocument = (): Plugin => ({
  name: 'card-frame-document',
  applyToEnvironment: (environment) => environment.name === 'frame',
  generateBundle(_options, bundle) {
    const script = bundle['card-frame.js'];
    if (script?.type !== 'chunk') throw new Error('the card frame build did not produce card-frame.js');
    const integrity = `sha384-${createHash('sha384').update(script.code).digest('base64')}`;
    const template = readFileSync(path.join(root, 'src/card-frame/frame/index.html'), 'utf8');
    this.emitFile({
      type: 'asset',
      fileName: 'index.html',
      source: template.replace('{{integrity}}', integrity),
    });
  },
});

/**
 * Lit names its Trusted Types policy `lit-html`; a second Lit on the host page may not create it again.
 * Ours gets a name of its own in the script-tag build, where Lit is bundled.
 */
const renameLitPolicy = (): Plugin => ({
  name: 'rename-lit-policy',
  applyToEnvironment: (environment) => environment.name === 'cdn',
  transform(code, id) {
    if (!/lit-html[\\/](development[\\/])?lit-html\.js$/.test(id)) return undefined;
    const renamed = code.replace(/createPolicy\((['"])lit-html\1/, "createPolicy('checkout-session#lit'");
    if (renamed === code) this.error('lit-html no longer creates the policy this build renames');
    return { code: renamed, map: null };
  },
});

const shared = {
  target: 'es2022',
  sourcemap: true,
  emptyOutDir: true,
  modulePreload: false,
  reportCompressedSize: false,
  copyPublicDir: false,
} satisfies BuildEnvironmentOptions;

/** The browser the tests drive; `test/run.mjs` finds it and sets the variable. */
const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  plugins: [cardFrameDocument(), renameLitPolicy()],
  publicDir: false,
  builder: {
    sharedConfigBuild: false,
    async buildApp(builder) {
      rmSync(path.join(root, 'dist'), { recursive: true, force: true });
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
        outDir: 'dist/npm',
        minify: false,
        lib: { entry: packageEntries(), formats: ['es'] },
        rolldownOptions: {
          external: [/^lit($|\/)/, /^@lit\//, /^zod($|\/)/, /^i18next$/, /^lean-qr($|\/)/],
          output: {
            preserveModules: true,
            preserveModulesRoot: 'src',
            // hono is only the sandbox's, so it goes along; npm leaves nested `node_modules` out of a package.
            entryFileNames: ({ name }) => `${name.replaceAll('node_modules', 'vendor')}.js`,
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
        outDir: 'dist',
        emptyOutDir: false, // the other outputs live below it; buildApp clears the folder once
        manifest: 'manifest.json',
        lib: { entry: { 'checkout-session': path.join(root, 'src/define.ts') }, formats: ['es'] },
        rolldownOptions: {
          output: { minify: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
    // The card frame: a document of the provider's origin, with one script and no third party.
    frame: {
      consumer: 'client',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        ...shared,
        outDir: 'dist/card-frame',
        lib: { entry: { 'card-frame': path.join(root, 'src/card-frame/frame/main.ts') }, formats: ['es'] },
        rolldownOptions: {
          output: { minify: true, codeSplitting: false, entryFileNames: '[name].js' },
        },
      },
    },
  },
  optimizeDeps: {
    include: [
      'lit',
      'lit/decorators.js',
      '@lit/context',
      'zod/mini',
      'i18next',
      'axe-core',
      'fast-check',
      'hono',
      'lean-qr',
      'card-validator',
    ],
  },
  test: {
    testTimeout: 15_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'test/*.test.ts',
            'test/core/**/*.test.ts',
            'test/sandbox/**/*.test.ts',
            'test/i18n/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/elements/**/*.test.ts', 'test/card-frame/**/*.test.ts', 'test/flows/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 800, height: 900 },
            provider: playwright({ launchOptions: { executablePath, args: browserArgs } }),
            instances: [{ browser: 'chromium' }],
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
          fileParallelism: false,
        },
      },
    ],
  },
});
