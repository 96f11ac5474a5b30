import { safeUrl } from '../navigation.js';
import type { PaymentMethodRecord } from './record.js';

/** Needs somewhere to type the number that is not the merchant's page: the tokenizer's frame. */
export const card: PaymentMethodRecord = {
  type: 'card',
  form: 'card',
  needsFrame: true,
  customerFields: [],
  detailNames: ['installments'],
  isEligible: ({ tokenizer }) => safeUrl(tokenizer?.frameUrl) !== undefined,
};
