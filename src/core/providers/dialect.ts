import type { Customer, CheckoutSession, Failure, Payment, PaymentMethod } from '../session/session.js';

export const PROVIDERS = ['native', 'z2pay', 'plugtopay', 'conomy', 'payonify'] as const;
export type ProviderId = (typeof PROVIDERS)[number];

/** The requests a widget makes. Each is a template a merchant may override: `POST /checkout-sessions/{id}/payments`. */
export type RouteName =
  | 'read'
  | 'poll'
  | 'opened'
  | 'pay'
  | 'confirm'
  | 'resend'
  | 'cancelPayment'
  | 'cancel'
  | 'refresh'
  | 'openLink';

/**
 * `METHOD /path`, relative to the API base; `{id}`, `{paymentId}`, `{token}`, `{link}` and `{candidate}` (a
 * session id that the client proposes, so that a repeated opening of a link makes one session) are filled in, percent-encoded.
 * `undefined` where the provider has no such request.
 */
export type Routes = Readonly<Partial<Record<RouteName, string>>>;

/** One part of what a shopper pays, and of most payments the only one. */
export interface PaymentEntry {
  readonly method: PaymentMethod;
  /** Minor units of the request's currency. */
  readonly amount: number;
  /** What the method itself asked: `phone`, `network`, `installments`, `bank` … */
  readonly details: Readonly<Record<string, string>>;
  readonly card?: CardToken;
}

/**
 * What the shopper's submit amounts to, before a dialect writes it as the provider's body. Its `amount` is what the pay
 * button said, less what the parts before it pay.
 */
export interface PaymentRequest extends PaymentEntry {
  readonly session: CheckoutSession;
  readonly currency: string;
  /** The session's customer with what the shopper typed on top. */
  readonly customer: Customer;
  /** Answers to the session's custom fields by key; a checkbox is `true` or `false`. */
  readonly customFields: Readonly<Record<string, string | boolean>>;
  /** What is paid by other methods; only of a session that is `combined`. With the amount above they are what is due. */
  readonly parts?: readonly PaymentEntry[];
  /** In place of a token, for a method whose `tokenizer` says `takesRawCard`. Only ever in the request's body. */
  readonly rawCard?: RawCard;
  /** BCP 47 of the screen, for what the provider shows next. */
  readonly locale: string;
  /** The host page, where a redirect comes back to; never carries the token. */
  readonly returnUrl?: string;
}

/**
 * The card itself, for a provider without a tokenizer. A merchant whose page takes it is not in the scope of SAQ A any more.
 * It is in no state, event, error, draft or storage.
 */
export interface RawCard {
  readonly number: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
  readonly cvc: string;
  readonly holderName: string;
  readonly brand?: string;
}

/** What leaves the card frame: never a card number. */
export interface CardToken {
  readonly token: string;
  /** The life of the frame that made it: where the provider can check, nothing else may have made it. */
  readonly frameNonce?: string;
  readonly brand?: string;
  readonly last4?: string;
  readonly expiryMonth?: number;
  readonly expiryYear?: number;
  readonly holderName?: string;
  /** By the page's clock, milliseconds since the epoch: a token that has lapsed is made anew before it is sent. */
  readonly livesUntil?: number;
}

/** What an error body said, in the contract's words. */
export interface ProviderError {
  /** snake_case, canonical where known: `payment_exists`, `in_progress`, `session_expired`, `invalid_token` … */
  readonly code: string;
  /** English, for developers. */
  readonly message?: string;
  readonly param?: string;
  readonly requestId?: string;
  /** The payment that stands in the way, or the one that was declined. */
  readonly payment?: Payment;
  /** Set where the body is a documented decline: this attempt failed for good. */
  readonly decline?: Failure;
}

/** What a successful answer to `pay`, `confirm`, `resend` or `cancelPayment` held. */
export interface PaymentAnswer {
  readonly payment?: Payment;
  readonly session?: CheckoutSession;
}

/**
 * One provider's wire format, turned into our shapes and back. Pure: no request is sent here.
 * Every parse throws a `CheckoutError` (`api` / `malformed_session` or `malformed_payment`) that names the path of
 * the first wrong field; extra fields are ignored; an unknown enum value becomes `unknown`.
 */
export interface Dialect {
  readonly id: ProviderId;
  readonly routes: Routes;
  /** Shape of the token this provider gives to a page. */
  readonly tokenPattern: RegExp;
  /** Header that carries the token; `undefined` where possession of the id in the path is the authorisation. */
  authorization(token: string): Readonly<Record<string, string>>;
  /** Shortest time between two reads, milliseconds (providers limit reads per minute). */
  readonly minPollMs: number;
  parseSession(body: unknown): CheckoutSession;
  parsePayment(body: unknown, session: CheckoutSession): PaymentAnswer;
  /** Never throws: an error body may be anything. */
  parseError(status: number, body: unknown, session?: CheckoutSession): ProviderError;
  /** Body of the `pay` request as a JSON value. */
  paymentBody(request: PaymentRequest): unknown;
  /** Body of the `confirm` request: the one-time code or the 3-D Secure result. */
  confirmBody?(data: Readonly<Record<string, string>>): unknown;
  /** The token of a session that a refresh or a payment link opened, where it is part of the session itself. */
  tokenOf?(session: CheckoutSession): string | undefined;
  /** Id that goes into the route templates, where it is not the session's id. */
  pathId?(session: CheckoutSession | undefined, token: string): string;
}
