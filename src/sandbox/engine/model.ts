import type { ProviderId } from '../../core/providers/dialect.js';
import type { CardInput } from './cards.js';
import type {
  Branding,
  Customer,
  CustomField,
  CustomerField,
  Installment,
  LineItem,
  Merchant,
  NextAction,
  PaymentMethod,
  PaymentStatus,
  SessionStatus,
  SubmitType,
} from '../../core/session/session.js';

/** A session as the sandbox keeps it. Amounts are minor units, times are server time in milliseconds. */
export interface SessionRecord {
  readonly id: string;
  /** What opens the session in a browser; the id itself where the provider has no other. */
  readonly token: string;
  readonly provider: ProviderId;
  readonly createdAt: number;
  readonly durationMs: number;
  readonly currency: string;
  readonly items: readonly LineItem[];
  readonly merchant: Merchant;
  readonly branding?: Branding;
  readonly locale?: string;
  readonly submitType: SubmitType;
  readonly requiredFields: readonly CustomerField[];
  readonly combined?: { readonly enabled: boolean; readonly max: number };
  readonly successUrl?: string;
  readonly cancelUrl?: string;
  readonly failureUrl?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Opens a fresh session when this one has expired; the fresh one keeps it. */
  readonly refreshToken?: string;
  /** The payment link it was opened from. */
  readonly linkId?: string;
  /** What the provider's create request said that nobody but the provider's own answer needs. */
  readonly extra: Readonly<Record<string, unknown>>;

  /** What the merchant knew of the shopper, and what the shopper's payments told on top. */
  customer: Customer;
  /** Each with what a payment answered, so that a page that was left for a bank asks nothing twice. */
  customFields: readonly CustomField[];
  /** Only the merchant changes them, and only while nothing is paid or on its way. */
  totals: Totals;
  methods: readonly OfferedMethod[];
  expiresAt: number;
  /** Rises with every change. */
  version: number;
  status: Exclude<SessionStatus, 'unknown'>;
  /** Set once no payment may follow: by the merchant, the shopper, the fifth decline or the clock. */
  closed?: 'canceled' | 'failed' | 'expired';
  /** Number of the try that may be made now, or that is being made. */
  attempt: number;
  declines: number;
  /** Whether a shopper has read it: some providers tell a session apart before and after. */
  opened: boolean;
  /** In the session's currency. */
  paid: number;
  /** Oldest first. */
  readonly payments: PaymentRecord[];
}

/** `enabled: false` stays in the list, as providers list methods that are off. */
export type OfferedMethod = PaymentMethod & { readonly enabled: boolean };

/** Minor units of the session's currency. */
export interface Totals {
  readonly subtotal: number;
  readonly discount: number;
  readonly tax: number;
  readonly shipping: number;
  readonly total: number;
}

/** One payment: one entry of one try. A combined try has several with the same attempt. */
export interface PaymentRecord {
  readonly id: string;
  readonly sessionId: string;
  readonly attempt: number;
  readonly methodId: string;
  /** Type of the method. */
  readonly type: string;
  readonly amount: number;
  readonly currency: string;
  /** What it pays of the session's total, in the session's currency. */
  readonly settles: number;
  readonly createdAt: number;
  readonly customer: Customer;
  readonly customFields: Readonly<Record<string, unknown>>;
  readonly details: Readonly<Record<string, string>>;
  /** What is kept of a card: never its number. */
  readonly card?: { readonly brand: string; readonly last4: string; readonly outcome: string };
  /** What was agreed to, of what the method offers. */
  readonly installment?: Installment;
  readonly locale?: string;
  /** The host page, where a redirect comes back to. */
  readonly returnUrl?: string;

  status: Exclude<PaymentStatus, 'unknown'>;
  failure?: { readonly code: string; readonly retryable: boolean };
  nextAction?: NextAction;
  /** What the passing of time alone brings. */
  due?: DueOutcome;
  updatedAt: number;
  /** Wrong one-time codes so far. */
  wrongCodes: number;
}

/** How a payment goes on. */
export type PaymentOutcome =
  | { readonly status: 'succeeded' }
  | { readonly status: 'failed'; readonly code: string }
  | { readonly status: 'canceled' }
  | { readonly status: 'processing'; readonly due: DueOutcome }
  | { readonly status: 'requires_action'; readonly nextAction: NextAction; readonly due: DueOutcome };

/** An outcome that comes at a time by itself. */
export interface DueOutcome {
  readonly at: number;
  readonly outcome: PaymentOutcome;
}

/** One entry of a shopper's submit, read from whatever body the provider's format has. */
export interface PaymentInput {
  /** Id of the method, or its type where ids are not in the format. */
  readonly method: string;
  readonly amount: number;
  readonly currency: string;
  readonly customer: Customer;
  readonly customFields: Readonly<Record<string, unknown>>;
  readonly details: Readonly<Record<string, string>>;
  readonly cardToken?: string;
  /** The card itself, where the provider's body has it so. Gone once it was read. */
  readonly rawCard?: CardInput;
  /** The life of the card frame that made the token; empty where the payment should have said and did not. */
  readonly frameNonce?: string;
  readonly locale?: string;
  readonly returnUrl?: string;
}

/** Whether a payment may still be charged. */
export const isLive = ({ status }: PaymentRecord): boolean =>
  status === 'processing' || status === 'requires_action';

/** The payment a session is about: the one under way, else the newest. */
export const currentPayment = ({ payments }: SessionRecord): PaymentRecord | undefined =>
  payments.findLast(isLive) ?? payments.at(-1);

/** Minor units still to be paid. */
export const dueOf = ({ totals, paid }: SessionRecord): number => Math.max(0, totals.total - paid);
