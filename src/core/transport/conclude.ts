import { CheckoutError } from '../errors.js';
import type { Dialect } from '../providers/dialect.js';
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
  | { readonly type: 'exists'; readonly payment?: Payment }
  /** Most likely not executed: the same bytes again, later. */
  | { readonly type: 'busy'; readonly afterMs: number | undefined }
  /** The token does not open this session (any more). Proves nothing once something was sent. */
  | { readonly type: 'denied'; readonly code: string }
  | { readonly type: 'lost' };

/** Shortest wait for an answer that gives none. */
const IN_PROGRESS_WAIT_MS = 1_000;

/** One row per kind of answer; the first whose statuses match decides. A broken body is `lost` before any row. */
const ROWS: readonly {
  readonly statuses: readonly number[];
  readonly codes?: readonly string[];
  readonly is: 'refused' | 'in_progress' | 'exists' | 'busy' | 'denied' | 'lost';
}[] = [
  // The key was used with other bytes: a payment of this attempt exists, and only a read tells which.
  { statuses: [400, 409, 422], codes: ['idempotency_key_reused'], is: 'lost' },
  { statuses: [409], codes: ['in_progress', 'idempotency_error'], is: 'in_progress' },
  { statuses: [409], is: 'exists' },
  { statuses: [425, 429], is: 'busy' },
  { statuses: [400, 422], is: 'refused' },
  { statuses: [401, 403, 410], is: 'denied' },
];

/**
 * Reads an outcome of `pay`, `confirm`, `resend` or `cancelPayment` (rules: RFC 9110 section 9.2.2, and the
 * idempotency-key draft of the IETF HTTPAPI group).
 */
export function conclude(
  outcome: Outcome,
  dialect: Dialect,
  session: CheckoutSession,
  now: number,
): Conclusion {
  if (outcome.type === 'lost' || outcome.body === undefined) return concludeWithoutBody(outcome, now);
  const { status, body, headers } = outcome;
  if (status >= 200 && status < 300) return concludeSuccess(body, dialect, session);
  const afterMs = retryAfterMs(headers, now);
  const error = dialect.parseError(status, body, session);
  if (error.decline) return { type: 'declined', payment: error.payment ?? declined(session, error.decline) };
  if (error.code === 'session_locked')
    return {
      type: 'declined',
      payment: error.payment ?? declined(session, { code: 'declined', retryable: false }),
    };
  if (status === 503) return afterMs === undefined ? { type: 'lost' } : { type: 'busy', afterMs };
  const row = ROWS.find(
    ({ statuses, codes }) => statuses.includes(status) && (!codes || codes.includes(error.code)),
  );
  switch (row?.is) {
    case 'refused':
      return { type: 'refused', failure: { code: 'invalid_request', retryable: true, param: error.param } };
    case 'in_progress':
      return { type: 'in_progress', afterMs: afterMs ?? IN_PROGRESS_WAIT_MS };
    case 'exists':
      return { type: 'exists', payment: error.payment };
    case 'busy':
      return { type: 'busy', afterMs };
    case 'denied':
      return { type: 'denied', code: error.code };
    default:
      return { type: 'lost' };
  }
}

/** A gateway's own page for 429 or 503 carries no JSON, and says as much by its status and `Retry-After`. */
function concludeWithoutBody(outcome: Outcome, now: number): Conclusion {
  if (outcome.type === 'lost') return { type: 'lost' };
  const afterMs = retryAfterMs(outcome.headers, now);
  const busy =
    outcome.status === 429 || outcome.status === 425 || (outcome.status === 503 && afterMs !== undefined);
  return busy ? { type: 'busy', afterMs } : { type: 'lost' };
}

/** A 2xx whose body cannot be read may well be a payment: lost, never failed. */
function concludeSuccess(body: unknown, dialect: Dialect, session: CheckoutSession): Conclusion {
  try {
    return { type: 'payment', ...dialect.parsePayment(body, session) };
  } catch (error) {
    if (error instanceof CheckoutError) return { type: 'lost' };
    throw error;
  }
}

/** A decline that names no payment still closes the attempt it answers. */
const declined = ({ attempt, currency, amount }: CheckoutSession, failure: Failure): Payment => ({
  id: '',
  attempt,
  status: 'failed',
  amount: amount.due,
  currency,
  method: '',
  failure,
});
