import { isStripe } from './payment-methods/card.js';
import type { CheckoutSession, PaymentMethod } from './session/session.js';

/** One part of a payment that is split between methods. */
export interface Part {
  readonly methodId: string;
  /** Minor units of the session's currency. */
  readonly amount: number;
}

/** What is left for the picked method: always exact, as all of them are integers. */
export const restOf = (due: number, parts: readonly Pick<Part, 'amount'>[]): number =>
  parts.reduce((rest, { amount }) => rest - amount, due);

/**
 * Whether a method may pay a part: one that charges what the session says, and neither a sum nor a currency of its own.
 * What Stripe is asked for is one sum, set before; and a card that nothing makes a token of is not kept for later.
 */
export const mayPayPart = (
  { currency: own }: CheckoutSession,
  { amount, currency = own, tokenizer }: PaymentMethod,
): boolean =>
  amount === undefined && currency === own && !isStripe(tokenizer) && tokenizer?.takesRawCard !== true;

/** Whether there is a choice to make between methods. */
export const maySplit = (session: CheckoutSession): boolean =>
  session.combined?.enabled === true &&
  session.combined.max > 1 &&
  session.amount.due > 1 &&
  session.paymentMethods.filter((method) => mayPayPart(session, method)).length > 1;

/** Whether one more part may be set: the rest is an entry of its own. */
export const mayAddPart = ({ combined, amount }: CheckoutSession, parts: readonly Part[]): boolean =>
  parts.length + 1 < (combined?.max ?? 1) && restOf(amount.due, parts) > 1;

/** The parts that still stand: all of them, unless the session has changed so that they do not add up any more. */
export function partsThatStand<T extends Part>(session: CheckoutSession, parts: readonly T[]): readonly T[] {
  const { combined, paymentMethods, amount } = session;
  const stands =
    combined?.enabled === true &&
    parts.length < combined.max &&
    restOf(amount.due, parts) > 0 &&
    parts.every((part) =>
      paymentMethods.some((method) => method.id === part.methodId && mayPayPart(session, method)),
    );
  return stands ? parts : [];
}
