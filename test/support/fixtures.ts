import type { CheckoutSession, Payment, PaymentMethod } from '../../src/core/session/session.js';

/** A session at rest; tests say only what they are about. */
export const aSession = (over: Partial<CheckoutSession> = {}): CheckoutSession => ({
  id: 'ses_1',
  version: 1,
  livemode: false,
  status: 'open',
  attempt: 1,
  canRetryAfterFailure: false,
  currency: 'BRL',
  amount: { subtotal: 15000, discount: 0, tax: 0, shipping: 0, total: 15000, paid: 0, due: 15000 },
  items: [{ name: 'Coffee', quantity: 1, unitAmount: 15000, totalAmount: 15000 }],
  merchant: { name: 'Café do Porto' },
  submitType: 'pay',
  customer: {},
  requiredFields: [],
  customFields: [],
  paymentMethods: [aMethod('pix'), aMethod('card')],
  ...over,
});

export const aMethod = (type: string, over: Partial<PaymentMethod> = {}): PaymentMethod => ({
  id: type,
  type,
  requiredFields: [],
  ...over,
});

export const aPayment = (over: Partial<Payment> = {}): Payment => ({
  id: 'pay_1',
  attempt: 1,
  status: 'processing',
  amount: 15000,
  currency: 'BRL',
  method: 'pix',
  ...over,
});
