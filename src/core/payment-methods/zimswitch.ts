import type { PaymentMethodRecord } from './record.js';

/** Zimbabwe's bank cards: no public card ranges are known, so the number is asked on Zimswitch's own page. */
export const zimswitch: PaymentMethodRecord = {
  type: 'zimswitch',
  form: 'none',
  customerFields: [],
  detailNames: [],
  isEligible: () => true,
};
