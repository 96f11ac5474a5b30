import type { Browser } from 'playwright';
import { shifts, watchShifts, type Shift } from '../layout-shift.js';

/** What a page around a checkout has to say, and what stands below it. */
export const ROOM =
  '<style>checkout-session:not(:defined){display:block;min-block-size:min(100svh,760px)}</style>';
export const BELOW = '<p>Questions? Write to us.</p>';

const SCREENS = [
  ['phone', { width: 390, height: 844 }],
  ['desktop', { width: 1280, height: 900 }],
] as const;

/** So slow that the first paint comes long before the session, and the session long before the card form. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 100_000 };

/** What moves from the first paint until the first method's form is drawn, the card frame in it. */
export async function measureShifts(
  browser: Browser,
  url: string,
): Promise<readonly (readonly [screen: string, shifts: readonly Shift[]])[]> {
  const found: [string, readonly Shift[]][] = [];
  for (const [screen, viewport] of SCREENS) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.emulateNetworkConditions', SLOW);
    await watchShifts(page);
    await page.goto(url);
    await page.getByRole('radio', { name: /^Card/ }).check({ force: true });
    await page.frameLocator('iframe[title="Card details"]').getByLabel('Card number').waitFor();
    await page.locator('card-form .ghost').waitFor({ state: 'detached' });
    found.push([screen, await shifts(page)]);
    await context.close();
  }
  return found;
}
