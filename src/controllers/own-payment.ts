import { sessionOf, type CheckoutState } from '../core/machine/state.js';
import type { Payment } from '../core/session/session.js';
import type { CheckoutStore } from './checkout-store.js';

/** The last attempt that was sent from this page, by checkout: one element may show another session later. */
const attempts = new WeakMap<CheckoutStore, string>();

const keyOf = (state: CheckoutState, attempt: number): string =>
  `${sessionOf(state)?.id ?? ''} ${String(attempt)}`;

/**
 * The form is complete, and may be sent now. Only when it is does the attempt count as this page's: after a press that
 * came to nothing another tab may pay, by the same number.
 */
export function noteAttempt(store: CheckoutStore): void {
  const end = store.subscribe(() => {
    const { state } = store;
    if (state.status === 'submitting' && state.stage === 'preparing') return;
    end();
    if (state.status === 'submitting') attempts.set(store, keyOf(state, state.attempt));
  });
}

/**
 * Whether a payment was sent from this page: not before a reload, and not from another tab. What it asks of the shopper
 * then comes as no surprise to them.
 */
export const isOwnPayment = (store: CheckoutStore | undefined, payment: Payment | undefined): boolean =>
  store !== undefined && payment !== undefined && attempts.get(store) === keyOf(store.state, payment.attempt);
