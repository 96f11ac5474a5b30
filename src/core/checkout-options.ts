import type { Clock } from './clock.js';
import type { CheckoutErrorData } from './errors.js';
import type { MachineEvent, Notice, RedirectReason } from './machine/events.js';
import type { CheckoutState } from './machine/state.js';
import type { CardToken, Dialect, RawCard, Routes } from './providers/dialect.js';
import type { CheckoutSession, Customer, PaymentMethod } from './session/session.js';
import type { Fetch } from './transport/request.js';

/** A part of a payment that is set already: it is sent with the one that pays the rest, or not at all. */
export interface PreparedPart {
  readonly methodId: string;
  /** Minor units of the session's currency. */
  readonly amount: number;
  readonly details: Readonly<Record<string, string>>;
  readonly card?: CardToken;
}

/** What the form gives for one payment; `undefined` from `prepare` means that a field needs the shopper first. */
export interface PreparedPayment {
  readonly customer: Customer;
  readonly customFields: Readonly<Record<string, string | boolean>>;
  readonly details: Readonly<Record<string, string>>;
  readonly card?: CardToken;
  /** In place of `card`, for a method whose `tokenizer` says `takesRawCard`; refused for any other. */
  readonly rawCard?: RawCard;
  /** What other methods pay of it; the picked method pays the rest. */
  readonly parts?: readonly PreparedPart[];
}

/** What is used of a `BroadcastChannel`. */
export interface TabChannel {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

export interface CheckoutOptions {
  readonly dialect: Dialect;
  /** Absolute URL, https or loopback. */
  readonly apiBase: string;
  /** The session's token, or `paymentLink` to open a session from. */
  readonly token?: string;
  readonly paymentLink?: string;
  /**
   * `cs_` and 48 hex digits: names the session that `paymentLink` opens. The same again after a reload opens the same
   * session again, and not a second one to pay. Default: a new one.
   */
  readonly linkCandidate?: string;
  readonly fetch: Fetch;
  readonly clock?: Clock;
  readonly random?: () => number;
  /** Unpredictable bytes. Default: the platform's `crypto`. */
  readonly randomBytes?: (size: number) => Uint8Array;
  /** BCP 47 of what the shopper reads now. */
  readonly locale?: () => string;
  /** The page a redirect comes back to. */
  readonly returnUrl?: () => string | undefined;
  readonly isOnline?: () => boolean;
  /**
   * A line to the other tabs of this origin: `(name) => new BroadcastChannel(name)`. A courtesy, that another tab asks the
   * server sooner: nothing is believed that comes through it, and the name is the session's id.
   */
  readonly openChannel?: (name: string) => TabChannel;
  /** A chance to say more of a failed read than the core can know: a request blocked by the page's own policy. */
  readonly explain?: (error: CheckoutErrorData) => CheckoutErrorData;
  readonly routes?: Routes;
  /** Used where the session carries none. Read with each answer of the API: a getter may tell another one later. */
  readonly successUrl?: string;
  readonly cancelUrl?: string;
  readonly cardFrameUrl?: string;
  /**
   * Collects what was typed and makes a token of the card. A rejection means that nothing was sent. `isAgain`: for the
   * same press, whose first token lapsed before it could be sent.
   */
  readonly prepare: (
    method: PaymentMethod,
    session: CheckoutSession,
    isAgain?: boolean,
  ) => Promise<PreparedPayment | undefined>;
  readonly notify?: (notice: Notice) => void;
  readonly navigate?: (url: string, reason: RedirectReason) => void;
}

export interface Checkout {
  getState(): CheckoutState;
  subscribe(listener: (state: CheckoutState) => void): () => void;
  dispatch(event: MachineEvent): void;
  /** The server's clock, milliseconds since the epoch: what a countdown counts against. */
  serverNow(): number;
  /** The next state in which nothing of ours is under way. */
  whenSettled(): Promise<CheckoutState>;
  /** Reads the session again now; answers the state that came of it. */
  refresh(): Promise<CheckoutState>;
  /** Stops everything; late answers are ignored. */
  destroy(): void;
}
