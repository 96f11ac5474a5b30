import { describe, expect, test } from 'vitest';
import { freshPage } from '../support/browser.js';
import { cardFrame, MARKS, pickMethod } from '../support/shopper.js';
import { firstScreenFiles, readManifest } from '../support/size.mjs';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

describe('what a page loads', () => {
  test('until the method list can be used is what the size gate weighs, and nothing else', async () => {
    // One method without a form, and a shopper who is known: nothing more is asked, so nothing more is fetched.
    const shown = rig.stack.checkout('native', { currency: 'BRL', paymentMethods: ['pix'] });
    const { page, context } = await freshPage(rig.browser);
    const files = new Set<string>();
    const others: string[] = [];
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url());
      if (origin === rig.stack.shopUrl && pathname.startsWith('/checkout/'))
        files.add(pathname.slice('/checkout/'.length));
      else if (
        ![rig.stack.shopUrl, rig.stack.apiUrl, rig.stack.payUrl].includes(origin) &&
        request.url() !== 'data:,'
      )
        others.push(request.url());
    });
    // They never come, and nobody waits for them.
    await context.route(MARKS, () => undefined);
    await page.goto(shown.url);
    await page.getByRole('radio', { name: /^Pix/ }).waitFor();
    expect([...files].filter((file) => !MARKS.test(`/${file}`)).sort()).toEqual(
      [...firstScreenFiles(readManifest())].sort(),
    );
    // No third party is ever asked for anything.
    expect(others).toEqual([]);
    await context.close();
  });

  test('the marks come into boxes that were there from the start, and nothing moves', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await context.route(MARKS, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(shown.url);
    await page.getByRole('radio', { name: /^Pix/ }).waitFor();
    const places = async (): Promise<unknown> =>
      page
        .locator('payment-method-picker')
        .locator('label, label span, payment-mark')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as unknown));
    const before = await places();
    expect(await page.locator('payment-mark svg').count()).toBe(0);
    release();
    await page.locator('payment-mark svg').first().waitFor();
    expect(await places()).toEqual(before);
    await context.close();
  });

  test('without the marks a method is picked all the same, and no error is told', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL', paymentMethods: ['pix', 'boleto'] });
    const { page, context, errors } = await freshPage(rig.browser);
    let refused = 0;
    await context.route(MARKS, async (route) => {
      refused += 1;
      await route.abort('connectionreset');
    });
    await page.addInitScript(() => {
      addEventListener('checkout-error', () => (document.title = 'checkout-error'));
    });
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await page.getByRole('radio', { name: /^Pix/, checked: true }).waitFor();
    expect(refused).toBeGreaterThan(0);
    expect(await page.getByText('Part of this page could not be loaded').isVisible()).toBe(false);
    expect(await page.title()).not.toBe('checkout-error');
    expect(errors).toEqual([]);
    expect(await page.locator('payment-mark svg').count()).toBe(0);
    await context.close();
  });

  test('a form whose file cannot be fetched says so, the other methods work, and trying again mends it', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await context.route('**/chunks/card-form-*.js', (route) => route.abort('connectionreset'));
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await page.getByText('Part of this page could not be loaded').waitFor();
    await pickMethod(page, 'pix');
    await page.getByText('Part of this page could not be loaded').waitFor({ state: 'hidden' });
    await pickMethod(page, 'card');
    await context.unroute('**/chunks/card-form-*.js');
    await page.getByRole('button', { name: 'Try again' }).click();
    await cardFrame(page).getByLabel('Card number').waitFor();
    await context.close();
  });
});
