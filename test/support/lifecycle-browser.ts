import type { Browser, BrowserContext, Page } from 'playwright';
import { launchBrowser } from './browser.js';
import { watchUntilClosed } from './canary.js';
import { WAIT_MS } from './wait.js';

/** What Playwright switches off and a shopper's browser has: pages that sleep out of sight, and come back as they were. */
const SWITCHED_ON_AGAIN = [
  '--disable-back-forward-cache',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** Playwright's list without `ThirdPartyStoragePartitioning`. Of two such lists Chromium takes the last. */
const STILL_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'HttpsUpgrades',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'Translate',
];

/** A Chromium with back/forward cache, background timer throttling and storage partitioning. */
export const launchLifecycleBrowser = async (): Promise<Browser> =>
  launchBrowser({
    isWhole: true,
    flags: [`--disable-features=${STILL_OFF.join(',')}`],
    without: SWITCHED_ON_AGAIN,
  });

/** A sign of a page's life, as the page itself saw it. */
export interface Sign {
  readonly type: string;
  /** Of `pageshow` and `pagehide`: whether the page came from the back/forward cache, or goes to it. */
  readonly persisted?: boolean;
  readonly visibility: string;
}

/** What the scripts below leave in the page. */
interface LifeWindow {
  readonly life: Sign[];
  /** When set, Pay is pressed inside the first `pageshow` after a return, before any of the page's own listeners. */
  pressOnReturn?: boolean;
  readonly press: () => void;
}

/** Runs in the page before its own scripts: listeners that are there first, and hear all. */
function recordLife(): void {
  const life: Sign[] = [];
  const press = (): void => {
    const element = document.querySelector('checkout-session') as
      (HTMLElement & { submit?: () => Promise<unknown> }) | null;
    const button = element?.shadowRoot?.querySelector('pay-button')?.shadowRoot?.querySelector('button');
    button?.click();
    void element?.submit?.();
  };
  const own: LifeWindow = { life, press };
  const target = Object.assign(window, own);
  for (const type of ['pageshow', 'pagehide'])
    addEventListener(type, (event) => {
      life.push({
        type,
        persisted: (event as PageTransitionEvent).persisted,
        visibility: document.visibilityState,
      });
      if (type === 'pageshow' && (event as PageTransitionEvent).persisted && target.pressOnReturn) press();
    });
  for (const type of ['visibilitychange', 'freeze', 'resume'])
    document.addEventListener(type, () => {
      life.push({ type, visibility: document.visibilityState });
    });
}

/** A context whose pages record their life. */
export async function lifecycleContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, locale: 'en-US' });
  await watchUntilClosed(context);
  await context.addInitScript(recordLife);
  return context;
}

export const lifeOf = async (page: Page): Promise<readonly Sign[]> =>
  page.evaluate(() => (window as unknown as LifeWindow).life);

/** Presses Pay by every way there is, in the page, without waiting for anything. */
export const pressNow = async (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as LifeWindow).press();
  });

/**
 * Has Pay pressed in the very `pageshow` that brings the page back: `early` before the element has heard of the
 * return, `late` just after it has.
 */
export const pressOnReturn = async (page: Page, when: 'early' | 'late'): Promise<void> =>
  page.evaluate((isEarly) => {
    const life = window as unknown as LifeWindow;
    if (isEarly) life.pressOnReturn = true;
    else
      addEventListener('pageshow', () => {
        life.press();
      });
  }, when === 'early');

/** Follows a link away from the page. */
export async function goAway(page: Page, url: string): Promise<void> {
  await page.evaluate((href) => {
    location.href = href;
  }, url);
  await page.waitForURL(url, { waitUntil: 'load' });
}

/** Back, as the button does it; the page is taken anew from its context, because its target may be another one now. */
export async function goBack(page: Page, url: string): Promise<Page> {
  const context = page.context();
  await page.evaluate(() => {
    history.back();
  });
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const back = context.pages().find((one) => one.url() === url);
    if (back && (await isThere(back))) return back;
    if (Date.now() > until) throw new Error(`the page did not come back to ${url}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const isThere = async (page: Page): Promise<boolean> =>
  page.evaluate(() => 'life' in window && document.readyState === 'complete').catch(() => false);
