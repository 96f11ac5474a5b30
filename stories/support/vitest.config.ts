import path from 'node:path';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { BROWSER_FLAGS } from '../../test/support/browser-flags.js';

const root = path.resolve(import.meta.dirname, '../..');

/** The browser that `test/run.mjs` finds. */
const executablePath = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';

/** Every story is opened in Chromium, played, and examined (`examine.ts`). */
export default defineConfig({
  root,
  publicDir: false,
  plugins: [storybookTest({ configDir: path.join(root, '.storybook') })],
  test: {
    name: 'stories',
    testTimeout: 60_000,
    maxWorkers: 2,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1100, height: 900 },
      provider: playwright({ launchOptions: { executablePath, args: [...BROWSER_FLAGS] } }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
