import { CheckoutError } from '../errors.js';
import type { Dialect } from '../providers/dialect.js';
import { isDead } from '../session/payment-end.js';
import type { CheckoutSession, Failure, Payment } from '../session/session.js';
import { retryAfterMs, type Outcome } from './request.js';

/** What an answer to a payment request proves. Everything not listed proves nothing: `lost`. */
export type Conclusion =
  | { readonly type: 'payment'; readonly payment?: Payment; readonly session?: CheckoutSession }
  /** This attempt failed for good: nothing was charged, a new attempt may follow. */
  | { readonly type: 'declined'; readonly payment: Payment }
  /** Not executed: the same attempt may be sent again, corrected. */
  | { readonly type: 'refused'; readonly failure: Failure }
  /** Another send of this attempt is running. */
  | { readonly type: 'in_progress'; readonly afterMs: number }
  /** Another tab or an earlier try holds the session. */
  | { readonly type: 'exists'; readonly payment: Payment }
  /** Most likely not executed: the same bytes again, later. */
  | { readonly type: 'busy'; readonly afterMs: number | undefined }
  /** The token does not open this session (any more). Proves nothing once something was sent. */
  | { readonly type: 'denied'; readonly code: string }
  | { readonly type: 'lost' };

/** Shortest wait for an answer that gives none. */
const IN_PROGRESS_WAIT_MS = 1_000;

/** What an answer is judged by; a member that is not given asks nothing. */
interface Row {
  readonly statuses?: readonly number[];
  readonly codes?: readonly string[];
  /** The dialect knows the body as a decline its provider documents. */
  readonly isDecline?: true;
  /** The body is JSON: a gateway's own page is never taken for the API's word. */
  readonly isJson?: true;
  readonly hasRetryAfter?: true;
  /** The body names an error in the provider's own form. */
  readonly hasCode?: true;
  readonly is: Conclusion['type'] | 'locked';
}

/**
 * What each answer proves, a row a case; the first that fits decides, and what fits none is `lost`: any other 5xx, a
 * redirect, a broken or unknown body, no answer at all.
 */
const ROWS: readonly Row[] = [
  // Taken in. A 2xx whose body cannot be read may well be a payment, and ends as `lost` below.
  { statuses: [200, 201, 202], isJson: true, is: 'payment' },
  // This attempt failed for good.
  { isDecline: true, isJson: true, is: 'declined' },
  // The last decline that the session allows.
  { codes: ['session_locked'], statuses: [400, 403, 409, 422], isJson: true, is: 'locked' },
  // The key was used with other bytes: a payment of this attempt exists, and only a read tells which.
  { codes: ['idempotency_key_reused'], is: 'lost' },
  // Exists, and is running: the same bytes again, later.
  { codes: ['in_progress', 'idempotency_error'], statuses: [409], isJson: true, is: 'in_progress' },
  // Another tab or an earlier try holds the session.
  { statuses: [409], isJson: true, is: 'exists' },
  // Most likely not executed; a gateway says as much without JSON.
  { statuses: [425, 429], is: 'busy' },
  { statuses: [503], hasRetryAfter: true, is: 'busy' },
  // The payment is there, whatever the status says.
  { codes: ['in_progress', 'idempotency_error', 'payment_exists'], is: 'lost' },
  // Not executed: a field is wrong. Only the API itself knows that, and it says so in its own form.
  { statuses: [400, 422], hasCode: true, is: 'refused' },
  // Says something of the token, and nothing of the payment.
  { statuses: [401, 403, 410], isJson: true, is: 'denied' },
];

/**
 * Reads an outcome of `pay`, `confirm`, `resend` or `cancelPayment` (rules: RFC 9110 section 9.2.2, and the
 * idempotency-key draft of the IETF HTTPAPI group).
 * @param now milliseconds since the epoch, for a `Retry-After` that is a date where the answer has no `Date`
 */
export function conclude(
  outcome: Outcome,
  dialect: Dialect,
  session: CheckoutSession,
  now: number,
): Conclusion {
  if (outcome.type === 'lost') return { type: 'lost' };
  const { status, body, headers } = outcome;
  const afterMs = retryAfterMs(headers, now);
  const error = dialect.parseError(status, body, session);
  const row = ROWS.find(
    ({ statuses, codes, isDecline, isJson, hasRetryAfter, hasCode }) =>
      (!statuses || statuses.includes(status)) &&
      (!codes || codes.includes(error.code)) &&
      (!isDecline || error.decline) &&
      (!isJson || body !== undefined) &&
      (!hasRetryAfter || afterMs !== undefined) &&
      (!hasCode || error.code !== `http_${String(status)}`),
  );
  if (isOfAnotherTry(error.payment, session)) return { type: 'lost' };
  switch (row?.is) {
    case 'payment':
      return paymentIn(body, dialect, session);
    case 'declined':
      return { type: 'declined', payment: error.payment ?? declined(session, error.decline) };
    case 'locked':
      return { type: 'declined', payment: error.payment ?? declined(session, undefined) };
    case 'refused':
      return { type: 'refused', failure: refusal(error.param) };
    case 'in_progress':
      return { type: 'in_progress', afterMs: afterMs ?? IN_PROGRESS_WAIT_MS };
    case 'exists':
      // Which one is told by a read, where it is not told here; one that is over holds nothing.
      return !error.payment || isDead(error.payment)
        ? { type: 'lost' }
        : { type: 'exists', payment: error.payment };
    case 'busy':
      return { type: 'busy', afterMs };
    case 'denied':
      return { type: 'denied', code: error.code };
    default:
      return { type: 'lost' };
  }
}

/** A 2xx whose body cannot be read may well be a payment: lost, never failed. */
function paymentIn(body: unknown, dialect: Dialect, session: CheckoutSession): Conclusion {
  try {
    const answer = dialect.parsePayment(body, session);
    const { payment, session: told } = answer;
    if (told ? told.id !== session.id : isOfAnotherTry(payment, session)) return { type: 'lost' };
    return { type: 'payment', ...answer };
  } catch (error) {
    if (error instanceof CheckoutError) return { type: 'lost' };
    throw error;
  }
}

/** The end of one try says nothing of another's. */
const isOfAnotherTry = (payment: Payment | undefined, { attempt }: CheckoutSession): boolean =>
  isDead(payment) && payment?.attempt !== attempt;

/** A price that is not the session's any more is no slip of the shopper's: they are asked again with the new one. */
const refusal = (param: string | undefined): Failure => ({
  code: /(^|\.)(amount|currency|installment\w*)$/.test(param ?? '') ? 'amount_changed' : 'invalid_request',
  retryable: true,
  param,
});

/** A decline that names no payment still closes the attempt it answers. */
const declined = (
  { attempt, currency, amount }: CheckoutSession,
  failure: Failure = { code: 'declined', retryable: false },
): Payment => ({
  id: '',
  attempt,
  status: 'failed',
  amount: amount.due,
  currency,
  method: '',
  failure,
});
