import type { CheckoutOptions, PreparedPart, PreparedPayment } from './checkout-options.js';
import type { PaymentEntry } from './providers/dialect.js';
import { returnAddress } from './return-address.js';
import { currencyOf, methodOf } from './session/methods.js';
import type { CheckoutSession, PaymentMethod } from './session/session.js';
import { mayPayPart, partsThatStand, restOf } from './split.js';

/**
 * The body of a payment in the dialect's words. Throws where a card is to be sent that nobody agreed to send as it is,
 * and where parts do not leave the rest to a method that can pay it.
 */
export function paymentBody(
  options: CheckoutOptions,
  prepared: PreparedPayment,
  session: CheckoutSession,
  method: PaymentMethod,
): unknown {
  if (prepared.rawCard && !method.tokenizer?.takesRawCard)
    throw new Error('nobody agreed to send the card itself');
  const { parts: set = [], ...rest } = prepared;
  const parts = entriesOf(set, session, method);
  const page = options.returnUrl?.();
  return options.dialect.paymentBody({
    ...rest,
    ...(parts.length > 0 && { parts }),
    session,
    method,
    amount: method.amount ?? restOf(session.amount.due, parts),
    currency: currencyOf(session, method),
    locale: options.locale?.() ?? session.locale ?? 'en',
    returnUrl: page === undefined ? undefined : returnAddress(page),
  });
}

function entriesOf(
  set: readonly PreparedPart[],
  session: CheckoutSession,
  rest: PaymentMethod,
): readonly PaymentEntry[] {
  if (set.length === 0) return [];
  const isWhole = partsThatStand(session, set).length === set.length && mayPayPart(session, rest);
  return set.map(({ methodId, ...entry }) => {
    const method = methodOf(session, methodId);
    if (!method || !isWhole) throw new Error('the parts do not add up');
    return { ...entry, method };
  });
}
