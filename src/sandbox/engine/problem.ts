import { currentPayment, isLive, type PaymentRecord, type SessionRecord } from './model.js';

/** Everything the API refuses, in the contract's words. A provider's file writes it in the provider's shape. */
export const PROBLEMS = {
  invalid_request: 400,
  invalid_token: 401,
  unauthorized: 401,
  forbidden: 403,
  session_locked: 403,
  not_found: 404,
  method_not_allowed: 405,
  payment_exists: 409,
  in_progress: 409,
  session_not_cancellable: 409,
  payment_not_cancellable: 409,
  resend_too_early: 409,
  already_exists: 409,
  already_expired: 409,
  session_expired: 410,
  session_canceled: 410,
  idempotency_key_reused: 422,
  invalid_session: 422,
  rate_limited: 429,
  internal_error: 500,
} as const;

/** One of the codes of `PROBLEMS`. */
export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal on purpose. Thrown by the engine and the routes, answered by the provider's file. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  /** Path of the first wrong member of the request, as `customer.email`. */
  readonly param?: string;
  /** The payment that stands in the way. */
  readonly payment?: PaymentRecord;
  readonly retryAfterMs?: number;
  /** A provider's own, finer code. */
  readonly detailCode?: string;

  constructor(
    code: ProblemCode,
    message: string,
    detail: Partial<Pick<Problem, 'param' | 'payment' | 'retryAfterMs' | 'detailCode'>> = {},
  ) {
    super(message);
    this.name = 'Problem';
    this.code = code;
    this.status = PROBLEMS[code];
    this.param = detail.param;
    this.payment = detail.payment;
    this.retryAfterMs = detail.retryAfterMs;
    this.detailCode = detail.detailCode;
  }
}

/** The request names a member that is missing or wrong. */
export const invalid = (param: string, message = 'This value is missing or wrong.'): Problem =>
  new Problem('invalid_request', message, { param });

/** What a merchant asks for cannot be: the message says how to put it right. */
export const invalidSession = (param: string, message: string): Problem =>
  new Problem('invalid_session', message, { param });

/** A payment is on its way or done, and is shown instead of a second one. */
export const paymentExists = (session: SessionRecord): Problem =>
  new Problem('payment_exists', 'This session has a payment that is on its way or done.', {
    payment:
      session.payments.findLast((payment) => isLive(payment) || payment.status === 'succeeded') ??
      currentPayment(session),
  });
