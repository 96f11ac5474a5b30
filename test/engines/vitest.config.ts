import path from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig, type ViteUserConfig } from 'vitest/config';
import base from '../../vite.config.js';
import { BROWSER_FLAGS } from '../support/browser-flags.js';
import { leaveClipboard, takeClipboard } from '../support/clipboard-turns.js';
import { frameValue } from '../support/frame-value.js';
import { firefox } from './firefox-provider.js';
import { EngineReport, reportFile } from './report.js';
import { frameValue as frameValueInWebKit, webkitgtk } from './webkit-provider.js';

const root = path.join(import.meta.dirname, '../..');

const PROVIDERS = {
  chromium: {
    browser: 'chromium',
    provider: () =>
      playwright({
        launchOptions: {
          executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
          args: [...BROWSER_FLAGS],
        },
      }),
  },
  firefox: { browser: 'firefox', provider: firefox },
  // A name of its own: `webkit` would have Vitest go around faults of an older WebKit.
  webkitgtk: { browser: 'webkitgtk' as 'webkit', provider: webkitgtk },
} as const;

/** Which one: `run.ts` says so. */
const engine = (process.env['ENGINE'] ?? 'chromium') as keyof typeof PROVIDERS;
const { browser, provider } = PROVIDERS[engine];

const { projects: _ofNpmTest, ...shared } = (base as ViteUserConfig).test ?? {};
// Vitest asks for a default export.
export default mergeConfig(
  { ...(base as ViteUserConfig), test: shared } as ViteUserConfig,
  defineConfig({
    root,
    // What is prepared for one engine is not taken away under another.
    cacheDir: path.join(root, `node_modules/.vite-${engine}`),
    optimizeDeps: { include: ['@vitest/browser/locators'] },
    test: {
      reporters: ['default', new EngineReport(reportFile(engine))],
      // A window in the background has no focus in Firefox; WebKitGTK's driver has one window only.
      fileParallelism: engine === 'chromium',
      projects: [
        {
          extends: true,
          test: {
            name: engine,
            include: [
              'test/elements/**/*.test.ts',
              'test/card-frame/**/*.test.ts',
              'test/flows/**/*.test.ts',
            ],
            // None promises a time: WebKitGTK takes twenty times as long as Chromium to write a number in words.
            testTimeout: 120_000,
            setupFiles: [path.join(import.meta.dirname, 'tester.ts')],
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              viewport: { width: 800, height: 900 },
              provider: provider(),
              instances: [{ browser }],
              commands: {
                frameValue: engine === 'webkitgtk' ? frameValueInWebKit : frameValue,
                takeClipboard,
                leaveClipboard,
              },
            },
          },
        },
        {
          extends: true,
          test: {
            name: `${engine}, built`,
            environment: 'node',
            include: ['test/engines/*.test.ts'],
            testTimeout: 120_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  }),
);
