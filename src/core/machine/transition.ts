import type { CheckoutSession, Failure } from '../session/session.js';
import { entryEffects } from './entry-effects.js';
import type { Effect, MachineEvent } from './events.js';
import { isLive, settle, stateOfPayment } from './settle.js';
import { methodIdOf, sessionOf, type CheckoutState } from './state.js';

type Step = readonly [CheckoutState, readonly Effect[]];

/**
 * The whole of what a checkout decides: the next state and what is to be done. Pure, total, and the only place
 * that changes a state. An event that means nothing in a state leaves it as it is.
 */
export function transition(state: CheckoutState, event: MachineEvent): Step {
  const [next, effects] = step(state, event);
  return [next, next === state ? effects : [...effects, ...entryEffects(state, next)]];
}

function step(state: CheckoutState, event: MachineEvent): Step {
  switch (event.type) {
    case 'session_requested':
      return state.status === 'idle' || state.status === 'unavailable'
        ? [{ status: 'loading' }, [{ type: 'read_session' }]]
        : [state, [{ type: 'read_session' }]];
    case 'session_read':
      return onSessionRead(state, event.session);
    case 'read_failed':
      return state.status === 'loading' ? [{ status: 'unavailable', error: event.error }, []] : [state, []];
    case 'session_denied':
      return onDenied(state, event);
    case 'method_selected':
      return onMethodSelected(state, event.methodId);
    case 'refresh_requested':
      return state.status === 'expired' && state.refreshable
        ? [state, [{ type: 'refresh_session' }]]
        : [state, []];
    case 'leave_requested':
      return [state, leave(state)];
    case 'navigation_stalled':
      return state.status === 'succeeded' ? [{ ...state, stalled: true }, []] : [state, []];
    case 'expiry_passed':
    case 'woken':
      return [
        state,
        state.status === 'idle' || state.status === 'succeeded' ? [] : [{ type: 'read_session' }],
      ];
    case 'cancel_requested':
    case 'session_canceled':
    case 'cancel_failed':
      return onCancel(state, event);
    case 'action_canceled':
    case 'action_continued':
    case 'code_entered':
    case 'resend_requested':
    case 'action_refused':
      return onAction(state, event);
    default:
      return onPayment(state, event);
  }
}

function onSessionRead(state: CheckoutState, session: CheckoutSession): Step {
  const known = sessionOf(state);
  // A stale answer: the server has told of something newer already.
  if (known && known.id === session.id && session.version < known.version) return [state, []];
  // A refreshed session starts afresh; nothing of the old one counts, except that a success is never taken back.
  if (known && known.id !== session.id && state.status === 'expired')
    return [settle(session, { status: 'loading' }), []];
  if (state.status === 'succeeded') return [state, []];
  if (state.status === 'submitting' || state.status === 'unknown') {
    const open = state.status === 'submitting' && state.stage === 'preparing';
    if (open ? !isOver(session) && !isLive(session.payment) : !isResolved(session, state.attempt))
      return [{ ...state, session }, []];
  }
  return [withMethods(kept(settle(session, state), state)), []];
}

/** A read that shows what was known does not undo what the shopper has just done or been told. */
function kept(next: CheckoutState, state: CheckoutState): CheckoutState {
  if (next.status === 'ready' && state.status === 'ready') return { ...next, leaving: state.leaving };
  return next.status === 'action_required' &&
    state.status === 'action_required' &&
    next.payment.id === state.payment.id
    ? { ...next, leaving: state.leaving, failure: state.failure }
    : next;
}

const isOver = ({ status }: CheckoutSession): boolean =>
  status === 'paid' || status === 'expired' || status === 'canceled' || status === 'failed';

/** Whether a read answers what became of `attempt`: its payment exists, it is closed, or the session is over. */
const isResolved = (session: CheckoutSession, attempt: number): boolean =>
  session.attempt > attempt || (session.payment?.attempt ?? 0) >= attempt || isOver(session);

/** A session with nothing this version can show is as good as none; better said than an empty list. */
function withMethods(state: CheckoutState): CheckoutState {
  if (state.status !== 'ready' || state.session.paymentMethods.length > 0) return state;
  return {
    status: 'unavailable',
    error: {
      kind: 'integration',
      code: 'no_payment_method',
      message: 'The session offers no payment method that this version can show.',
      hint: `The session lists: ${(state.session.omittedMethodTypes ?? []).join(', ') || 'none'}.`,
      retryable: true,
    },
  };
}

/** Before anything was sent a refused token proves that nothing can be charged; after a send it proves nothing. */
function onDenied(state: CheckoutState, event: MachineEvent & { type: 'session_denied' }): Step {
  if (state.status === 'loading') return [{ status: 'unavailable', error: event.error }, []];
  const untouched =
    state.status === 'ready' || (state.status === 'submitting' && state.stage === 'preparing');
  return untouched ? [{ status: 'expired', session: state.session, refreshable: false }, []] : [state, []];
}

