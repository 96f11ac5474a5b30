import type { CheckoutSession } from '../session/session.js';
import type { Effect, MachineEvent, Step } from './events.js';
import { sessionOf, type CheckoutState } from './state.js';

/** The shopper wants to go: told to the server first, and never over a payment that is on its way. */
export function onCancel(state: CheckoutState, event: MachineEvent): Step {
  if (event.type === 'session_canceled') {
    return state.status === 'ready' ? [{ status: 'canceled', session: event.session }, []] : [state, []];
  }
  if (event.type === 'cancel_failed') {
    return state.status === 'ready' ? [{ ...state, leaving: false }, []] : [state, []];
  }
  // A payment on its way is never left behind: only a session at rest can be cancelled.
  return state.status === 'ready' && !state.leaving
    ? [{ ...state, leaving: true }, [{ type: 'cancel_session' }]]
    : [state, []];
}

export const leaveBy = (session: CheckoutSession): readonly Effect[] =>
  session.cancelUrl === undefined ? [] : [{ type: 'navigate', url: session.cancelUrl, reason: 'cancel' }];

/** Where the shopper's own click leads from a screen with no way on. */
export function leave(state: CheckoutState): readonly Effect[] {
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
