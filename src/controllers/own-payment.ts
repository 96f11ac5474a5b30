import type { Payment } from '../core/session/session.js';
import type { CheckoutStore } from './checkout-store.js';

/** The last attempt that was asked for in this page, by checkout. */
const attempts = new WeakMap<CheckoutStore, number>();

/** The shopper pressed "Pay" in this page. */
export const noteAttempt = (store: CheckoutStore, attempt: number): void => void attempts.set(store, attempt);

/**
 * Whether a payment was asked for in this page: not before a reload, and not in another tab. What it asks of the shopper
 * then comes as no surprise to them.
 */
export const isOwnPayment = (store: CheckoutStore | undefined, payment: Payment | undefined): boolean =>
  store !== undefined && payment !== undefined && attempts.get(store) === payment.attempt;
