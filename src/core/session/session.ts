import type { CheckoutErrorData } from '../errors.js';
import type { NextAction } from './next-action.js';
import type { Secret } from './secret.js';

export type { NextAction, TransferRow } from './next-action.js';

/**
 * A checkout session as the rest of the product sees it, whatever the provider's dialect.
 * Amounts are integers in the currency's minor unit (see `core/money`), times are milliseconds since the epoch.
 */
export interface CheckoutSession {
  readonly id: string;
  /** Rises with every change of the session; 0 where the provider has no such number. */
  readonly version: number;
  readonly livemode: boolean;
  readonly status: SessionStatus;
  /** Number of the try that may be made now, issued by the server; part of the idempotency key. */
  readonly attempt: number;
  /** Whether a payment that failed for good may be followed by another on this session. */
  readonly canRetryAfterFailure: boolean;
  /** ISO 4217, upper case. */
  readonly currency: string;
  readonly amount: AmountBreakdown;
  readonly items: readonly LineItem[];
  readonly merchant: Merchant;
  readonly branding?: Branding;
  /** BCP 47. */
  readonly locale?: string;
  readonly submitType: SubmitType;
  /** What is known of the shopper: never asked again. */
  readonly customer: Customer;
  /** What the shopper must give, whatever the method. */
  readonly requiredFields: readonly CustomerField[];
  readonly customFields: readonly CustomField[];
  /** Only enabled methods, in the provider's order. */
  readonly paymentMethods: readonly PaymentMethod[];
  /** Types the provider offers and this version cannot show; they are left out of `paymentMethods`. */
  readonly omittedMethodTypes?: readonly string[];
  /** Why a dialect's method is not shown, where the merchant can do something about it. */
  readonly omission?: CheckoutErrorData;
  readonly combined?: { readonly enabled: boolean; readonly max: number };
  readonly successUrl?: string;
  /** Where the shopper goes by their own wish. */
  readonly cancelUrl?: string;
  /** Where the shopper goes when no further try is possible. */
  readonly failureUrl?: string;
  /** Present where an expired session can be replaced by a fresh one. */
  readonly refreshToken?: Secret<string>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly createdAt?: number;
  readonly expiresAt?: number;
  readonly serverNow?: number;
  /** The newest payment; of a try in several parts the one that decides what is shown. */
  readonly payment?: Payment;
  /** All of them, those of earlier tries too, where the provider tells them. */
  readonly payments?: readonly Payment[];
}

export const SESSION_STATUSES = [
  'open',
  'processing',
  'partially_paid',
  'paid',
  'failed',
  'expired',
  'canceled',
] as const;
/** `unknown` stands for a value nobody has seen before: wait and ask again. */
export type SessionStatus = (typeof SESSION_STATUSES)[number] | 'unknown';

export const SUBMIT_TYPES = ['pay', 'donate', 'book'] as const;
export type SubmitType = (typeof SUBMIT_TYPES)[number];

/** Minor units. `due` = what is still to be paid now. */
export interface AmountBreakdown {
  readonly subtotal: number;
  readonly discount: number;
  readonly tax: number;
  readonly shipping: number;
  readonly total: number;
  readonly paid: number;
  readonly due: number;
}

export interface LineItem {
  readonly name: string;
  readonly description?: string;
  readonly imageUrl?: string;
  readonly quantity: number;
  readonly unitAmount: number;
  readonly totalAmount: number;
  readonly tax?: LineItemTax;
}

export interface LineItemTax {
  readonly name?: string;
  readonly type: 'fixed' | 'percentage';
  /** Minor units for `fixed`, a decimal string of percent for `percentage`, as the provider gave it. */
  readonly value: string;
  readonly amount: number;
}

export interface Merchant {
  /** Empty where the provider does not tell it. */
  readonly name: string;
  readonly logoUrl?: string;
  readonly supportUrl?: string;
  readonly supportEmail?: string;
}

export interface Branding {
  /** `#rrggbb`. */
  readonly primaryColor?: string;
  readonly logoUrl?: string;
  readonly name?: string;
}

/** The names of customer data this product can ask for; a dialect maps the provider's words onto these. */
export const CUSTOMER_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'document',
  'documentType',
  'address',
] as const;
export type CustomerField = (typeof CUSTOMER_FIELDS)[number];

export interface Customer {
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  /** International form where known: `+5511987654321`. */
  readonly phone?: string;
  /** CPF, CNPJ or another country's document, as the provider gave it. */
  readonly document?: string;
  readonly documentType?: string;
  readonly address?: Address;
}

