import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the checkout when a method is picked; here beforehand, so that no test waits for a file.
import '../../src/core/payment-runner.js';
import '../../src/define.js';
import { expectAccessible, openStage, showAlone } from './stage.js';

const button = () => page.getByRole('button');

describe('in a checkout', () => {
  test.each([
    ['pay', undefined, 'Pay R$150.00'],
    ['donate', undefined, 'Donate R$150.00'],
    ['book', undefined, 'Book and pay R$150.00'],
    // What the method charges is what the button says.
    ['pay', 'itau', 'Pay $31.20'],
  ] as const)('%s, by %s: %s', async (submitType, method, label) => {
    const stage = await openStage({
      session: {
        currency: 'BRL',
        items: [{ name: 'Coffee', unitAmount: 15000 }],
        submitType,
        paymentMethods: [
          'pix',
          { type: 'bank_redirect', id: 'itau', label: 'Itaú', currency: 'USD', amount: 3120 },
        ],
      },
      ...(method && { method }),
    });
    const element = await stage.add('pay-button');
    await expect.element(button()).toHaveAccessibleName(label);
    await expectAccessible(element);
  });

  test('says to whom and how it pays', async () => {
    const stage = await openStage({
      session: { currency: 'BRL', merchant: { name: 'Café do Porto' }, paymentMethods: ['pix', 'boleto'] },
    });
    const element = await stage.add('pay-button');
    await expect.element(page.getByText('Café do Porto', { exact: true })).toHaveProperty('localName', 'bdi');
    await expect.element(button()).toHaveAccessibleDescription('To Café do Porto');
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await element.updateComplete;
    await expect.element(button()).toHaveAccessibleDescription('To Café do Porto · Pix');
  });

  test.each(['12.5', '1e20', 'abc'])('amount="%s" is no amount: it says what is charged', async (written) => {
    const stage = await openStage({
      session: { currency: 'BRL', items: [{ name: 'Coffee', unitAmount: 15000 }] },
      method: 'pix',
    });
    const element = await stage.add('pay-button');
    element.setAttribute('amount', written);
    await element.updateComplete;
    await expect.element(button()).toHaveAccessibleName('Pay R$150.00');
  });

  test('only asks, by pointer and by keyboard: what comes of it is the checkout’s', async () => {
    const stage = await openStage({ session: { currency: 'BRL' }, method: 'pix' });
    await stage.add('pay-button');
    await button().click();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard(' ');
    expect(stage.submits()).toBe(3);
    expect(stage.store.state.status).toBe('ready');
  });

  test('is busy while a payment is sent, keeps the focus, and is gone afterwards', async () => {
    const stage = await openStage({ session: { currency: 'BRL' }, method: 'pix' });
    const element = await stage.add('pay-button');
    element.focus();
    stage.store.dispatch({ type: 'payment_submitted' });
    await element.updateComplete;
    await expect.element(button()).toHaveTextContent('Processing…');
    await expect.element(button()).toHaveAttribute('aria-disabled', 'true');
    expect(document.activeElement).toBe(element);
    await expectAccessible(element);
    await stage.pass(0);
    expect(button().query()).toBeNull();
  });
});

/** § 312j BGB: the button says nothing but that. */
describe('in a language whose law wants its own words on the button and nothing else', () => {
  test.each([
    ['pay', 'Zahlungspflichtig bestellen'],
    ['donate', 'Jetzt spenden'],
    ['book', 'Zahlungspflichtig buchen'],
  ] as const)('%s: the amount stands below %s', async (submitType, label) => {
    const stage = await openStage({
      session: { currency: 'EUR', items: [{ name: 'Kaffee', unitAmount: 123450 }], submitType },
      locale: 'de',
    });
    const element = await stage.add('pay-button');
    await expect.element(button()).toHaveAccessibleName(label);
    await expect.element(button()).toHaveAccessibleDescription(/^1\.234,50\s€ bei /);
    await expect.element(page.getByText(/1\.234,50/)).toBeVisible();
    await expectAccessible(element);
  });
});

describe('alone', () => {
  test('is what its properties say', async () => {
    await showAlone('pay-button', { amount: 1999, currency: 'CLP', submitType: 'donate' });
    await expect.element(button()).toHaveAccessibleName(/^Donate CLP\s1,999$/);
  });

  test('busy, it asks for nothing', async () => {
    const element = await showAlone('pay-button', { amount: 1999, currency: 'USD', busy: true });
    let asked = 0;
    element.addEventListener('checkout-submit-request', () => asked++);
    await button().click({ force: true });
    expect(asked).toBe(0);
  });

  test('without an amount there is nothing to press', async () => {
    await showAlone('pay-button', { currency: 'USD' });
    await showAlone('pay-button', { currency: 'USD', amount: 12.5 });
    expect(button().query()).toBeNull();
  });
});
