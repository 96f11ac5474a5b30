import type { CheckoutOptions, PreparedPayment } from './checkout-options.js';
import { returnAddress } from './return-address.js';
import type { CheckoutSession, PaymentMethod } from './session/session.js';

/** The body of a payment in the dialect's words. Throws where a card is to be sent that nobody agreed to send as it is. */
export function paymentBody(
  options: CheckoutOptions,
  prepared: PreparedPayment,
  session: CheckoutSession,
  method: PaymentMethod,
): unknown {
  if (prepared.rawCard && !method.tokenizer?.takesRawCard)
    throw new Error('nobody agreed to send the card itself');
  const page = options.returnUrl?.();
  return options.dialect.paymentBody({
    ...prepared,
    session,
    method,
    amount: method.amount ?? session.amount.due,
    currency: method.currency ?? session.currency,
    locale: options.locale?.() ?? session.locale ?? 'en',
    returnUrl: page === undefined ? undefined : returnAddress(page),
  });
}
