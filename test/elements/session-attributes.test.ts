import { describe, expect, test } from 'vitest';
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
