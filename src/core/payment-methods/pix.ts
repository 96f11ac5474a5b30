import type { PaymentMethodRecord } from './record.js';

/** Brazil's instant payment: settled in reais and in nothing else. */
export const pix: PaymentMethodRecord = {
  type: 'pix',
  form: 'none',
  customerFields: [],
  detailNames: [],
  isEligible: (_method, currency) => currency === 'BRL',
};
