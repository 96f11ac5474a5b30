import { currencyOf } from './session/methods.js';
import type { CheckoutSession, Payment, PaymentMethod } from './session/session.js';

/**
 * The method by which a payment can be made once more: the one it was made by, for the sum that it was for.
 * `undefined` where the session no longer offers that, where another sum would be charged (a new price, or parts that
 * failed beside it), and where several methods could be meant.
 * @param pickedId of the method that is picked here, which tells between two of one type
 */
export function renewalOf(
  session: CheckoutSession,
  payment: Payment,
  pickedId: string | undefined,
): PaymentMethod | undefined {
  const { paymentMethods, amount } = session;
  const same = paymentMethods.filter(
    (method) =>
      method.type === payment.method &&
      currencyOf(session, method) === payment.currency &&
      (method.amount ?? amount.due) === payment.amount,
  );
  return same.find(({ id }) => id === pickedId) ?? (same.length === 1 ? same[0] : undefined);
}
