import type { PaymentMethodRecord } from './record.js';

/** Money that the shopper sends from their own bank: SPEI, CVU, ACH, an IBAN, or a QR code of the country's banks. */
export const bankTransfer: PaymentMethodRecord = {
  type: 'bank_transfer',
  form: 'none',
  customerFields: [],
  detailNames: [],
  isEligible: () => true,
};