function onMethodSelected(state: CheckoutState, methodId: string): Step {
  if (state.status !== 'ready' || state.methodId === methodId) return [state, []];
  if (!state.session.paymentMethods.some((method) => method.id === methodId)) return [state, []];
  const method = state.session.paymentMethods.find(({ id }) => id === methodId)?.type ?? '';
  return [
    { ...state, methodId, failure: undefined },
    [{ type: 'announce', notice: { type: 'payment-method-change', detail: { method } } }],
  ];
}

const ready = (
  state: Extract<CheckoutState, { session: CheckoutSession }>,
  failure: Failure | undefined,
): CheckoutState => ({ status: 'ready', session: state.session, methodId: methodIdOf(state), failure });

function onPayment(state: CheckoutState, event: MachineEvent): Step {
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
  if (state.status === 'unknown') return onUnknown(state, event);
  if (state.status === 'processing' || state.status === 'action_required')
    return event.type === 'payment_answered'
      ? [answered(state, event.payment), [{ type: 'read_session' }]]
      : [state, []];
  if (state.status !== 'submitting') return [state, []];
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
function answered(
  state: Extract<CheckoutState, { session: CheckoutSession }>,
  payment: CheckoutSession['payment'] & object,
): CheckoutState {
  const { session } = state;
  const methodId = methodIdOf(state);
  if (payment.status === 'succeeded' && payment.amount >= session.amount.due)
    return { status: 'succeeded', session, methodId, payment, stalled: false };
  if (payment.status === 'failed' || payment.status === 'canceled') {
    const failure = payment.failure ?? { code: 'declined', retryable: true };
    if (payment.status === 'failed' && !failure.retryable) return { status: 'locked', session, failure };
    // The try is closed for good, so the server's next number is known before the read that confirms it.
    const attempt = Math.max(session.attempt, payment.attempt + 1);
    const next = { ...session, attempt, payment };
    return {
      status: 'ready',
      session: next,
      methodId,
      failure: payment.status === 'failed' ? failure : undefined,
    };
  }
  return stateOfPayment(session, payment, methodId);
}

function onCancel(state: CheckoutState, event: MachineEvent): Step {
  if (event.type === 'session_canceled') {
    return state.status === 'ready'
      ? [{ status: 'canceled', session: event.session }, leaveBy(event.session)]
      : [state, []];
  }
  if (event.type === 'cancel_failed') {
    return state.status === 'ready' ? [{ ...state, leaving: false }, []] : [state, []];
  }
  // A payment on its way is never left behind: only a session at rest can be cancelled.
  return state.status === 'ready' && !state.leaving
    ? [{ ...state, leaving: true }, [{ type: 'cancel_session' }]]
    : [state, []];
}

function onAction(state: CheckoutState, event: MachineEvent): Step {
  if (state.status !== 'action_required') return [state, []];
  const paymentId = state.payment.id;
  switch (event.type) {
    case 'action_canceled':
      return state.leaving
        ? [state, []]
        : [{ ...state, leaving: true, failure: undefined }, [{ type: 'cancel_payment', paymentId }]];
    case 'action_continued':
      return [
        state,
        state.action.type === 'redirect'
          ? [{ type: 'navigate', url: state.action.url, reason: 'action' }]
          : [],
      ];
    case 'code_entered':
      return [{ ...state, failure: undefined }, [{ type: 'confirm_payment', paymentId, code: event.code }]];
    case 'resend_requested':
      return [{ ...state, failure: undefined }, [{ type: 'resend_payment', paymentId }]];
    case 'action_refused':
      return [{ ...state, leaving: false, failure: event.failure }, [{ type: 'read_session' }]];
    default:
      return [state, []];
  }
}

const leaveBy = (session: CheckoutSession): readonly Effect[] =>
  session.cancelUrl === undefined ? [] : [{ type: 'navigate', url: session.cancelUrl, reason: 'cancel' }];

/** Where the shopper's own click leads from a screen with no way on. */
function leave(state: CheckoutState): readonly Effect[] {
  const session = sessionOf(state);
  if (!session) return [];
  if (state.status === 'succeeded')
    return session.successUrl === undefined
      ? []
      : [{ type: 'navigate', url: session.successUrl, reason: 'success' }];
  if (state.status === 'locked') {
    const url = session.failureUrl ?? session.cancelUrl;
    return url === undefined ? [] : [{ type: 'navigate', url, reason: 'failure' }];
  }
  return state.status === 'expired' || state.status === 'canceled' ? leaveBy(session) : [];
}
