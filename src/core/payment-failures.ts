import { CheckoutError } from './errors.js';
import type { Failure } from './session/session.js';
import type { Conclusion } from './transport/conclude.js';

/** Why a code, a resend or a cancel did not go through; the payment itself lives on. */
export const actionFailure = (result: Conclusion): Failure =>
  'failure' in result ? result.failure : { code: 'busy', retryable: true };

/** The card frame's own errors say what the shopper can do; a slip of ours is a processing error, nothing was sent. */
export const preparationFailure = (error: unknown): Failure | undefined => {
  // An own one: any other is the page's.
  const said: unknown =
    error instanceof Error && Object.hasOwn(error, 'code') && 'code' in error && error.code;
  const code = typeof said === 'string' ? said : '';
  const kind = error instanceof CheckoutError ? error.kind : undefined;
  // Where the gateway named no field, nobody has said anything yet.
  if (code === 'card_invalid')
    return kind === 'shopper' ? undefined : { code: 'invalid_request', retryable: true };
  // The merchant's fault is not to be read as a bank's "no"; only a cover is something that the shopper can move.
  const isSetup = kind === 'integration' && code !== 'card_frame_covered';
  return { code: isSetup ? 'card_frame_failed' : code || 'processing_error', retryable: true };
};
