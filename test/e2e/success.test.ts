import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import { freshPage, heard, violations } from '../support/browser.js';
import {
  CARDS,
  clickAway,
  fillCard,
  fillDetails,
  payButton,
  pickMethod,
  quiet,
  untilStatus,
} from '../support/shopper.js';
import { checkoutTag, type ShownSession } from '../support/stack.js';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

/** Every method that every dialect offers. */
const ROWS: readonly (readonly [provider: ProviderId, currency: string, method: string])[] = [
  ['native', 'BRL', 'card'],
  ['native', 'BRL', 'pix'],
  ['native', 'BRL', 'boleto'],
  ['native', 'USD', 'mobile_money'],
  ['native', 'USD', 'zimswitch'],
  ['native', 'ZWG', 'mobile_money'],
  ['native', 'CLP', 'bank_redirect'],
  ['z2pay', 'BRL', 'card'],
  ['z2pay', 'BRL', 'pix'],
  ['z2pay', 'BRL', 'boleto'],
  ['plugtopay', 'BRL', 'card'],
  ['plugtopay', 'BRL', 'pix'],
  ['plugtopay', 'USD', 'card'],
  ['conomy', 'BRL', 'card'],
  ['conomy', 'BRL', 'pix'],
  ['conomy', 'CLP', 'bank_redirect'],
  ['payonify', 'USD', 'mobile_money'],
  ['payonify', 'USD', 'card'],
  ['payonify', 'USD', 'zimswitch'],
  ['payonify', 'ZWG', 'mobile_money'],
];

describe('each dialect’s methods reach the success URL', () => {
  test.each(ROWS)('%s in %s by %s', async (provider, currency, method) => {
    const shown = rig.stack.checkout(provider, { currency });
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, method);
    if (method === 'card') await fillCard(page, CARDS.approved);
    if (method === 'mobile_money')
      await page.getByRole('textbox', { name: 'Mobile number' }).fill('0771111111');
    await quiet(page);
    await fillDetails(page);
    await payButton(page).click();
    if (method !== 'card') await payElsewhere(method, page, shown);
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    // The session's id where the merchant asked for it; the token in no URL but where it is that id.
    expect(new URL(page.url()).searchParams.get('session')).toBe(rig.stack.sandbox.session(shown.id).id);
    if (shown.token !== shown.id) expect(page.url()).not.toContain(shown.token);
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toMatchObject([
      { amount: rig.stack.sandbox.session(shown.id).totals.total, currency },
    ]);
    expect(errors).toEqual([]);
    await context.close();
  });
});

async function payElsewhere(
  method: string,
  page: import('playwright').Page,
  shown: ShownSession,
): Promise<void> {
  if (method === 'zimswitch' || method === 'bank_redirect') {
    await page.waitForURL(`${rig.stack.payUrl}/payer/**`);
    await page.getByRole('button', { name: /^Pay/ }).click();
    return;
  }
  await untilStatus(page, 'action_required', 'succeeded');
  if (method === 'pix') {
    await page.getByRole('img', { name: /^Pix QR code/ }).waitFor();
    rig.stack.sandbox.payPix(shown.id);
  }
  if (method === 'boleto') {
    await page.getByText('Your boleto is ready').waitFor();
    rig.stack.sandbox.pay(shown.id);
  }
}

describe('on the way', () => {
  test('the strict page reports no violation, the token leaves the element, and the host page hears all events in order', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    expect(await page.locator('checkout-session').getAttribute('token')).toBeNull();
    expect(await page.content()).not.toContain(shown.token);
    await payButton(page).click();
    await page.getByRole('img', { name: /^Pix QR code/ }).waitFor();
    expect(await violations(page)).toEqual([]);
    rig.stack.sandbox.payPix(shown.id);
    await page.waitForURL(`${rig.stack.shopUrl}/success**`);
    await page.goto(rig.stack.page(''));
    const events = (await heard(page)).map(({ type }) => type);
    expect(events.filter((type) => type !== 'checkout-state-change')).toEqual([
      'checkout-ready',
      'payment-method-change',
      'payment-start',
      'payment-action',
      'payment-success',
      'checkout-redirect',
    ]);
    expect(JSON.stringify(await heard(page))).not.toContain(shown.token);
    await context.close();
  });

  test.each([
    ['native', '12', 'Pay 12 × R$15.30 · total R$183.60'],
    ['plugtopay', '3', 'Pay 3 × R$50.00 · total R$150.00'],
  ] as const)('%s in %s instalments: charged as the pay button said', async (provider, count, label) => {
    const installments = [
      { count: 1, amount: 15_000, total: 15_000 },
      { count: 3, amount: 5_000, total: 15_000, interestFree: true },
      {
        count: 12,
        amount: 1_530,
        total: 18_360,
        interestFree: false,
        interestRate: '1.99',
        brands: ['visa'],
      },
    ];
    const shown = rig.stack.checkout(provider, {
      currency: 'BRL',
      amount: 15_000,
      paymentMethods: [{ type: 'card', installments }, 'pix'],
    });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.approved);
    await quiet(page);
    await fillDetails(page);
    await page.getByRole('combobox', { name: 'Instalments' }).selectOption(count);
    await page.getByRole('button', { name: label }).click();
    await page.waitForURL(`${rig.stack.shopUrl}/success**`);
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toMatchObject([
      { amount: 15_000, installments: installments.find((offer) => String(offer.count) === count) },
    ]);
    await context.close();
  });

  test('3-D Secure in the page: the challenge is passed in its frame', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.challenge);
    await payButton(page).click();
    const challenge = page.frameLocator('iframe[title="Confirmation page of your bank"]');
    await clickAway(challenge.getByRole('button', { name: /confirm|approve|allow/i }).first());
    await page.waitForURL(`${rig.stack.shopUrl}/success**`);
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    await context.close();
  });

  test('3-D Secure by redirect: the shopper leaves, confirms, comes back and goes on', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.redirect);
    await payButton(page).click();
    await page.waitForURL(`${rig.stack.payUrl}/payer/**`);
    await page
      .getByRole('button', { name: /confirm|approve|allow/i })
      .first()
      .click();
    await page.waitForURL(`${rig.stack.shopUrl}/success**`);
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    await context.close();
  });

  test('a payment link that is reloaded after paying shows that it is paid, and not another form', async () => {
    const { link, apiBase } = rig.stack.sandbox.createPaymentLink('native', {
      currency: 'BRL',
      paymentMethods: ['pix'],
    });
    const { page, context } = await freshPage(rig.browser);
    const tag = checkoutTag({ 'payment-link': link, 'api-base': apiBase, locale: 'en', redirect: 'manual' });
    await page.goto(rig.stack.page(tag));
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    const { sessionId } = rig.stack.sandbox.ledger.arrivals.at(-1) ?? { sessionId: '' };
    rig.stack.sandbox.payPix(sessionId);
    await untilStatus(page, 'succeeded');
    await page.reload();
    await untilStatus(page, 'succeeded');
    expect(await payButton(page).count()).toBe(0);
    await context.close();
  });

  test('the success page is not reachable by Back into a live form', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(rig.stack.page('<p>before</p>'));
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    rig.stack.sandbox.payPix(shown.id);
    await page.waitForURL(`${rig.stack.shopUrl}/success**`);
    await page.goBack();
    // The checkout was replaced, not left behind.
    expect(page.url()).not.toBe(shown.url);
    await context.close();
  });
});
