import type { PaymentMethodRecord } from './record.js';

/** Paid on the bank's own page. */
export const bankRedirect: PaymentMethodRecord = {
  type: 'bank_redirect',
  form: 'none',
  customerFields: [],
  detailNames: [],
  isEligible: () => true,
};
