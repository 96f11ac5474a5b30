import type { CheckoutSession, Customer, Payment, PaymentMethod, SessionStatus } from '../session/session.js';
import type { Dialect, PaymentRequest } from './dialect.js';
import * as f from './foreign.js';
import { asText, isRecord, parseAs, providerError, softParse, type Subject } from './parse.js';
import { answer, type Answer, type WirePayment } from './z2pay-wire.js';

/** z2pay's words for what we call otherwise; any other method keeps its name. */
const TYPES = { credit_card: 'card' } as const;
const typeOf = (method: string): string => f.wordIn<string>(TYPES, method) ?? method;

/** A confirm takes up to 8 entries. */
const MAX_ENTRIES = 8;

/** The contract's rule for a provider that does not say when it stops: 5 declines, then the session is locked. */
const MAX_ATTEMPTS = 5;

function paymentOf(wire: WirePayment, session: Answer['session']): Payment {
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
    retryable: wire.retryable ?? attempt < MAX_ATTEMPTS,
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

/** Of a combined payment's entries the one that needs the shopper, then one that is not decided yet. */
const URGENCY: readonly Payment['status'][] = [
  'requires_action',
  'processing',
  'unknown',
  'failed',
  'canceled',
  'succeeded',
];

function newest(payments: readonly Payment[]): Payment | undefined {
  const attempt = Math.max(...payments.map((payment) => payment.attempt));
  const last = payments.filter((payment) => payment.attempt === attempt).reverse();
  return URGENCY.map((status) => last.find((payment) => payment.status === status)).find(Boolean);
}

/** A decline that the answer does not list, because `payments` is not documented. */
const unlistedDecline = ({ id, amount, currency, ...session }: Answer['session']): Payment =>
  f.paymentOf({
    id: session.transactionId ?? id,
    attempt: Math.max(1, session.paymentAttempts),
    status: 'failed',
    amount,
    currency,
    method: '',
    failureCode: undefined,
    retryable: session.paymentAttempts < MAX_ATTEMPTS,
    action: undefined,
  });

/** `failed` means the last try; while another is allowed the session is open. Money that came counts first. */
function statusOf({ status, amount }: Answer['session'], paid: number, payment?: Payment): SessionStatus {
  const isOpen = status === 'open' || status === 'processing' || status === 'failed';
  if (isOpen && paid > 0) return paid >= amount ? 'paid' : 'partially_paid';
  if (status !== 'failed') return status;
  return payment?.failure?.retryable === false ? 'failed' : 'open';
}

function methodsOf(entries: Answer['session']['config']['paymentMethods']): PaymentMethod[] {
  return entries.flatMap(([id, { enabled, installments, tokenizer }]) =>
    enabled && id !== 'combined'
      ? [{ id, type: typeOf(id), requiredFields: [], installments, tokenizer }]
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
