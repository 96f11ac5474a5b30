import type { PaymentMethodRecord } from './record.js';

/** Brazil's bank slip: issued to a named payer with a tax document. */
export const boleto: PaymentMethodRecord = {
  type: 'boleto',
  form: 'none',
  customerFields: ['name', 'document'],
  detailNames: [],
  isEligible: (_method, currency) => currency === 'BRL',
};
