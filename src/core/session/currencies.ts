import { currencyOf } from './methods.js';
import type { CheckoutSession, PaymentMethod } from './session.js';

/** The currencies a session can be paid in, each once: its own first, where it can be, the others as they come. */
export function currenciesOf(session: CheckoutSession): readonly string[] {
  const offered = new Set(session.paymentMethods.map((method) => currencyOf(session, method)));
  const own = offered.delete(session.currency) ? [session.currency] : [];
  return [...own, ...offered];
}

/**
 * The method to go on with in another currency: the same one, else the next of its kind, else the first. Its amount and
 * its rate are the API's own; nothing is converted.
 */
export function methodIn(
  session: CheckoutSession,
  currency: string,
  now: PaymentMethod | undefined,
): PaymentMethod | undefined {
  const offered = session.paymentMethods.filter((method) => currencyOf(session, method) === currency);
  const alike = offered.filter(({ type }) => type === now?.type);
  return alike.find(({ label }) => label === now?.label) ?? alike[0] ?? offered[0];
}
