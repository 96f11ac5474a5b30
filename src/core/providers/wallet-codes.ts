import { codeIn } from './foreign.js';

/** What wallets and those who resell them say of a charge that did not go through, in our words. */
const WALLET_CODES = {
  insufficient_balance: 'insufficient_funds',
  not_enough_balance: 'insufficient_funds',
  cancelled: 'canceled_by_payer',
  canceled: 'canceled_by_payer',
  cancelled_by_user: 'canceled_by_payer',
  canceled_by_user: 'canceled_by_payer',
  cancelled_by_payer: 'canceled_by_payer',
  payment_not_approved: 'canceled_by_payer',
  invalid_pin: 'wrong_pin',
  incorrect_pin: 'wrong_pin',
  payer_limit_reached: 'limit_exceeded',
  limit_reached: 'limit_exceeded',
  wallet_limit_reached: 'limit_exceeded',
  subscriber_not_found: 'payer_not_found',
  unknown_subscriber: 'payer_not_found',
  timeout: 'payment_timeout',
  timed_out: 'payment_timeout',
  expired: 'payment_timeout',
  provider_temporarily_unavailable: 'provider_unavailable',
  service_unavailable: 'provider_unavailable',
  // M-Pesa's result codes; its 1, a want of money, could be anybody's.
  1019: 'payment_timeout',
  1025: 'processing_error',
  1032: 'canceled_by_payer',
  1037: 'payment_timeout',
  2001: 'wrong_pin',
} as const;

/**
 * A wallet's failure code as one of `FAILURE_CODES`, where it is known to mean that; any other as it was said.
 * @see pawaPay failure codes; Safaricom Daraja result descriptions
 */
export const walletCode = (said: string | undefined): string | undefined => codeIn(WALLET_CODES, said);
