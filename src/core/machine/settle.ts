import type { CheckoutSession, Failure, Payment } from '../session/session.js';
import { isDead } from '../session/payment-end.js';
import { methodIdOf, type CheckoutState } from './state.js';

const LIVE_STATUSES: ReadonlySet<string> = new Set(['processing', 'requires_action', 'unknown']);

/** A payment that may still be charged. An unknown status counts: nobody may pay again over it. */
export const isLive = (payment: Payment | undefined): payment is Payment =>
  payment !== undefined && LIVE_STATUSES.has(payment.status);

/** Paid means that the server said so, and of a payment that leaves nothing due. */
const isPaid = ({ status, payment, amount, currency }: CheckoutSession): boolean =>
  status === 'paid' ||
  (payment?.status === 'succeeded' &&
    status !== 'partially_paid' &&
    status !== 'unknown' &&
    payment.currency === currency &&
    payment.amount >= amount.total);

/** Why a payment that is over did not happen. */
export const failureOf = (payment: Payment | undefined): Failure | undefined =>
  payment && isDead(payment)
    ? (payment.failure ?? {
        code: payment.status === 'failed' ? 'declined' : 'canceled_by_payer',
        retryable: true,
      })
    : undefined;

/** The state a live payment puts the checkout in. */
export function stateOfPayment(
  session: CheckoutSession,
  payment: Payment,
  methodId: string | undefined,
): CheckoutState {
  const action = payment.nextAction;
  return payment.status === 'requires_action' && action && action.type !== 'unknown'
    ? { status: 'action_required', session, methodId, payment, action }
    : { status: 'processing', session, methodId, payment };
}

/**
 * The state that a session read from the server puts the checkout in: the one place that reads `status`.
 * Order matters: money first, then a payment on its way, then what the session says of itself.
 */
export function settle(session: CheckoutSession, previous: CheckoutState): CheckoutState {
  const { payment, status } = session;
  const methodId = keptMethod(session, previous);
  if (isPaid(session)) return { status: 'succeeded', session, methodId, payment, stalled: false };
  // Money came and the session does not say yet what it makes of it: nothing may be paid over that.
  const isBehind = status === 'open' && payment?.status === 'succeeded';
  if (isLive(payment)) return stateOfPayment(session, payment, methodId);
  if (status === 'processing' || status === 'unknown' || isBehind)
    return { status: 'processing', session, methodId, payment };
  const isFailed = status === 'failed' && !session.canRetryAfterFailure;
  // Some servers know no other end than “failed”: of a session that its shopper leaves, that is what became of the leaving.
  const isLeft = isFailed && previous.status === 'ready' && previous.leaving;
  if (status === 'canceled' || isLeft) return { status: 'canceled', session };
  if (status === 'expired')
    return {
      status: 'expired',
      session,
      // Nothing is begun again over money that came.
      refreshable: session.refreshToken !== undefined && session.amount.paid === 0,
    };
  const failure = failureOf(payment);
  if (isFailed)
    // Told once: a re-read of the same end is no second failure.
    return { status: 'locked', session, failure: previous.status === 'locked' ? previous.failure : failure };
  return { status: 'ready', session, methodId, failure: shownFailure(failure, previous, session) };
}

/** Whether the payment waits on a page of the bank: of one that is stopped there the shopper wants to hear the end. */
export const isAtBank = (state: CheckoutState): boolean =>
  'action' in state && !!(state.action as { readonly url?: string }).url;

/** A payment the shopper gave up themselves on our own screen is no failure to report to them. */
const shownFailure = (
  failure: Failure | undefined,
  previous: CheckoutState,
  session: CheckoutSession,
): Failure | undefined => {
  const isOther = 'action' in previous && session.payment?.id !== previous.payment.id;
  if ('action' in previous && previous.leaving && !isAtBank(previous) && !isOther) return undefined;
  // A re-read of a ready session changes nothing about what was said of the last try.
  if (previous.status === 'ready' && previous.session.attempt === session.attempt) return previous.failure;
  return session.payment?.status === 'canceled' && previous.status === 'loading' ? undefined : failure;
};

/**
 * The picked method while the session still offers it; the only one where there is one. On a page that was left for a bank
 * and opened again nothing is picked: there it is the method of the payment that did not happen.
 */
function keptMethod(session: CheckoutSession, previous: CheckoutState): string | undefined {
  const { paymentMethods: methods, payment } = session;
  const kept = methodIdOf(previous);
  if (methods.some((method) => method.id === kept)) return kept;
  if (methods.length === 1) return methods[0]?.id;
  if (kept !== undefined || !payment || !isDead(payment)) return undefined;
  // Some providers name the method of a payment by its id, others by its type, which several methods may have.
  const [tried, ...others] = methods.filter(
    ({ id, type, currency = session.currency }) =>
      (id === payment.method || type === payment.method) && currency === payment.currency,
  );
  return others.length === 0 ? tried?.id : undefined;
}
