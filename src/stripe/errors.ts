import { CheckoutError } from '../core/errors.js';

/** What is read of a Stripe error. @see https://docs.stripe.com/api/errors */
export interface StripeFault {
  readonly type?: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly message?: string;
  readonly payment_intent?: { readonly status?: string };
}

/** Reasons that may be told; any other is a plain decline: which part of a stolen card was right is nobody's business. */
const TOLD = /^(insufficient_funds|expired_card|processing_error)$/;

const OURS = new Map<string, readonly ['shopper' | 'network' | 'api', string]>([
  ['validation_error', ['shopper', 'card_invalid']],
  ['card_error', ['shopper', 'declined']],
  ['api_connection_error', ['network', 'not_sent']],
  ['rate_limit_error', ['api', 'busy']],
]);

/** The merchant's to mend; Stripe's own words go to their developers. */
export const stripeRefused = (message: unknown): CheckoutError =>
  new CheckoutError({
    kind: 'integration',
    code: 'stripe_refused',
    message: `Stripe refused: ${String(message)}`,
    hint: 'Compare the session’s key, mode and intent with your Stripe account.',
  });

/** A Stripe error in our words. */
export function stripeError({
  type = '',
  code = '',
  decline_code: reason = code,
  message,
}: StripeFault): CheckoutError {
  // Of an intent that the shopper did not confirm Stripe says so by a type that means something else elsewhere.
  const isUnconfirmed = /authentication_(required|failure)$/.test(reason);
  if (!isUnconfirmed && /^(authentication|idempotency|invalid_request)_error$/.test(type))
    return stripeRefused(message);
  const [kind, ours] = isUnconfirmed
    ? (['shopper', 'authentication_failed'] as const)
    : (OURS.get(type) ?? (['api', 'processing_error'] as const));
  return new CheckoutError({
    kind,
    code: ours === 'declined' && TOLD.test(reason) ? reason : ours,
    message: `Stripe: ${type}`,
    retryable: true,
  });
}
