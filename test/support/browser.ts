import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { BROWSER_FLAGS } from './browser-flags.js';
import { watchUntilClosed } from './canary.js';

interface LaunchOptions {
  /** The browser with all its parts (autofill, page cache), and not only the shell that starts pages sooner. */
  readonly isWhole?: boolean;
  /** Beside the usual ones. */
  readonly flags?: readonly string[];
  /** Playwright's own flags that are left out. */
  readonly without?: readonly string[];
}

export const launchBrowser = async ({
  isWhole = false,
  flags = [],
  without = [],
}: LaunchOptions = {}): Promise<Browser> =>
  chromium.launch({
    executablePath:
      (isWhole ? undefined : process.env['HEADLESS_SHELL_PATH']) ??
      process.env['CHROME_PATH'] ??
      '/usr/bin/chromium',
    args: [...BROWSER_FLAGS, ...flags],
    ignoreDefaultArgs: [...without],
  });

export interface Heard {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The events that the host page has heard, over all pages of this tab. */
export const heard = async (page: Page): Promise<Heard[]> =>
  page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);

/** What the page's policy has blocked. */
export const violations = async (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { violations: string[] }).violations);

/**
 * A fresh context with a page that fails the test on an uncaught error. Closing it fails the test where anything of a card,
 * the token or the shopper's person is where it must not be.
 */
export async function freshPage(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1100, height: 900 },
    locale: 'en-US',
    ...options,
  });
  await watchUntilClosed(context);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  return { page, context, errors };
}
