import type { ProviderId } from '../../core/providers/dialect.js';
import type {
  Branding,
  Customer,
  CustomField,
  CustomerField,
  Installment,
  LineItemTax,
  Merchant,
  SubmitType,
  Tokenizer,
} from '../../core/session/session.js';
import { BEHAVIOURS } from './behaviours.js';
import { lookUp } from './look-up.js';
import type { OfferedMethod, SessionRecord, Totals } from './model.js';

/**
 * What a session is made of, in the contract's words, whatever the provider. Everything has a default, so that `{}` is
 * a session a demo can show. Amounts are minor units of `currency`.
 */
export interface SessionInput {
  readonly currency?: string;
  /** The total where there are no items, else what is added to them. */
  readonly amount?: number | Partial<Totals>;
  readonly items?: readonly ItemInput[];
  /** Types (`'card'`), or whole methods. Default: what the provider offers in the currency. */
  readonly paymentMethods?: readonly (string | MethodInput)[];
  readonly merchant?: Partial<Merchant>;
  readonly branding?: Branding;
  readonly locale?: string;
  readonly submitType?: SubmitType;
  readonly customer?: Customer;
  readonly requiredFields?: readonly CustomerField[];
  readonly customFields?: readonly (Omit<CustomField, 'options' | 'required'> &
    Partial<Pick<CustomField, 'options' | 'required'>>)[];
  readonly combined?: { readonly enabled: boolean; readonly max: number };
  readonly successUrl?: string;
  readonly cancelUrl?: string;
  readonly failureUrl?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Lifetime in seconds. */
  readonly expiresIn?: number;
  /** Whether a fresh session can be had once it has expired. Default: true where the provider knows how. */
  readonly refreshable?: boolean;
  /** Token of the refresh, where the merchant chooses it (Conomy's `checkoutToken`). */
  readonly refreshToken?: string;
  readonly linkId?: string;
  /** Members of the provider's own format that only come back in its answers. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** A line of the purchase; one piece where no quantity is given. */
export interface ItemInput {
  readonly name: string;
  readonly description?: string;
  readonly imageUrl?: string;
  readonly quantity?: number;
  readonly unitAmount: number;
  /** Of all pieces, with tax; it is worked out, and only compared where it is given. */
  readonly totalAmount?: number;
  readonly tax?: LineItemTax;
}

/** A method as a merchant offers it; only the type is needed. */
export interface MethodInput {
  readonly type: string;
  /** Default: the type. */
  readonly id?: string;
  readonly label?: string;
  readonly enabled?: boolean;
  readonly requiredFields?: readonly string[];
  readonly currency?: string;
  readonly amount?: number;
  readonly exchangeRate?: string;
  readonly flow?: 'redirect';
  readonly networks?: readonly string[];
  readonly brands?: readonly string[];
  readonly installments?: readonly Installment[];
  /** Default for a card: the sandbox's card frame. `null`: none. */
  readonly tokenizer?: Tokenizer | null;
}

/** What a provider decides about a new session. */
export interface NewSessionSetting {
  readonly provider: ProviderId;
  readonly id: string;
  readonly token: string;
  /** Server time, milliseconds. */
  readonly now: number;
  readonly currency: string;
  readonly methods: readonly MethodInput[];
  readonly expiresIn: number;
  readonly refreshToken?: string;
  readonly tokenizer: Tokenizer;
  /** Of a session that names no merchant. */
  readonly merchantName: string;
}

const DEFAULT_AMOUNT = 12_990;

/** Builds the record of a new session. The input was checked before; nothing is refused here. */
export function newSession(input: SessionInput, setting: NewSessionSetting): SessionRecord {
  const durationMs = setting.expiresIn * 1000;
  const totals = totalsOf(input);
  return {
    id: setting.id,
    token: setting.token,
    provider: setting.provider,
    createdAt: setting.now,
    durationMs,
    expiresAt: setting.now + durationMs,
    currency: setting.currency,
    totals,
    items: itemsOf(input, totals),
    merchant: { ...input.merchant, name: input.merchant?.name ?? setting.merchantName },
    branding: input.branding,
    locale: input.locale,
    submitType: input.submitType ?? 'pay',
    customer: input.customer ?? {},
    requiredFields: input.requiredFields ?? [],
    customFields: (input.customFields ?? []).map((field) => ({ required: false, options: [], ...field })),
    methods: setting.methods.map((method) => offer(method, setting.tokenizer)),
    combined: input.combined,
    successUrl: input.successUrl,
    cancelUrl: input.cancelUrl,
    failureUrl: input.failureUrl,
    metadata: input.metadata,
    refreshToken: setting.refreshToken,
    linkId: input.linkId,
    extra: input.extra ?? {},
    version: 1,
    status: 'open',
    attempt: 1,
    declines: 0,
    opened: false,
    paid: 0,
    payments: [],
  };
}

function offer({ tokenizer, ...method }: MethodInput, frame: Tokenizer): OfferedMethod {
  const chosen =
    tokenizer === undefined && lookUp(BEHAVIOURS, method.type)?.usesCardFrame
      ? frame
      : (tokenizer ?? undefined);
  return {
    ...method,
    id: method.id ?? method.type,
    enabled: method.enabled ?? true,
    requiredFields: method.requiredFields ?? [],
    ...(chosen && { tokenizer: chosen }),
  };
}

/** The amounts of an input: its items, what is added to them, or a total by itself. */
export function totalsOf({ items = [], amount }: SessionInput): Totals {
  const subtotal = items.reduce((sum, { unitAmount, quantity = 1 }) => sum + unitAmount * quantity, 0);
  if (typeof amount === 'number' || (amount === undefined && items.length === 0)) {
    const total = typeof amount === 'number' ? amount : DEFAULT_AMOUNT;
    // Where both are given the total is the truth; a difference shows as discount or as tax.
    const difference = items.length ? total - subtotal : 0;
    return {
      subtotal: items.length ? subtotal : total,
      discount: Math.max(0, -difference),
      tax: Math.max(0, difference),
      shipping: 0,
      total,
    };
  }
  const itemTax = items.reduce((sum, { tax }) => sum + (tax?.amount ?? 0), 0);
  const { discount = 0, tax = itemTax, shipping = 0, total } = amount ?? {};
  const base = items.length ? subtotal : (total ?? DEFAULT_AMOUNT) + discount - tax - shipping;
  return { subtotal: base, discount, tax, shipping, total: total ?? base - discount + tax + shipping };
}

const itemsOf = ({ items = [] }: SessionInput, totals: Totals): SessionRecord['items'] =>
  items.length
    ? items.map((item) => ({
        ...item,
        quantity: item.quantity ?? 1,
        totalAmount: item.unitAmount * (item.quantity ?? 1) + (item.tax?.amount ?? 0),
      }))
    : [{ name: 'Order', quantity: 1, unitAmount: totals.subtotal, totalAmount: totals.subtotal }];
