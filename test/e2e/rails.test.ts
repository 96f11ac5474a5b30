import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { freshPage, violations } from '../support/browser.js';
import { fillDetails, payButton, quiet, untilStatus } from '../support/shopper.js';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

async function start(page: Page, url: string, method: RegExp | string): Promise<void> {
  await page.goto(url);
  const radio = page.getByRole('radio', { name: method });
  await radio.waitFor();
  if (!(await radio.isChecked())) await radio.check({ force: true });
  await quiet(page);
  await fillDetails(page);
}

describe('a rail of Latin America is paid', () => {
  test('by a transfer: the details are copied, the page is closed, and the money comes days later', async () => {
    const session = { currency: 'MXN', amount: 125_050, paymentMethods: ['SPEI', 'FINTOC'] };
    const { id, url } = rig.stack.checkout('conomy', session);
    const { page, context, errors } = await freshPage(rig.browser);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await start(page, url, /^SPEI/);
    await payButton(page).click();
    await page.getByRole('button', { name: 'Copy: CLABE' }).click();
    await page.getByRole('status').filter({ hasText: 'Copied: CLABE' }).waitFor({ state: 'attached' });
    const clabe = await page.evaluate(async () => navigator.clipboard.readText());
    expect(clabe).toMatch(/^646180\d{12}$/);
    await page.goto(rig.stack.page('<p>elsewhere</p>'));
    await page.goto(url);
    await page.getByRole('group', { name: 'CLABE' }).waitFor();
    expect((await page.getByRole('group', { name: 'CLABE' }).innerText()).replace(/\D/g, '')).toBe(clabe);
    expect(await violations(page)).toEqual([]);
    rig.stack.sandbox.pay(id);
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    expect(rig.stack.sandbox.ledger.chargesOf(id)).toHaveLength(1);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('by a code of Argentina’s banks', async () => {
    const { id, url } = rig.stack.checkout('conomy', { currency: 'ARS', paymentMethods: ['PCT', 'CARD'] });
    const { page, context, errors } = await freshPage(rig.browser);
    await start(page, url, /^Transferencia con QR/);
    await payButton(page).click();
    await page.getByRole('img', { name: /^QR code to pay/ }).waitFor();
    rig.stack.sandbox.pay(id);
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    expect(errors).toEqual([]);
    await context.close();
  });

  test('by a wallet of Colombia that asks on the phone', async () => {
    const { id, url } = rig.stack.checkout('conomy', { currency: 'COP', paymentMethods: ['NEQUI', 'PSE'] });
    const { page, context, errors } = await freshPage(rig.browser);
    await start(page, url, /^Nequi/);
    await page.getByRole('textbox', { name: 'Mobile number' }).fill('+57 300 765 4321');
    await payButton(page).click();
    await page.getByText('Open the message from Nequi').waitFor();
    await page.getByText(/300 765 4321/).waitFor();
    rig.stack.sandbox.answerPhone(id, 'approve');
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    expect(errors).toEqual([]);
    await context.close();
  });

  test('by PSE, which asks for the bank and nothing of the kind from the others', async () => {
    const { id, url } = rig.stack.checkout('conomy', { currency: 'COP', paymentMethods: ['NEQUI', 'PSE'] });
    const { page, context } = await freshPage(rig.browser);
    await start(page, url, /^Nequi/);
    expect(await page.getByRole('combobox', { name: 'Bank' }).count()).toBe(0);
    await page.getByRole('radio', { name: /^PSE/ }).check({ force: true });
    await page.getByRole('combobox', { name: 'Bank' }).selectOption({ label: 'Bancolombia' });
    await payButton(page).click();
    await page.getByRole('button', { name: 'Pay', exact: true }).click();
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    expect(rig.stack.sandbox.ledger.chargesOf(id)).toHaveLength(1);
    await context.close();
  });
});

describe('a type nobody here knows, which the API marks as a redirect', () => {
  const paymentMethods = [{ type: 'open_banking', flow: 'redirect' as const }, { type: 'barter' }];

  test('leads to its page and back: declined, left open, and paid in the end', async () => {
    const { id, url } = rig.stack.checkout('native', { currency: 'EUR', paymentMethods });
    const { page, context } = await freshPage(rig.browser);
    await start(page, url, 'Open banking');
    const back = async (answer: string): Promise<void> => {
      await page.getByRole('button', { name: answer, exact: true }).click();
    };
    await payButton(page).click();
    await back('Let the bank decline');
    await page.getByRole('alert').filter({ hasText: 'not approved' }).waitFor();
    await payButton(page).click();
    await page.getByRole('button', { name: 'Pay', exact: true }).waitFor();
    // The shopper goes back without an answer: the page is offered once more, and nothing is sent again.
    await page.goBack();
    await untilStatus(page, 'action_required');
    await page.getByRole('button', { name: 'Continue to Open banking' }).click();
    await back('Pay');
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    expect(rig.stack.sandbox.ledger.chargesOf(id)).toHaveLength(1);
    await context.close();
  });
});
