import type { PreparedPayment } from './checkout-options.js';
import { isAgreed } from './session/installments.js';
import { currencyOf, methodOf } from './session/methods.js';
import { partsThatStand } from './split.js';
import type { CheckoutSession } from './session/session.js';

/** What is paid, and to whom, as the pay button says it: what a shopper has agreed to by pressing it. */
const priceOf = (session: CheckoutSession, methodId: string | undefined): string => {
  const method = methodOf(session, methodId);
  const { amount, merchant } = session;
  return [method?.amount ?? amount.due, currencyOf(session, method), merchant.name].join(' ');
};

/** Whether what a press agreed to is no longer what would be charged: another price, or instalments that are gone. */
export const isPriceOver = (
  pressed: CheckoutSession,
  now: CheckoutSession,
  methodId: string | undefined,
  { details, parts = [] }: Pick<PreparedPayment, 'details' | 'parts'>,
): boolean => {
  // Which offers are for this brand of card, the server knows better; a method without offers leaves it all to it.
  const stands = (session: CheckoutSession): boolean =>
    methodOf(session, methodId)?.installments?.some((offer) => isAgreed(offer, details)) ?? false;
  return (
    priceOf(now, methodId) !== priceOf(pressed, methodId) ||
    (stands(pressed) && !stands(now)) ||
    partsThatStand(now, parts).length < parts.length
  );
};
