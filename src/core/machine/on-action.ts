import type { MachineEvent, Step } from './events.js';
import type { CheckoutState } from './state.js';

/** What the shopper does while a payment waits for them. */
export function onAction(state: CheckoutState, event: MachineEvent): Step {
  if (state.status !== 'action_required') return [state, []];
  // Given up: what is still pressed meanwhile would race the server's answer.
  if (state.leaving && event.type !== 'action_refused') return [state, []];
  const paymentId = state.payment.id;
  switch (event.type) {
    case 'action_canceled':
      return [
        { ...state, leaving: true, asking: undefined, failure: undefined },
        [{ type: 'cancel_payment', paymentId }],
      ];
    case 'action_continued':
      return [
        state,
        state.action.type === 'redirect'
          ? [{ type: 'navigate', url: state.action.url, reason: 'action' }]
          : [],
      ];
    // Two presses may come before the button is drawn anew.
    case 'code_entered':
      return state.asking
        ? [state, []]
        : [
            { ...state, asking: 'confirm', failure: undefined },
            [{ type: 'confirm_payment', paymentId, code: event.code }],
          ];
    case 'resend_requested':
      return state.asking
        ? [state, []]
        : [{ ...state, asking: 'resend', failure: undefined }, [{ type: 'resend_payment', paymentId }]];
    case 'action_refused':
      return [
        { ...state, leaving: false, asking: undefined, failure: event.failure },
        [{ type: 'read_session' }],
      ];
    default:
      return [state, []];
  }
}
