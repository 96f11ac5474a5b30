import { describe, expect, test } from 'vitest';
import { freshPage } from '../support/browser.js';
import { cardFrame, pickMethod } from '../support/shopper.js';
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
    await page.goto(shown.url);
    await page.getByRole('radio', { name: /^Pix/ }).waitFor();
    expect([...files].sort()).toEqual([...firstScreenFiles(readManifest())].sort());
    // No third party is ever asked for anything.
    expect(others).toEqual([]);
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
