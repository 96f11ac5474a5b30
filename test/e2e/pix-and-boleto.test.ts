import type { BrowserContext, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import { freshPage, violations } from '../support/browser.js';
import { fillDetails, payButton, pickMethod, quiet, untilStatus } from '../support/shopper.js';
import type { PageOptions, ShownSession } from '../support/stack.js';
import { useStack } from '../support/use-stack.js';

/*
 * What is particular to Pix and boleto, on the built files: that every dialect's payment goes through is in
 * success.test.ts, what a camera reads of it in brazil.test.ts.
 */

const rig = useStack();

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly shown: ShownSession;
  readonly errors: readonly string[];
}

interface Start {
  readonly provider: ProviderId;
  readonly method: string;
  /** The dialect wants to know who pays. */
  readonly asks?: boolean;
  readonly options?: PageOptions;
  /** Runs in the page before anything else of it. */
  readonly before?: () => void;
}

/** Up to the code or the slip, as the first screen after the press shows it. */
async function open({ provider, method, asks = false, options = {}, before }: Start): Promise<Opened> {
  const shown = rig.stack.checkout(provider, { currency: 'BRL', paymentMethods: [method] }, {}, options);
  const { page, context, errors } = await freshPage(rig.browser);
  if (before) await page.addInitScript(before);
  await page.goto(shown.url);
  await pickMethod(page, method);
  if (asks) {
    await quiet(page);
    await fillDetails(page);
  }
  await payButton(page).click();
  await untilStatus(page, 'action_required');
  return { page, context, shown, errors };
}

async function isPaidOnce({ page, context, shown, errors }: Opened): Promise<void> {
  await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
  expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
  expect(errors).toEqual([]);
  await context.close();
}

const code = (page: Page) => page.getByRole('textbox', { name: 'Pix code (copia e cola)' });

const AFTER = '<textarea aria-label="Paste here"></textarea>';

/** Ways in which a page of a browser grants no Clipboard API: what makes it so. */
const REFUSALS: readonly (readonly [way: string, refuse: () => void])[] = [
  ['the page’s policy forbids it', () => undefined],
  [
    'the shopper said no',
    () => {
      navigator.clipboard.writeText = async () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    },
  ],
  [
    'there is none',
    () => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    },
  ],
];

/** A page whose machine is five hours behind, and where time passes as the test says. */
function wrongClock(): void {
  const page = window as unknown as { skippedMs: number };
  const origin = performance.timeOrigin - 5 * 3_600_000;
  const now = performance.now.bind(performance);
  page.skippedMs = 0;
  Object.defineProperty(performance, 'timeOrigin', { value: origin });
  performance.now = () => now() + page.skippedMs;
  Date.now = () => origin + performance.now();
}

const skip = async (page: Page, minutes: number): Promise<void> =>
  page.evaluate((ms) => {
    (window as unknown as { skippedMs: number }).skippedMs = ms;
  }, minutes * 60_000);

describe('a Pix code', () => {
  test('is copied where no Clipboard API is granted, and the button keeps the focus', async () => {
    const headers = { 'Permissions-Policy': 'clipboard-write=()' };
    const { page, context, errors } = await open({
      provider: 'native',
      method: 'pix',
      options: { headers, after: AFTER },
    });
    const shownCode = await code(page).inputValue();
    const copy = page.getByRole('button', { name: /^(Copy Pix code|Copied)$/ });
    const target = page.getByRole('textbox', { name: 'Paste here' });
    for (const [way, refuse] of REFUSALS) {
      await target.fill(way);
      await target.press('ControlOrMeta+A');
      await target.press('ControlOrMeta+X');
      await page.evaluate(refuse);
      await copy.click();
      await copy.and(page.locator(':focus')).waitFor();
      await expect
        .poll(
          async () => {
            await target.fill('');
            await target.press('ControlOrMeta+V');
            return target.inputValue();
          },
          { message: way },
        )
        .toBe(shownCode);
      await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
    }
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('lasts by the server’s clock; is had anew without typing; paid after its time, it counts', async () => {
    const opened = await open({ provider: 'z2pay', method: 'pix', asks: true, before: wrongClock });
    const { page, shown } = opened;
    expect(await page.getByRole('timer').textContent()).toMatch(/1[45]:\d\d/);
    const first = await code(page).inputValue();
    await skip(page, 16);
    await page.getByRole('heading', { name: 'This Pix code has run out' }).waitFor();
    expect(await page.getByRole('img', { name: /^Pix QR code/ }).count()).toBe(0);
    // In one go: the right time again, and the press, before the code that is over is drawn as one that is not.
    await page.getByRole('button', { name: 'Get a new code' }).evaluate((button: HTMLButtonElement) => {
      (window as unknown as { skippedMs: number }).skippedMs = 0;
      button.click();
    });
    await expect.poll(async () => code(page).inputValue()).not.toBe(first);
    await skip(page, 16);
    await page.getByRole('heading', { name: 'This Pix code has run out' }).waitFor();
    rig.stack.sandbox.payPix(shown.id);
    await isPaidOnce(opened);
  });

  test('whose picture cannot be had is copied all the same, and drawn when it can', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context, errors } = await freshPage(rig.browser);
    const file = /\/chunks\/payment-qr-code-[^/]*\.js$/;
    await page.route(file, async (route) => route.fulfill({ status: 404, body: 'not found' }));
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await payButton(page).click();
    await page.getByText('Part of this page could not be loaded').waitFor();
    expect(await code(page).inputValue()).toMatch(/^000201/);
    expect(await page.getByRole('button', { name: 'Copy Pix code' }).isVisible()).toBe(true);
    await page.unroute(file);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('img', { name: /^Pix QR code/ }).waitFor();
    rig.stack.sandbox.payPix(shown.id);
    await isPaidOnce({ page, context, shown, errors });
  });
});

test('a boleto of plugtopay is copied bare by hand, stands there days later, and is paid then', async () => {
  const opened = await open({
    provider: 'plugtopay',
    method: 'boleto',
    asks: true,
    options: { after: AFTER },
  });
  const { page, shown } = opened;
  const field = page.getByRole('textbox', { name: 'Boleto number' });
  const line = await field.inputValue();
  await field.press('ControlOrMeta+A');
  await field.press('ControlOrMeta+C');
  const target = page.getByRole('textbox', { name: 'Paste here' });
  await target.press('ControlOrMeta+V');
  expect(await target.inputValue()).toBe(line.replace(/\D/g, ''));
  await page.goto(rig.stack.page('<p>elsewhere</p>'));
  await page.goto(shown.url);
  await field.waitFor();
  expect(await field.inputValue()).toBe(line);
  rig.stack.sandbox.pay(shown.id);
  await isPaidOnce(opened);
});
