import type { CheckoutErrorData } from './core/errors.js';
import type { Notice, RedirectReason } from './core/machine/events.js';
import type { CheckoutStatus } from './core/machine/state.js';
import type { CheckoutSession } from './core/session/session.js';

/**
 * The session as a host page may see it: no metadata, no refresh token, nothing of the shopper's person.
 * Amounts in minor units, times in milliseconds since the epoch.
 */
export type PublicSession = Pick<
  CheckoutSession,
  'id' | 'livemode' | 'status' | 'currency' | 'amount' | 'items' | 'merchant' | 'locale' | 'expiresAt'
> & {
  readonly paymentMethods: readonly { readonly id: string; readonly type: string; readonly label?: string }[];
  /** Offered by the provider, not shown by this version. */
  readonly omittedMethodTypes: readonly string[];
};

/** Picks the public members by name, so that a new private one cannot slip out. */
export const publicSession = (session: CheckoutSession): PublicSession => ({
  id: session.id,
  livemode: session.livemode,
  status: session.status,
  currency: session.currency,
  amount: session.amount,
  items: session.items,
  merchant: session.merchant,
  locale: session.locale,
  expiresAt: session.expiresAt,
  paymentMethods: session.paymentMethods.map(({ id, type, label }) => ({ id, type, label })),
  omittedMethodTypes: session.omittedMethodTypes ?? [],
});

/** All events bubble and cross shadow roots; `detail` never holds a card number, a security code or the token. */
class CheckoutEvent<Detail> extends Event {
  readonly detail: Detail;

  constructor(type: string, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = Object.freeze(detail);
  }
}

/** The session is loaded for the first time, whatever became of it; `session.status` says. */
export class CheckoutReadyEvent extends CheckoutEvent<{ readonly session: PublicSession }> {
  constructor({ session }: { readonly session: CheckoutSession }) {
    super('checkout-ready', { session: publicSession(session) });
  }
}

/** The shopper picked a payment method: `method` is its type, which several may share; `methodId` is its own. */
export class PaymentMethodChangeEvent extends CheckoutEvent<{
  readonly method: string;
  readonly methodId: string;
}> {
  constructor(detail: { readonly method: string; readonly methodId: string }) {
    super('payment-method-change', detail);
  }
}

export interface PaymentStartDetail {
  readonly attempt: number;
  /** Its type; `methodId` tells two of one type apart. */
  readonly method: string;
  readonly methodId: string;
  /** Minor units of `currency`: what the picked method charges. */
  readonly amount: number;
  /** ISO 4217; a method may charge another currency than the session's. */
  readonly currency: string;
}

/** The payment is about to be sent. `preventDefault()` vetoes it: nothing is sent. */
export class PaymentStartEvent extends CheckoutEvent<PaymentStartDetail> {
  constructor(detail: PaymentStartDetail) {
    super('payment-start', detail, true);
  }
}

/** The shopper has something to do: follow a redirect, scan a code, approve on the phone … */
export class PaymentActionEvent extends CheckoutEvent<{ readonly type: string }> {
  constructor(detail: { readonly type: string }) {
    super('payment-action', detail);
  }
}

/** The server said that the payment is made. Fulfil the order on your server, from the API, never from this event. */
export class PaymentSuccessEvent extends CheckoutEvent<{
  readonly sessionId: string;
  readonly paymentId: string | undefined;
}> {
  constructor(detail: { readonly sessionId: string; readonly paymentId: string | undefined }) {
    super('payment-success', detail);
  }
}

export interface PaymentFailureDetail {
  readonly code: string;
  readonly retryable: boolean;
  /** Minor units of the session's currency that earlier parts of it have paid; 0 where there are none. */
  readonly amountPaid: number;
}

/** A try failed for good. Nothing was charged for this attempt; `amountPaid` is what earlier parts have paid. */
export class PaymentFailureEvent extends CheckoutEvent<PaymentFailureDetail> {
  constructor(detail: PaymentFailureDetail) {
    super('payment-failure', detail);
  }
}

/** No answer came that proves anything: a payment may exist. The checkout keeps asking. */
export class PaymentUnknownEvent extends CheckoutEvent<{ readonly attempt: number }> {
  constructor(detail: { readonly attempt: number }) {
    super('payment-unknown', detail);
  }
}

/** The session can no longer be paid. With `refreshable` the shopper is offered a fresh one. */
export class SessionExpireEvent extends CheckoutEvent<{ readonly refreshable: boolean }> {
  constructor(detail: { readonly refreshable: boolean }) {
    super('session-expire', detail);
  }
}

/** The shopper left the checkout, or the merchant cancelled the session. */
export class CheckoutCancelEvent extends CheckoutEvent<{ readonly sessionId: string }> {
  constructor(detail: { readonly sessionId: string }) {
    super('checkout-cancel', detail);
  }
}

/** The page is about to be left. `preventDefault()` keeps it. */
export class CheckoutRedirectEvent extends CheckoutEvent<{
  readonly url: string;
  readonly reason: RedirectReason;
}> {
  constructor(detail: { readonly url: string; readonly reason: RedirectReason }) {
    super('checkout-redirect', detail, true);
  }
}

/** The state machine moved. */
export class CheckoutStateChangeEvent extends CheckoutEvent<{
  readonly state: CheckoutStatus;
  readonly previous: CheckoutStatus;
}> {
  constructor(detail: { readonly state: CheckoutStatus; readonly previous: CheckoutStatus }) {
    super('checkout-state-change', detail);
  }
}

/** Something is wrong that is not a declined payment; `hint` says how the merchant's developers can fix it. */
export class CheckoutErrorEvent extends CheckoutEvent<CheckoutErrorData> {
  constructor(detail: CheckoutErrorData) {
    super('checkout-error', { ...detail });
  }
}

const NOTICE_EVENTS: { readonly [T in Notice['type']]: new (detail: never) => Event } = {
  'checkout-ready': CheckoutReadyEvent,
  'payment-method-change': PaymentMethodChangeEvent,
  'payment-action': PaymentActionEvent,
  'payment-success': PaymentSuccessEvent,
  'payment-failure': PaymentFailureEvent,
  'payment-unknown': PaymentUnknownEvent,
  'session-expire': SessionExpireEvent,
  'checkout-cancel': CheckoutCancelEvent,
  'checkout-state-change': CheckoutStateChangeEvent,
  'checkout-error': CheckoutErrorEvent,
};

/** The event that tells a host page what the checkout reported. */
export const toEvent = ({ type, detail }: Notice): Event => new NOTICE_EVENTS[type](detail as never);

/** The events by name, for whoever listens on an element, or further up. */
export interface CheckoutEventMap {
  'checkout-ready': CheckoutReadyEvent;
  'payment-method-change': PaymentMethodChangeEvent;
  'payment-start': PaymentStartEvent;
  'payment-action': PaymentActionEvent;
  'payment-success': PaymentSuccessEvent;
  'payment-failure': PaymentFailureEvent;
  'payment-unknown': PaymentUnknownEvent;
  'session-expire': SessionExpireEvent;
  'checkout-cancel': CheckoutCancelEvent;
  'checkout-redirect': CheckoutRedirectEvent;
  'checkout-state-change': CheckoutStateChangeEvent;
  'checkout-error': CheckoutErrorEvent;
}

declare global {
  /* eslint-disable @typescript-eslint/no-empty-object-type -- a global map is only ever added to */
  interface HTMLElementEventMap extends CheckoutEventMap {}
  interface DocumentEventMap extends CheckoutEventMap {}
}
