import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sessionOf } from '../../src/core/machine/state.js';
import type { CheckoutSessionElement } from '../../src/elements/checkout-session/checkout-session.js';
import type { CheckoutErrorEvent } from '../../src/events.js';
import { openCheckout, type OpenCheckout, type OpenCheckoutOptions } from './open-checkout.js';

type Told = CheckoutErrorEvent['detail'];

/** A whole checkout, and the `checkout-error` events it has told so far. */
function openListening(options: OpenCheckoutOptions = {}): OpenCheckout & { readonly told: readonly Told[] } {
  const told: Told[] = [];
  const opened = openCheckout({
    ...options,
    prepare(element, sandbox) {
      element.addEventListener('checkout-error', ({ detail }) => told.push(detail));
      options.prepare?.(element, sandbox);
    },
  });
  return { ...opened, told };
}

const status = (element: CheckoutSessionElement) => expect.poll(() => element.state.status);
const codes = (told: readonly Told[]) => told.map(({ kind, code }) => `${kind} ${code}`);

describe('refresh, where nothing runs yet', () => {
  test('answers the state reached by beginning anew', async () => {
    const { element } = openCheckout({ attributes: { provider: 'nobody' } });
    await status(element).toBe('unavailable');
    element.provider = 'native';
    expect((await element.refresh()).status).toBe('ready');
  });

  test('answers that it cannot be shown where nothing was mended', async () => {
    const { element, told } = openListening({ attributes: { provider: 'nobody' } });
    await status(element).toBe('unavailable');
    expect((await element.refresh()).status).toBe('unavailable');
    expect(codes(told)).toEqual(['integration unknown_provider', 'integration unknown_provider']);
  });
});

describe('an address that is set after the start', () => {
  test('is the way back from then on', async () => {
    const { element } = openCheckout({ session: { cancelUrl: undefined } });
    await status(element).toBe('ready');
    expect(page.getByRole('button', { name: /^Cancel/ }).query()).toBeNull();
    element.cancelUrl = 'https://shop.example/cart';
    await expect.element(page.getByRole('button', { name: /^Cancel and return/ })).toBeVisible();
  });

  test('is where a paid checkout leads to', async () => {
    const { element, sandbox, sessionId } = openCheckout({ session: { successUrl: undefined } });
    const left: string[] = [];
    element.addEventListener('checkout-redirect', ({ detail }) => left.push(detail.url));
    await page.getByRole('radio', { name: 'Pix' }).click();
    await element.submit();
    await status(element).toBe('action_required');
    element.successUrl = 'https://shop.example/later';
    await element.updateComplete;
    await element.refresh();
    sandbox.pay(sessionId);
    await element.refresh();
    expect(left).toEqual(['https://shop.example/later']);
  });

  test('is told where it is not safe', async () => {
    const { element, told } = openListening({ session: { successUrl: undefined } });
    await status(element).toBe('ready');
    element.successUrl = 'javascript:alert(1)';
    await expect.poll(() => codes(told)).toEqual(['integration unsafe_url']);
  });
});

describe('what a checkout begins with', () => {
  test.each([
    ['fetch', (element: CheckoutSessionElement) => (element.fetch = async () => new Response())],
    [
      'cardFrame',
      (element: CheckoutSessionElement) => (element.cardFrame = 'https://pay.example/frame.html'),
    ],
  ])('is told to come too late, once, where it is set after the start: %s', async (name, set) => {
    const { element, told } = openListening();
    await status(element).toBe('ready');
    set(element);
    await expect.poll(() => codes(told)).toEqual(['integration set_too_late']);
    expect(told[0]?.message).toContain(name);
    set(element);
    await element.updateComplete;
    await element.refresh();
    expect(told).toHaveLength(1);
  });

  test.each([
    ['success-url', 'successUrl'],
    ['cancel-url', 'cancelUrl'],
    ['card-frame', 'cardFrame'],
  ])('an unsafe %s is told, and the checkout does without it', async (attribute, name) => {
    const { element, told } = openListening({
      session: { successUrl: undefined, cancelUrl: undefined },
      attributes: { [attribute]: 'http://shop.example/page' },
    });
    await status(element).toBe('ready');
    expect(codes(told)).toEqual(['integration unsafe_url']);
    expect(told[0]?.message).toContain(name);
    const session = sessionOf(element.state);
    expect(session?.successUrl ?? session?.cancelUrl).toBeUndefined();
  });
});