export interface Address {
  readonly line1?: string;
  readonly number?: string;
  readonly complement?: string;
  readonly district?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string;
}

export interface CustomField {
  readonly key: string;
  /** What an earlier payment of this session answered. */
  readonly value?: string | boolean;
  readonly label: string;
  readonly type: 'text' | 'select' | 'checkbox';
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Id of the one method it is asked for; of every method where there is none. */
  readonly methodId?: string;
}

export interface PaymentMethod {
  /** Unique within the session. */
  readonly id: string;
  /** Key of the method's record in `core/payment-methods`; a type without a record is left out and reported. */
  readonly type: string;
  readonly label?: string;
  readonly requiredFields: readonly string[];
  /** What the provider takes of a Brazilian document, where that is less than the law's: no letters, or a CPF alone. */
  readonly documentForm?: 'digits' | 'cpf';
  readonly documentTypes?: readonly string[]; // that the provider takes, where no country tells them
  /** Where it differs from the session's: the currency and amount that this method charges. */
  readonly currency?: string;
  readonly amount?: number;
  /** As the provider gave it, for display; never calculated with. */
  readonly exchangeRate?: string;
  /** The two currencies it is between, as `CLP/USD`, where the provider says. */
  readonly exchangePair?: string;
  /** `redirect`: whatever it is, it is paid on a page of its own. Shows a type that this version does not know. */
  readonly flow?: 'redirect';
  /** Mobile money networks: `ecocash`, `onemoney`. */
  readonly networks?: readonly string[];
  /** Card brands the merchant takes. */
  readonly brands?: readonly string[];
  /** What is on offer, as the API gives it; the first is the one to begin with. */
  readonly installments?: readonly Installment[];
  readonly tokenizer?: Tokenizer;
}

/** One way to pay in parts. Every figure is the API's own: nothing is added up or divided here. */
export interface Installment {
  readonly count: number;
  /** Minor units of each instalment. */
  readonly amount: number;
  /** What the shopper is charged in all, in minor units; with interest it is more than is due. */
  readonly total: number;
  /** `undefined`: the API does not say, and neither do we. */
  readonly interestFree?: boolean;
  /** Percent a month, as the API gave it: `1.99`. For display; never calculated with. */
  readonly interestRate?: string;
  /** Card brands it is for; every brand where it names none. */
  readonly brands?: readonly string[];
}

/** How a card becomes a token: the card frame to mount and what it needs to know. */
export interface Tokenizer {
  readonly name: string;
  /** The card frame's document, of the provider's origin. */
  readonly frameUrl?: string;
  readonly publicKey?: string;
  /** What it is to make of the card, where it can make several things (Stripe). */
  readonly mode?: string;
  /** Stripe's, of the intent that this session is paid with. */
  readonly clientSecret?: Secret<string>;
  /** Which of the gateway's hosts, where it has more than one. */
  readonly url?: string;
  /** Set by a dialect that sends the card itself, and only where the merchant has opted in to that; never read from an answer. */
  readonly takesRawCard?: boolean;
}

export const PAYMENT_STATUSES = ['processing', 'requires_action', 'succeeded', 'failed', 'canceled'] as const;
/** `unknown` stands for a value nobody has seen before: wait and ask again. */
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number] | 'unknown';

export interface Payment {
  readonly id: string;
  readonly attempt: number;
  readonly status: PaymentStatus;
  readonly amount: number;
  readonly currency: string;
  /** Type of the payment method. */
  readonly method: string;
  /** In how many it is paid; `amount` is what the merchant gets, its `total` what the shopper is charged. */
  readonly installments?: Installment;
  readonly failure?: Failure;
  readonly nextAction?: NextAction;
}

/** Why a payment did not happen. `code` is one of `FAILURE_CODES`, or the provider's own word. */
export interface Failure {
  readonly code: string;
  readonly retryable: boolean;
  /** The request field the server refused, where it said one. */
  readonly param?: string;
}

/** The failures that have words of their own on the screen; any other is shown as `declined`. */
export const FAILURE_CODES = [
  'declined',
  'insufficient_funds',
  'expired_card',
  'authentication_failed',
  'canceled_by_payer',
  'wrong_pin',
  'limit_exceeded',
  'payer_not_found',
  'payment_timeout',
  'provider_unavailable',
  'processing_error',
  'invalid_request',
  'amount_changed',
  'part_lapsed',
  'busy',
  'offline',
  'card_frame_failed',
  'card_frame_covered',
  'not_sent',
  'not_renewed',
] as const;
