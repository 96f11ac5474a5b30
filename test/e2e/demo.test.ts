import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/server.js';
import { freshPage, launchBrowser } from '../support/browser.js';
import { CARDS, fillCard, fillDetails, payButton } from '../support/shopper.js';

let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
beforeAll(async () => {
  demo = await startDemo({ ports: { shop: 0, api: 0, pay: 0 } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await demo.close();
});

describe('the demo’s shop', () => {
  test.each(['native', 'z2pay', 'plugtopay', 'conomy', 'payonify'])(
    'sells by card through %s, and says “paid” because the API did',
    async (provider) => {
      const currency = provider === 'payonify' ? 'USD' : 'BRL';
      const { page, context, errors } = await freshPage(browser);
      await page.goto(`${demo.shopUrl}/cart?provider=${provider}&currency=${currency}&method=card&locale=en`);
      await fillCard(page, CARDS.approved);
      await page.waitForLoadState('networkidle');
      await fillDetails(page);
      await payButton(page).click();
      await page.waitForURL('**/success**');
      await page.locator('[data-notice="paid"]').waitFor();
      expect(demo.sandbox.ledger.charges.at(-1)).toMatchObject({ currency, method: 'card' });
      expect(errors).toEqual([]);
      await context.close();
    },
  );

  test('does not believe a success page that is opened by hand', async () => {
    const { page, context } = await freshPage(browser);
    await page.goto(`${demo.shopUrl}/cart?provider=native&currency=BRL&method=pix&locale=en`);
    await payButton(page).waitFor();
    const successUrl = await page
      .locator('checkout-session')
      .evaluate(
        (element) =>
          (element as unknown as { state: { session: { successUrl: string } } }).state.session.successUrl,
      );
    expect(successUrl).toContain(`${demo.shopUrl}/success`);
    await page.goto(successUrl);
    await page.locator('[data-notice]').waitFor();
    expect(await page.locator('[data-notice]').getAttribute('data-notice')).not.toBe('paid');
    await context.close();
  });

  test('has a single-page app that imports the package, stays on its page and reads the order back', async () => {
    const { page, context, errors } = await freshPage(browser);
    await page.goto(`${demo.shopUrl}/spa`);
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await page.getByRole('radio', { name: /^Card/ }).last().check({ force: true });
    await fillCard(page, CARDS.approved);
    await page.waitForLoadState('networkidle');
    await fillDetails(page);
    await payButton(page).click();
    await page.getByText('payment-success').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/spa');
    expect(errors).toEqual([]);
    await context.close();
  });
});