describe('the language of the page', () => {
  test('is seen from within shadow roots', async () => {
    const outer = document.createElement('div');
    outer.lang = 'pt-BR';
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const root = inner.attachShadow({ mode: 'open' });
    document.body.append(outer);
    onTestFinished(() => {
      outer.remove();
    });
    const { element } = openCheckout({ prepare: (made) => (made.locale = undefined) });
    root.append(element);
    await expect.element(page.getByRole('button', { name: /^Pagar R\$/ })).toBeVisible();
  });

  test('is the nearest: a root that says its own is not overruled from outside', async () => {
    const outer = document.createElement('div');
    outer.lang = 'pt-BR';
    const inner = document.createElement('div');
    inner.lang = 'es';
    outer.attachShadow({ mode: 'open' }).append(inner);
    document.body.append(outer);
    onTestFinished(() => {
      outer.remove();
    });
    const { element } = openCheckout({ prepare: (made) => (made.locale = undefined) });
    inner.append(element);
    await expect.element(page.getByRole('region', { name: 'Pago' })).toBeVisible();
  });
});

describe('a payment link that two elements show', () => {
  test('is shown by the first, until that one is gone', async () => {
    const link = (made: CheckoutSessionElement): void => {
      made.token = undefined;
      made.paymentLink = 'link_1';
    };
    const never = async (): Promise<Response> => new Promise(() => undefined);
    const first = openListening({ prepare: link });
    const second = openListening({
      prepare(made) {
        link(made);
        made.fetch = never;
      },
    });
    await expect.poll(() => codes(second.told)).toEqual(['integration duplicate_token']);
    expect(second.element.state.status).toBe('unavailable');
    first.element.remove();
    await status(second.element).toBe('loading');
  });
});

describe('submit, with several methods and nothing to pick one by', () => {
  test('tells the developer so, and the shopper stays where they are', async () => {
    const { element, told } = openListening({ children: '<pay-button></pay-button>' });
    await status(element).toBe('ready');
    expect((await element.submit()).status).toBe('ready');
    expect(codes(told)).toEqual(['integration no_method_picked']);
    expect(told[0]?.hint).toContain('payment-method-picker');
  });

  test('is no fault of the shop where there is a picker: the shopper is asked', async () => {
    const { element, told } = openListening();
    await status(element).toBe('ready');
    await element.submit();
    await expect.element(page.getByText('Choose how you want to pay.')).toBeVisible();
    expect(told).toEqual([]);
  });
});

describe('the events of a payment', () => {
  test('say which of two methods of one type it is, and what that charges in which currency', async () => {
    const bank = { type: 'bank_redirect', label: 'Banco' };
    const details: object[] = [];
    const { element } = openCheckout({
      session: {
        currency: 'CLP',
        items: [{ name: 'Coffee', unitAmount: 12990 }],
        paymentMethods: [
          { ...bank, id: 'bank' },
          { ...bank, id: 'bank-usd', currency: 'USD', amount: 1451, exchangeRate: '0.00109' },
        ],
      },
      prepare(made) {
        for (const type of ['payment-method-change', 'payment-start'] as const)
          made.addEventListener(type, (event) => {
            event.preventDefault();
            details.push(event.detail);
          });
      },
    });
    // Both are shown until the list of currencies is here.
    await expect.poll(() => page.getByRole('radio').elements()).toHaveLength(1);
    await page.getByRole('radio', { name: 'Banco' }).click();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Currency' }), 'USD');
    await element.submit();
    expect(details).toEqual([
      { method: 'bank_redirect', methodId: 'bank' },
      { method: 'bank_redirect', methodId: 'bank-usd' },
      { method: 'bank_redirect', methodId: 'bank-usd', attempt: 1, amount: 1451, currency: 'USD' },
    ]);
  });
});
