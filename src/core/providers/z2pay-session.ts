import {
  CUSTOMER_FIELDS,
  type CheckoutSession,
  type Customer,
  type CustomerField,
  type Payment,
  type PaymentMethod,
  type SessionStatus,
} from '../session/session.js';
import { decisivePayment } from '../session/payments.js';
import * as f from './foreign.js';
import { parseAs, type Subject } from './parse.js';
import { answer, type Answer, type WirePayment } from './z2pay-wire.js';

/** z2pay's words for what we call otherwise; any other method keeps its name. */
const TYPES = { credit_card: 'card' } as const;
const typeOf = (method: string): string => f.wordIn<string>(TYPES, method) ?? method;

/** A confirm takes up to 8 entries. */
const MAX_ENTRIES = 8;

/** What a confirm cannot do without, whatever the session lists. */
const ALWAYS_REQUIRED: readonly string[] = ['name', 'email', 'document'] satisfies CustomerField[];

/** A payment of a session of which `paymentAttempts` tries were made. */
export function paymentOf(
  wire: WirePayment,
  session: Pick<Answer['session'], 'currency' | 'paymentAttempts'>,
): Payment {
  const { id, method, status, amount, pix, boleto } = wire;
  const attempt = wire.attempt ?? Math.max(1, session.paymentAttempts);
  return f.paymentOf({
    id,
    attempt,
    status,
    amount,
    currency: session.currency,
    method: typeOf(method),
    failureCode: wire.failureCode,
    retryable: wire.retryable ?? true,
    action:
      f.urlAction('three_d_secure', wire.threeDSecure?.url) ??
      f.urlAction('redirect', wire.redirectUrl) ??
      f.pixAction(pix?.copyPaste, pix?.expiresAt) ??
      f.boletoAction({
        line: boleto?.digitableLine,
        barcode: boleto?.barcode,
        pdfUrl: boleto?.pdfUrl,
        expiresAt: boleto?.expiresAt,
      }),
  });
}

/** A decline that the answer does not list, because `payments` is not documented. */
const unlistedDecline = (session: Answer['session']): Payment =>
  f.paymentOf({
    id: session.transactionId ?? session.id,
    attempt: Math.max(1, session.paymentAttempts),
    status: 'failed',
    amount: session.amount,
    currency: session.currency,
    method: '',
    failureCode: undefined,
    retryable: true,
    action: undefined,
  });

/** Money that came counts first. `failed` means the last try; while another is allowed the session is open. */
function statusOf(
  { status, amount }: Answer['session'],
  received: number,
  told: number,
  isLast: boolean,
): SessionStatus {
  // A part that was paid and is not listed would be asked for again, and one that is the whole is no part: wait.
  const isOdd = status === 'partially_paid' && (received === 0 || received >= amount);
  if (status === 'unknown' || isOdd) return 'unknown';
  if (received === 0) return status === 'failed' && !isLast ? 'open' : status;
  if (received >= amount) return 'paid';
  // Part of the money is there, and no more of it may come; or an entry is on its way that the answer does not list.
  if (isLast || (status === 'processing' && told < amount)) return status;
  return status === 'open' || status === 'processing' || status === 'failed' ? 'partially_paid' : status;
}

/**
 * "CPF or CNPJ, digits only" is all that the documents say of a document's form. They say it of the tokenizer and are silent
 * on the buyer's: a company whose number has letters is told so before it is sent, and not refused after.
 */
function methodsOf(entries: Answer['session']['config']['paymentMethods']): PaymentMethod[] {
  return entries.flatMap(([id, { enabled, installments, tokenizer }]) =>
    enabled && id !== 'combined'
      ? [{ id, type: typeOf(id), requiredFields: [], documentForm: 'digits', installments, tokenizer }]
      : [],
  );
}

function customerOf({ address, ...customer }: Answer['session']['customer'] & object): Customer {
  return {
    ...customer,
    address: address && {
      line1: address.street,
      number: address.number,
      complement: address.complement,
      district: address.neighborhood,
      city: address.city,
      state: address.state,
      postalCode: address.zipCode,
      country: address.country,
    },
  };
}

/** Reads the answer to a read or a confirm: a session, and with it the payments of its tries. */
export function readAnswer(body: unknown, subject: Subject): CheckoutSession {
  const { session, items, payments, serverNow, version } = parseAs(answer, body, subject);
  const { config, amount: total, discountTotal, customer } = session;
  // Listed twice it is one payment all the same.
  const byId = new Map(payments.map((wire) => [wire.id, paymentOf(wire, session)]));
  const told = [...byId.values()];
  const payment =
    decisivePayment(told) ?? (session.status === 'failed' ? unlistedDecline(session) : undefined);
  const sumOf = (which: (payment: Payment) => boolean): number =>
    told.reduce((sum, one) => sum + (which(one) ? one.amount : 0), 0);
  const isPaid = ({ status: is }: Payment): boolean => is === 'succeeded';
  const received = sumOf(isPaid);
  const ofNewest = sumOf((one) => isPaid(one) || one.attempt === payment?.attempt);
  const isLast = session.status === 'failed' && told.some(({ failure }) => failure?.retryable === false);
  const status = statusOf(session, received, ofNewest, isLast);
  const paid = status === 'paid' ? total : Math.min(received, total);
  // `paymentAttempts` counts the tries made, so the number of the next one is one more, unless one is under way.
  const tries = Math.max(session.paymentAttempts, payment?.attempt ?? 0);
  const isAtRest = status !== 'paid' && (payment ? f.isOver(payment) : status !== 'processing');
  const combined = config.paymentMethods.find(([id]) => id === 'combined')?.[1];
  const { primaryColor, logoUrl, merchantName } = config.branding ?? {};
  return {
    id: session.id,
    version,
    livemode: true, // the public view does not tell
    status,
    attempt: Math.max(1, tries + Number(isAtRest)),
    canRetryAfterFailure: status !== 'failed',
    currency: session.currency,
    amount: {
      subtotal: session.subtotal ?? total + (discountTotal ?? 0),
      discount: discountTotal ?? Math.max(0, (session.subtotal ?? total) - total),
      tax: 0,
      shipping: 0,
      total,
      paid,
      due: total - paid,
    },
    items: (items.length > 0 ? items : config.items).map((item) => ({
      ...item,
      totalAmount: item.quantity * item.unitAmount,
    })),
    merchant: { name: merchantName ?? '', logoUrl },
    branding: config.branding && { primaryColor, logoUrl, name: merchantName },
    locale: session.locale,
    submitType: 'pay',
    customer: customer ? customerOf(customer) : {},
    // The list is documented as "in addition to the always-required ones", which are not named; a confirm takes the
    // buyer's full details, and no Brazilian method can do without name, e-mail and document.
    requiredFields: CUSTOMER_FIELDS.filter(
      (field) => ALWAYS_REQUIRED.includes(field) || config.requiredFields.includes(field),
    ),
    customFields: config.customFields,
    paymentMethods: methodsOf(config.paymentMethods),
    combined: combined?.enabled ? { enabled: true, max: MAX_ENTRIES } : undefined,
    successUrl: config.successUrl,
    cancelUrl: config.cancelUrl,
    metadata: session.metadata,
    createdAt: session.createdAt,
    expiresAt: session.expiresAt,
    serverNow,
    payment,
    payments: told.length > 0 ? told : undefined,
  };
}
