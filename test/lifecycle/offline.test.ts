import type { BrowserContext, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { lifecycleContext, pressNow } from '../support/lifecycle-browser.js';
import { ANSWER_FAULTS, latch, only } from '../support/lifecycle-gate.js';
import {
  hasPay,
  openReady,
  payElsewhere,
  pause,
  show,
  until,
  untilState,
  useStage,
  type Shown,
} from '../support/lifecycle-stage.js';
import { CARDS, payButton } from '../support/shopper.js';
import { checkoutTag } from '../support/stack.js';
import { WAIT_MS } from '../support/wait.js';

const stage = useStage();

/** A tab of its own context: a network is cut for a whole context. */
async function tab(): Promise<{ page: Page; context: BrowserContext }> {
  const context = await lifecycleContext(stage.browser);
  return { page: await context.newPage(), context };
}

/** Comes online again, and answers how many reads the server saw in the second after. */
async function comeBack(context: BrowserContext, shown: Shown): Promise<() => Promise<number>> {
  const before = stage.gate.count(shown.token, 'read');
  await context.setOffline(false);
  const at = performance.now();
  return async () => {
    await until('asked', () => stage.gate.count(shown.token, 'read') > before, 2_000);
    await pause(Math.max(0, 1_000 - (performance.now() - at)));
    return stage.gate.count(shown.token, 'read') - before;
  };
}

const says = async (page: Page, text: RegExp): Promise<void> =>
  page.getByText(text).and(page.locator(':visible')).first().waitFor({ timeout: WAIT_MS });

/** The words for what may go wrong are fetched when a method is picked, while there still is a network. */
const untilWordsAreThere = async (page: Page): Promise<void> =>
  until('words', async () => page.evaluate(() => customElements.get('payment-result') !== undefined));

describe.concurrent('a network that goes and comes', () => {
  test('before the session was read: says so, and reads it by itself', async () => {
    const shown = show(stage);
    const { page, context } = await tab();
    await page.goto(
      stage.stack.page(checkoutTag({ 'api-base': shown.apiBase, locale: 'en' }), {
        cacheControl: 'no-cache',
      }),
    );
    await until('upgraded', async () =>
      page.evaluate(() => customElements.get('checkout-session') !== undefined),
    );
    await context.setOffline(true);
    await page.locator('checkout-session').evaluate((element, token) => {
      element.setAttribute('token', token);
    }, shown.token);
    await untilState(page, ['unavailable']);
    await says(page, /could not be loaded/i);
    const reads = await comeBack(context, shown);
    await untilState(page, ['ready']);
    expect(await reads()).toBe(1);
    const heard = await page.evaluate(() => (window as unknown as { heard: { type: string }[] }).heard);
    expect(heard.map(({ type }) => type)).toContain('checkout-ready');
    await context.close();
  });

  test('while the form is filled in: one read, and nothing else', async () => {
    const shown = show(stage);
    const { page, context } = await tab();
    await openReady(stage, shown, 'pix', page);
    await context.setOffline(true);
    await pause(300);
    const reads = await comeBack(context, shown);
    expect(await reads()).toBe(1);
    expect(stage.gate.count(shown.token, 'pay')).toBe(0);
    await context.close();
  });

  test.each(['for the first time', 'after a decline'])(
    'when Pay is pressed %s: says that nothing was sent, and pays at the next press',
    async (turn) => {
      const shown = show(stage);
      if (turn === 'after a decline') await payElsewhere(stage, shown, CARDS.declined);
      const { page, context } = await tab();
      await openReady(stage, shown, 'pix', page);
      await untilWordsAreThere(page);
      const arrived = stage.stack.sandbox.ledger.arrivalsOf(shown.id).length;
      await context.setOffline(true);
      await payButton(page).click();
      await says(page, /You are offline\. Nothing was sent/);
      expect(await hasPay(page)).toBe(true);
      expect(stage.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(arrived);
      await context.setOffline(false);
      await payButton(page).click();
      await untilState(page, ['action_required']);
      expect(stage.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(arrived + 1);
      await context.close();
    },
  );

  test('when Pay is pressed, though the browser says that it is online: nothing is lost or sent twice', async () => {
    const shown = show(stage);
    const { page, context } = await tab();
    await context.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => true });
    });
    await openReady(stage, shown, 'pix', page);
    await untilWordsAreThere(page);
    await context.setOffline(true);
    await payButton(page).click();
    await untilState(page, ['ready', 'unknown']);
    await pause(500);
    expect(stage.stack.sandbox.ledger.arrivalsOf(shown.id)).toEqual([]);
    await says(page, /nothing was sent|confirming your payment/i);
    await context.setOffline(false);
    await pause(100);
    await pressNow(page);
    await untilState(page, ['action_required']);
    expect(stage.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(1);
    await context.close();
  });

  test('while the payment is on its way: the truth once it is back, and one payment', async () => {
    const shown = show(stage);
    const { page, context } = await tab();
    await openReady(stage, shown, 'pix', page);
    const held = latch();
    stage.gate.rule(
      shown.token,
      only('pay', async (run) => {
        const answer = await run();
        await held.pass();
        return answer;
      }),
    );
    await payButton(page).click();
    await held.reached;
    await context.setOffline(true);
    await pause(300);
    stage.stack.sandbox.payPix(shown.id);
    const reads = await comeBack(context, shown);
    await untilState(page, ['succeeded'], 5_000);
    expect(await reads()).toBeLessThanOrEqual(1);
    held.open();
    expect(stage.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    await context.close();
  });

  test('while the shopper pays elsewhere: one read, and the paid screen', async () => {
    const shown = show(stage);
    const { page, context } = await tab();
    await openReady(stage, shown, 'pix', page);
    await payButton(page).click();
    await untilState(page, ['action_required']);
    await context.setOffline(true);
    stage.stack.sandbox.payPix(shown.id);
    await pause(2_500);
    const reads = await comeBack(context, shown);
    await untilState(page, ['succeeded'], 2_000);
    expect(await reads()).toBe(1);
    await context.close();
  });

  test('while nobody knows what became of the payment: asked at once when it is back', async () => {
    const shown = show(stage);
    const { page, context } = await tab();
    await openReady(stage, shown, 'pix', page);
    stage.gate.rule(
      shown.token,
      only('pay', async (run) => {
        await context.setOffline(true);
        return ANSWER_FAULTS.lost(run);
      }),
    );
    await payButton(page).click();
    await untilState(page, ['unknown'], 25_000);
    await says(page, /confirming your payment/i);
    await pause(1_000);
    stage.gate.rule(shown.token);
    await comeBack(context, shown);
    await untilState(page, ['action_required'], 3_000);
    expect(stage.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(1);
    await context.close();
  });
});
