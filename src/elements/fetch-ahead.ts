import { sessionOf, type CheckoutState } from '../core/machine/state.js';
import { isStripe } from '../core/payment-methods/card.js';
import { methodOf } from '../core/session/methods.js';
import { formTag, RESULT_SCREEN } from './checkout-session/parts.js';
import { loadElement } from './lazy.js';
import { checkTokens } from './token-check.js';

/**
 * Fetches how a payment ends, and what the method needs whose row is under the pointer or has the focus: its form, and
 * Stripe's script where the form needs that. In test mode it also looks whether the page's colours are colours: this is the
 * first part that is fetched once somebody touches the checkout.
 * @param path of the event, from the inside out
 */
export async function fetchAhead(state: CheckoutState, path: readonly EventTarget[] = []): Promise<void> {
  const result = loadElement(RESULT_SCREEN);
  const row = path.find(
    (target): target is HTMLElement => 'localName' in target && target.localName === 'label',
  );
  const id = row?.querySelector<HTMLInputElement>('input[type=radio]')?.value;
  const session = sessionOf(state);
  const host = path.find((target) => target instanceof Element && target.localName === 'checkout-session');
  if (host instanceof Element && session?.livemode === false) checkTokens(host);
  const method = methodOf(session, id);
  const tag = formTag(method);
  await Promise.allSettled([
    result,
    tag === undefined ? undefined : loadElement(tag),
    isStripe(method?.tokenizer) ? fetchStripe(method.tokenizer.publicKey) : undefined,
  ]);
}

/** A pointer says the same again with every move: what could not be had is left to the form, or to a network that is back. */
const asked = new Set<string>();

async function fetchStripe(key: string): Promise<void> {
  if (asked.has(key)) return;
  asked.add(key);
  await import('../controllers/stripe-controller.js')
    .then((part) => part.fetchStripe(key))
    .catch(() => {
      addEventListener('online', () => asked.delete(key), { once: true });
    });
}
