import loader from '../../node_modules/@stripe/stripe-js/dist/pure.mjs?raw';
import { describe, expect, test } from 'vitest';
import { stripeError } from '../../src/stripe/errors.js';
import { openLightSlot } from '../../src/stripe/light-slot.js';
import { SCRIPT_URL } from '../../src/stripe/load-stripe.js';
import { appearanceOf, cardStyleOf } from '../../src/stripe/look.js';

describe('an error of Stripe’s in our words', () => {
  test.each([
    [{ type: 'validation_error', code: 'incomplete_number' }, 'shopper', 'card_invalid'],
    [{ type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' }, 'shopper', 'declined'],
    [
      { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' },
      'shopper',
      'insufficient_funds',
    ],
    [{ type: 'card_error', code: 'expired_card' }, 'shopper', 'expired_card'],
    [{ type: 'card_error', code: 'processing_error' }, 'shopper', 'processing_error'],
    // Which part of a stolen card was right is nobody's business.
    [{ type: 'card_error', code: 'incorrect_cvc' }, 'shopper', 'declined'],
    [{ type: 'card_error', code: 'card_declined', decline_code: 'stolen_card' }, 'shopper', 'declined'],
    [{ type: 'card_error', code: 'authentication_required' }, 'shopper', 'authentication_failed'],
    [
      { type: 'invalid_request_error', code: 'payment_intent_authentication_failure' },
      'shopper',
      'authentication_failed',
    ],
    [{ type: 'api_connection_error' }, 'network', 'not_sent'],
    [{ type: 'rate_limit_error' }, 'api', 'busy'],
    [{ type: 'api_error' }, 'api', 'processing_error'],
    [{ type: 'authentication_error' }, 'integration', 'stripe_refused'],
    [{ type: 'idempotency_error' }, 'integration', 'stripe_refused'],
    [{ type: 'invalid_request_error', code: 'parameter_missing' }, 'integration', 'stripe_refused'],
    [{ type: 'something_new' }, 'api', 'processing_error'],
    [{ type: 'constructor' }, 'api', 'processing_error'],
    [{}, 'api', 'processing_error'],
  ])('%j', (fault, kind, code) => {
    expect(stripeError(fault)).toMatchObject({ kind, code });
  });

  test('only the merchant’s developers are told Stripe’s own words', () => {
    const message = 'Your card 4242 was declined.';
    expect(stripeError({ type: 'card_error', message }).message).not.toContain(message);
    expect(stripeError({ type: 'authentication_error', message }).message).toContain(message);
  });
});

test('the script we fetch is the one that the loader would', () => {
  const train = /RELEASE_TRAIN = '(\w+)'/.exec(loader)?.[1];
  expect(SCRIPT_URL).toBe(`https://js.stripe.com/${String(train)}/stripe.js`);
});

describe('the look', () => {
  const look = {
    colorScheme: 'dark',
    colorText: 'rgb(1, 2, 3)',
    colorField: 'color(srgb 1 0 0)',
    radius: 8,
    fontSize: 17,
  };

  test('is worn where Stripe can read it, and left to Stripe where it cannot', () => {
    expect(JSON.parse(JSON.stringify(appearanceOf(look)))).toMatchObject({
      theme: 'night',
      variables: { colorText: 'rgb(1, 2, 3)', borderRadius: '8px', fontSizeBase: '17px' },
    });
    expect(JSON.stringify(appearanceOf(look))).not.toContain('srgb');
    expect(JSON.parse(JSON.stringify(cardStyleOf(look)))).toMatchObject({
      base: { color: 'rgb(1, 2, 3)', fontSize: '17px' },
    });
  });
});

describe('a slot in the light', () => {
  /** A host with a shadow root in which `child` stands. */
  const around = (child: HTMLElement): HTMLElement => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'closed' }).append(child);
    return host;
  };

  test.each([0, 1, 2, 4])('is handed on through %i shadow roots, and leaves nothing behind', (depth) => {
    const inner = document.createElement('div');
    inner
      .attachShadow({ mode: 'open' })
      .append(Object.assign(document.createElement('slot'), { name: 'card' }));
    let outer: HTMLElement = inner;
    for (let level = 0; level < depth; level++) outer = around(outer);
    document.body.append(outer);
    const slot = openLightSlot(inner, 'card');
    expect(slot.container.parentElement).toBe(outer);
    expect(slot.container.getRootNode()).toBe(document);
    slot.container.textContent = 'fields';
    // It is drawn: the flat tree leads to it.
    expect(slot.container.checkVisibility()).toBe(true);
    expect(slot.container.getBoundingClientRect().height).toBeGreaterThan(0);
    slot.remove();
    expect(outer.childElementCount + inner.childElementCount).toBe(0);
    outer.remove();
  });
});
