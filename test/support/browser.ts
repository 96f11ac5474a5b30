import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { watchUntilClosed } from './canary.js';

/** The flags that a headless Chromium needs where there is neither a sandbox nor a network. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: ARGS });

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
