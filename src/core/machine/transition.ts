import { methodOf } from '../session/methods.js';
import { isDead } from '../session/payment-end.js';
import type { CheckoutSession, Payment } from '../session/session.js';
import { entryEffects } from './entry-effects.js';
import type { MachineEvent, Step } from './events.js';
import { onAction } from './on-action.js';
import { leave, onCancel } from './on-leaving.js';
import { onPayment } from './on-payment.js';
import { isLive, settle } from './settle.js';
import { sessionOf, type CheckoutState } from './state.js';

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
  // Another session's answer is none of ours, unless it replaces one that expired: that starts afresh.
  if (known && known.id !== session.id)
    return state.status === 'expired' ? [settle(session, { status: 'loading' }), []] : [state, []];
  if (state.status === 'succeeded') return contradicted(state, session);
  if (forgets(session, known?.payment)) return [state, []];
  if (state.status === 'submitting' || state.status === 'unknown') {
    const open = state.status === 'submitting' && state.stage === 'preparing';
    if (open ? !isOver(session) && !isLive(session.payment) : !isResolved(session, state.attempt))
      return [{ ...state, session }, []];
  }
  return [withMethods(kept(settle(session, state), state)), []];
}

/** Where no version tells which answer is older: one that knows nothing of a payment on its way, nor of its end. */
const forgets = (session: CheckoutSession, known: Payment | undefined): boolean =>
  session.version === 0 &&
  isLive(known) &&
  !session.payment &&
  session.attempt <= known.attempt &&
  session.status === 'open';

/** A success is never taken back. That the server now says otherwise is told once, to the page and to the shopper. */
function contradicted(state: CheckoutState & { status: 'succeeded' }, session: CheckoutSession): Step {
  const { payment, status } = session;
  const isUndone = payment
    ? payment.id === state.payment?.id && isDead(payment)
    : status !== 'paid' && isOver(session);
  if (!isUndone || state.contradicted) return [state, []];
  const detail = {
    kind: 'api',
    code: 'contradicted',
    message: 'The API said that this session was paid, and then that it was not.',
    hint: 'Look the session up on your server before you ship.',
    retryable: false,
  } as const;
  return [
    { ...state, contradicted: true },
    [{ type: 'announce', notice: { type: 'checkout-error', detail } }],
  ];
}

/** A read that shows what was known does not undo what the shopper has just done or been told. */
function kept(next: CheckoutState, state: CheckoutState): CheckoutState {
  if (next.status === 'ready' && state.status === 'ready') return { ...next, leaving: state.leaving };
  return next.status === 'action_required' &&
    state.status === 'action_required' &&
    next.payment.id === state.payment.id
    ? { ...next, leaving: state.leaving, asking: state.asking, failure: state.failure }
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
    error: state.session.omission ?? {
      kind: 'integration',
      code: 'no_payment_method',
      message: 'No payment method can be shown.',
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
  const method = methodOf(state.session, methodId)?.type;
  if (method === undefined) return [state, []];
  return [
    { ...state, methodId, failure: undefined },
    [{ type: 'announce', notice: { type: 'payment-method-change', detail: { method, methodId } } }],
  ];
}
