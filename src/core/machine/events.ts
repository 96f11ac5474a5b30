import type { CheckoutErrorData } from '../errors.js';
import type { CheckoutSession, Failure, Payment } from '../session/session.js';
import type { CheckoutState, CheckoutStatus } from './state.js';

/** What happened: the only way into `transition`. Named as past facts. */
export type MachineEvent =
  | { readonly type: 'session_requested' }
  | { readonly type: 'session_read'; readonly session: CheckoutSession }
  | { readonly type: 'read_failed'; readonly error: CheckoutErrorData }
  /** The API refuses the token and nothing was ever sent with it. */
  | { readonly type: 'session_denied'; readonly error: CheckoutErrorData }
  | { readonly type: 'method_selected'; readonly methodId: string }
  | { readonly type: 'payment_submitted' }
  | { readonly type: 'payment_prepared' }
  /** Nothing was sent: a field is wrong (no failure to show), or the card frame could not answer. */
  | { readonly type: 'preparation_failed'; readonly failure?: Failure }
  | { readonly type: 'payment_answered'; readonly payment: Payment }
  /** The server said that this try is over and nothing was charged. */
  | { readonly type: 'payment_refused'; readonly failure: Failure }
  /** No answer that proves anything. */
  | { readonly type: 'payment_lost' }
  | { readonly type: 'patience_ended' }
  | { readonly type: 'expiry_passed' }
  /** `restored`: to a page that had been left, by Back or Forward. */
  | { readonly type: 'woken'; readonly restored?: boolean }
  | { readonly type: 'cancel_requested' }
  | { readonly type: 'session_canceled'; readonly session: CheckoutSession }
  | { readonly type: 'cancel_failed' }
  /** Change number, pay another way. */
  | { readonly type: 'action_canceled' }
  /** The payment that was given up for another of its kind is over, and no other can be made. */
  | { readonly type: 'renewal_failed' }
  | { readonly type: 'action_continued' }
  | { readonly type: 'code_entered'; readonly code: string }
  | { readonly type: 'resend_requested' }
  /** The answer to a code or a resend was a refusal; the payment lives on. */
  | { readonly type: 'action_refused'; readonly failure: Failure }
  | { readonly type: 'refresh_requested' }
  | { readonly type: 'leave_requested' }
  | { readonly type: 'navigation_stalled' };

export type RedirectReason = 'success' | 'cancel' | 'failure' | 'action';

/** What is to be done; `createCheckout` does it. */
export type Effect =
  | { readonly type: 'read_session' }
  | { readonly type: 'prepare_payment' }
  | { readonly type: 'send_payment' }
  | { readonly type: 'recover_payment' }
  | { readonly type: 'cancel_session' }
  | { readonly type: 'cancel_payment'; readonly paymentId: string }
  | { readonly type: 'confirm_payment'; readonly paymentId: string; readonly code: string }
  | { readonly type: 'resend_payment'; readonly paymentId: string }
  | { readonly type: 'refresh_session' }
  | { readonly type: 'navigate'; readonly url: string; readonly reason: RedirectReason }
  | { readonly type: 'announce'; readonly notice: Notice };

/** The effects that tell the server something. */
export type PaymentEffect = Exclude<Effect, { type: 'announce' | 'navigate' | 'read_session' }>;

/** The next state, and what is to be done about it. */
export type Step = readonly [CheckoutState, readonly Effect[]];

/** What the host page is told: each becomes the event of its name with this detail. */
export type Notice =
  | { readonly type: 'checkout-ready'; readonly detail: { readonly session: CheckoutSession } }
  | {
      readonly type: 'payment-method-change';
      readonly detail: { readonly method: string; readonly methodId: string };
    }
  | { readonly type: 'payment-action'; readonly detail: { readonly type: string } }
  | {
      readonly type: 'payment-success';
      readonly detail: { readonly sessionId: string; readonly paymentId: string | undefined };
    }
  | {
      readonly type: 'payment-failure';
      readonly detail: { readonly code: string; readonly retryable: boolean; readonly amountPaid: number };
    }
  | { readonly type: 'payment-unknown'; readonly detail: { readonly attempt: number } }
  | { readonly type: 'session-expire'; readonly detail: { readonly refreshable: boolean } }
  | { readonly type: 'checkout-cancel'; readonly detail: { readonly sessionId: string } }
  | {
      readonly type: 'checkout-state-change';
      readonly detail: { readonly state: CheckoutStatus; readonly previous: CheckoutStatus };
    }
  | { readonly type: 'checkout-error'; readonly detail: CheckoutErrorData };
