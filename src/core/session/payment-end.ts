import type { Payment } from './session.js';

/** Whether a payment has failed for good. */
export const isDead = (payment: Pick<Payment, 'status'> | undefined): boolean =>
  payment?.status === 'failed' || payment?.status === 'canceled';
