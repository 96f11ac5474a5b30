import { safeUrl } from '../navigation.js';
import type { Tokenizer } from '../session/session.js';
import type { PaymentMethodRecord } from './record.js';

/** Whether the card is typed in Stripe's own fields; only with a key that a page may have. */
export const isStripe = (tokenizer: Tokenizer | undefined): tokenizer is Tokenizer & { publicKey: string } =>
  tokenizer?.name === 'stripe' && /^pk_/.test(tokenizer.publicKey ?? '');

/**
 * Needs somewhere to type the number that is not the merchant's page: the tokenizer's frame, or Stripe's; and a token in
 * its place, unless the merchant has agreed.
 */
export const card: PaymentMethodRecord = {
  type: 'card',
  form: 'card',
  needsFrame: true,
  customerFields: [],
  detailNames: ['installments', 'installmentTotal'],
  isEligible: ({ tokenizer }) =>
    isStripe(tokenizer) ||
    (safeUrl(tokenizer?.frameUrl) !== undefined &&
      (tokenizer?.name !== 'raw' || tokenizer.takesRawCard === true)),
};
