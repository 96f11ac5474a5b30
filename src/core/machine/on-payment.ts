import { decisivePayment, withNews } from '../session/payments.js';
import type { CheckoutSession, Failure, Payment } from '../session/session.js';
import type { MachineEvent, Step } from './events.js';
import { failureOf, isLive, isAtBank, stateOfPayment } from './settle.js';
import { methodIdOf, type CheckoutState } from './state.js';

const ready = (
  state: Extract<CheckoutState, { session: CheckoutSession }>,
  failure: Failure | undefined,
): CheckoutState => ({ status: 'ready', session: state.session, methodId: methodIdOf(state), failure });

/** A payment from the press of the button to what the server says of it. */
export function onPayment(state: CheckoutState, event: MachineEvent): Step {
  // `ready` is the only door to a payment: whatever else is shown, a second submit finds it shut.
  if (event.type === 'payment_submitted') {
    if (state.status !== 'ready' || state.methodId === undefined || state.leaving) return [state, []];
    const { session, methodId } = state;
    const submitting = {
      status: 'submitting',
      stage: 'preparing',
      session,
      methodId,
      attempt: session.attempt,
    } as const;
    return [submitting, [{ type: 'prepare_payment' }]];
  }
  if (event.type === 'renewal_failed')
    return [state.status === 'ready' ? ready(state, { code: 'not_renewed', retryable: true }) : state, []];
  if (state.status === 'unknown') return onUnknown(state, event);
  if (state.status === 'processing' || state.status === 'action_required')
    return event.type === 'payment_answered'
      ? [
          // A late answer to an earlier try says nothing of the one that is under way now.
          event.payment.attempt < (state.payment?.attempt ?? 0) ? state : answered(state, event.payment),
          [{ type: 'read_session' }],
        ]
      : [state, []];
  // An answer nobody waits for any more is still news.
  if (state.status !== 'submitting')
    return [state, event.type === 'payment_answered' ? [{ type: 'read_session' }] : []];
  switch (event.type) {
    case 'preparation_failed':
      return state.stage === 'preparing' ? [ready(state, event.failure), []] : [state, []];
    case 'payment_prepared':
      return state.stage === 'preparing'
        ? [{ ...state, stage: 'sending' }, [{ type: 'send_payment' }]]
        : [state, []];
    case 'payment_answered':
      return [answered(state, event.payment), [{ type: 'read_session' }]];
    case 'payment_refused':
      return [ready(state, event.failure), [{ type: 'read_session' }]];
    case 'payment_lost': {
      const { session, methodId, attempt } = state;
      return [
        { status: 'unknown', session, methodId, attempt, gaveUp: false },
        [{ type: 'recover_payment' }],
      ];
    }
    default:
      return [state, []];
  }
}

function onUnknown(state: Extract<CheckoutState, { status: 'unknown' }>, event: MachineEvent): Step {
  switch (event.type) {
    case 'payment_answered':
      return [answered(state, event.payment), [{ type: 'read_session' }]];
    case 'payment_refused':
      return [ready(state, event.failure), [{ type: 'read_session' }]];
    case 'patience_ended':
      return [{ ...state, gaveUp: true }, []];
    default:
      return [state, []];
  }
}

/** The state after the server told of a payment; the read that follows brings the session up to date. */
function answered(state: Extract<CheckoutState, { session: CheckoutSession }>, news: Payment): CheckoutState {
  const session = told(state.session, news);
  // Of a try in several parts another one may decide: one that failed leaves the others alive.
  const payment = session.payment ?? news;
  const methodId = methodIdOf(state);
  // A part of an earlier try is in what was paid already: it pays nothing of what is due.
  const { total, due } = session.amount;
  const pays = payment.attempt < state.session.attempt ? total : due;
  if (payment.status === 'succeeded' && payment.currency === session.currency && payment.amount >= pays)
    return { status: 'succeeded', session, methodId, payment, stalled: false };
  const failure = failureOf(payment);
  if (failure) {
    const isFailed = payment.status === 'failed';
    if (isFailed && !failure.retryable) return { status: 'locked', session, failure };
    // The try is closed for good, so the server's next number is known before the read that confirms it.
    const attempt = Math.max(session.attempt, payment.attempt + 1);
    return {
      status: 'ready',
      session: { ...session, attempt },
      methodId,
      failure: isFailed || isAtBank(state) ? failure : undefined,
    };
  }
  return stateOfPayment(session, payment, methodId);
}

/** News of a payment is newer than the session it is news to: a read as old as that one comes too late. */
function told(session: CheckoutSession, payment: Payment): CheckoutSession {
  const { version, payments } = session;
  const known = payments?.find(({ id }) => id === payment.id) ?? session.payment;
  // A stored answer may tell of a try that is closed by now: that is no news.
  const isNews =
    payment.attempt >= session.attempt &&
    (known?.id !== payment.id || (isLive(known) && known.status !== payment.status));
  const all = payments && withNews(payments, payment);
  return {
    ...session,
    payment: decisivePayment(all ?? []) ?? payment,
    payments: all,
    version: version && version + Number(isNews),
  };
}
