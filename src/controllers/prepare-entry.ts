import { bare } from '../core/bare.js';
import type { PreparedPayment } from '../core/checkout-options.js';
import { CheckoutError } from '../core/errors.js';
import { methodRecord } from '../core/payment-methods/index.js';
import type { CardToken, RawCard } from '../core/providers/dialect.js';
import type { CheckoutSession, PaymentMethod } from '../core/session/session.js';
import { explainRefusal } from './card-refusal.js';
import type { CheckoutStore } from './checkout-store.js';
import { liftFrame } from './lift-frame.js';

/**
 * What a method's own form holds, its card as a token.
 * @param isPart of a payment that is split: offers of instalments are for the whole of it
 */
export async function prepareEntry(
  store: CheckoutStore,
  method: PaymentMethod,
  session: CheckoutSession,
  isPart: boolean,
): Promise<Pick<PreparedPayment, 'details' | 'card' | 'rawCard'>> {
  const record = methodRecord(method.type);
  const card = record?.form === 'card' ? await tokenize(store, session) : undefined;
  const typed = store.draft.entries();
  // Picked for another method, or before the offers went: the pay button says nothing of it.
  if (isPart || !method.installments?.length) {
    delete typed['installments'];
    delete typed['installmentTotal'];
  }
  return {
    details: bare(
      Object.fromEntries(
        (record?.detailNames ?? []).flatMap((name) =>
          typed[name] === undefined ? [] : [[name, typed[name]]],
        ),
      ),
    ),
    ...(card && (Object.hasOwn(card, 'token') ? { card: card as CardToken } : { rawCard: card as RawCard })),
  };
}

async function tokenize(
  { cardTokenizer }: CheckoutStore,
  { id }: CheckoutSession,
): Promise<CardToken | RawCard> {
  if (!cardTokenizer)
    throw new CheckoutError({
      kind: 'integration',
      code: 'card_frame_failed',
      message: 'There is no card form on the page.',
      hint: 'Put a <card-form> among the elements of this checkout.',
    });
  return cardTokenizer.tokenize(id).catch((error: unknown) => {
    // So that the next press finds it seen.
    if (error instanceof CheckoutError && error.code === 'card_frame_covered')
      liftFrame(cardTokenizer.holder?.());
    throw explainRefusal(error);
  });
}
