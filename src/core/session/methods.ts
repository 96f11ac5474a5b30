import type { CheckoutSession, PaymentMethod } from './session.js';

/** The method of a session that has this id. */
export const methodOf = (
  session: Pick<CheckoutSession, 'paymentMethods'> | undefined,
  methodId: string | undefined,
): PaymentMethod | undefined => session?.paymentMethods.find(({ id }) => id === methodId);

/** The currency a method charges. */
export const currencyOf = ({ currency }: CheckoutSession, method: PaymentMethod | undefined): string =>
  method?.currency ?? currency;
