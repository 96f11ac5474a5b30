import type { CheckoutStore } from './checkout-store.js';

const REQUEST = 'checkout-store-request';

/**
 * An element asks for the store of the checkout around it: an event that the nearest checkout answers, however many
 * shadow roots lie between. (The protocol of `@lit/context`, with the one context that is needed here.)
 */
class StoreRequestEvent extends Event {
  constructor(readonly receive: (store: CheckoutStore) => void) {
    super(REQUEST, { bubbles: true, composed: true });
  }
}

/** Who asked when there was no checkout yet: an element may be upgraded before the one around it. */
const unanswered = new Map<HTMLElement, (store: CheckoutStore) => void>();

/** Asks the checkout around `element`; answers at once, or when that checkout comes to life. */
export function requestStore(element: HTMLElement, receive: (store: CheckoutStore) => void): void {
  unanswered.set(element, receive);
  element.dispatchEvent(
    new StoreRequestEvent((store) => {
      unanswered.delete(element);
      receive(store);
    }),
  );
}

/** The element left the page: it no longer waits. */
export const forgetStore = (element: HTMLElement): boolean => unanswered.delete(element);

/** Makes `host` answer for all that is inside it, those that asked too early included. */
export function provideStore(host: HTMLElement, store: CheckoutStore): void {
  host.addEventListener(REQUEST, (event) => {
    if (!(event instanceof StoreRequestEvent)) return;
    event.stopPropagation();
    event.receive(store);
  });
  for (const [element, receive] of [...unanswered]) requestStore(element, receive);
}
