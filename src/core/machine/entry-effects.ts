import type { Effect, Notice } from './events.js';
import { leaveBy } from './on-leaving.js';
import { sessionOf, type CheckoutState } from './state.js';

/** `announce('payment-unknown', { attempt })`: the host page's event of that name. */
const announce = <T extends Notice['type']>(
  type: T,
  detail: Extract<Notice, { type: T }>['detail'],
): Effect => ({
  type: 'announce',
  notice: { type, detail } as Notice,
});

/** What follows from having entered a state, whatever led there: the host page's events and the way out. */
export function entryEffects(previous: CheckoutState, state: CheckoutState): readonly Effect[] {
  const effects: Effect[] = [];
  const entered = previous.status !== state.status;
  if (entered) {
    effects.push(
      announce('checkout-state-change', { state: state.status, previous: previous.status }),
      ...firstSession(previous, state),
      ...arrival(previous, state),
    );
  }
  if (state.status === 'ready' || state.status === 'locked') effects.push(...failed(previous, state));
  if (state.status === 'action_required') effects.push(...actionEffects(previous, state));
  return effects;
}

/** A try that failed just now, and what earlier parts of the session have paid all the same. */
function failed(
  previous: CheckoutState,
  { session, failure }: Extract<CheckoutState, { status: 'ready' | 'locked' }>,
): readonly Effect[] {
  const known = 'failure' in previous ? previous.failure : undefined;
  if (!failure || failure === known || previous.status === 'loading') return [];
  const { code, retryable } = failure;
  return [announce('payment-failure', { code, retryable, amountPaid: session.amount.paid })];
}

function firstSession(previous: CheckoutState, state: CheckoutState): readonly Effect[] {
  const session = sessionOf(state);
  if ((previous.status !== 'loading' && previous.status !== 'unavailable') || !session) return [];
  const omitted = session.omittedMethodTypes ?? [];
  return [
    announce('checkout-ready', { session }),
    ...(omitted.length === 0
      ? []
      : [
          announce(
            'checkout-error',
            session.omission ?? {
              kind: 'integration',
              code: 'unsupported_method',
              message: `These methods cannot be shown: ${omitted.join(', ')}.`,
              hint: 'Update checkout-session, or do not offer them.',
              retryable: false,
            },
          ),
        ]),
  ];
}

function arrival(previous: CheckoutState, state: CheckoutState): readonly Effect[] {
  switch (state.status) {
    case 'succeeded': {
      const { session, payment } = state;
      return [
        announce('payment-success', { sessionId: session.id, paymentId: payment?.id }),
        ...(session.successUrl === undefined
          ? []
          : [{ type: 'navigate', url: session.successUrl, reason: 'success' } as const]),
      ];
    }
    case 'unknown':
      return [announce('payment-unknown', { attempt: state.attempt })];
    case 'expired':
      return [announce('session-expire', { refreshable: state.refreshable })];
    case 'canceled':
      // Left for the shop by the shopper's own wish only, not when somebody else has cancelled.
      return [
        announce('checkout-cancel', { sessionId: state.session.id }),
        ...(previous.status === 'ready' && previous.leaving ? leaveBy(state.session) : []),
      ];
    case 'unavailable':
      return [announce('checkout-error', state.error)];
    default:
      return [];
  }
}

function actionEffects(
  previous: CheckoutState,
  state: Extract<CheckoutState, { status: 'action_required' }>,
): readonly Effect[] {
  const { action, payment } = state;
  const same =
    previous.status === 'action_required' &&
    previous.action.type === action.type &&
    previous.payment.id === payment.id;
  if (same) return [];
  const effects: Effect[] = [announce('payment-action', { type: action.type })];
  // Only the shopper's own submit leaves the page by itself; after a reload or Back they are asked first.
  if (action.type === 'redirect' && previous.status === 'submitting')
    effects.push({ type: 'navigate', url: action.url, reason: 'action' });
  return effects;
}
