import * as z from 'zod/mini';
import type { PaymentInput, PaymentRecord, SessionRecord } from '../../engine/model.js';
import { currentPayment } from '../../engine/model.js';
import { invalid } from '../../engine/problem.js';
import { check, optional, text } from '../../http/check.js';
import { wireTokenizer } from '../../engine/stripe.js';

/** `2026-06-23T14:30:00+00:00`, as the create-session document writes it. */
export const isoOffset = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, '+00:00');

/** The session as the create-session document gives it: no id, no status. */
export function documentedSession(session: SessionRecord): Readonly<Record<string, unknown>> {
  const { extra, methods } = session;
  const offered = methods.filter(({ enabled }) => enabled);
  return {
    token: session.token,
    amount: session.totals.total,
    currency: session.currency,
    merchant_order_id: orderIdOf(session),
    payment_method: offered.length === 1 ? (offered[0]?.id ?? null) : null,
    gateway_first_try: extra['gateway_first_try'] ?? null,
    metadata: session.metadata ?? {},
    success_url: session.successUrl ?? null,
    cancel_url: session.cancelUrl ?? null,
    expires_at: isoOffset(session.expiresAt),
  };
}

/** The same with our extensions, as a browser reads it. */
export function plugtopaySession(session: SessionRecord, now: number): Readonly<Record<string, unknown>> {
  const payment = currentPayment(session);
  return {
    ...documentedSession(session),
    id: session.id,
    status: session.status,
    version: session.version,
    attempt: session.attempt,
    server_now: isoOffset(now),
    payment: payment && plugtopayPayment(payment),
    tokenizer: tokenizerOf(session),
    installments: installmentsOf(session),
  };
}

/** What a card may be paid in, an extension. */
const installmentsOf = ({ methods }: SessionRecord): unknown =>
  methods
    .find(({ type }) => type === 'card')
    ?.installments?.map(({ interestFree, interestRate, ...offer }) => ({
      ...offer,
      interest_free: interestFree,
      interest_rate: interestRate,
    }));

/** Where the merchant named no order (in tests), the session's own id stands for it. */
export const orderIdOf = ({ extra, id }: SessionRecord): string => {
  const orderId = extra['merchant_order_id'];
  return typeof orderId === 'string' ? orderId : `ORD-${id.slice(-6)}`;
};

/** The tokenizer extension of the snake_case providers. */
export function tokenizerOf({ methods }: SessionRecord): Readonly<Record<string, unknown>> | undefined {
  const tokenizer = wireTokenizer(methods.find(({ type }) => type === 'card')?.tokenizer);
  return (
    tokenizer && {
      name: tokenizer.name,
      frame_url: tokenizer.frameUrl,
      public_key: tokenizer.publicKey,
      mode: tokenizer.mode,
      client_secret: tokenizer.clientSecret,
    }
  );
}

const STATUSES = {
  processing: 'processing',
  requires_action: 'pending',
  succeeded: 'approved',
  failed: 'failed',
  canceled: 'canceled',
} as const;

const MESSAGES = {
  processing: 'Payment processing.',
  requires_action: 'Payment pending.',
  succeeded: 'Payment approved.',
  failed: 'Payment failed.',
  canceled: 'Payment canceled.',
} as const;

/** The payment as its payments document answers it; what the shopper has to do, and `attempt`, are extensions. */
export function plugtopayPayment(payment: PaymentRecord): Readonly<Record<string, unknown>> {
  const { nextAction: action, failure, status } = payment;
  return {
    id: payment.id,
    attempt: payment.attempt,
    status: STATUSES[status],
    message: MESSAGES[status],
    amount: payment.amount,
    currency: payment.currency,
    payment_method: payment.methodId,
    attempts: 1,
    pix:
      action?.type === 'qr_code' ? { qr_code: action.data, expires_at: offset(action.expiresAt) } : undefined,
    billet:
      action?.type === 'voucher'
        ? {
            digitable_line: action.line,
            barcode: action.barcode,
            pdf_url: action.pdfUrl,
            expires_at: offset(action.expiresAt),
          }
        : undefined,
    three_d_secure: action?.type === 'three_d_secure' ? { url: action.url } : undefined,
    redirect_url: action?.type === 'redirect' ? action.url : undefined,
    failure_code: failure?.code,
    retryable: failure?.retryable,
    timings: { gateway: '0.05s' },
  };
}

const offset = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : isoOffset(ms));

const paymentSchema = z.object({
  payment_method: z.enum(['card', 'pix', 'billet']),
  amount: z.int().check(z.minimum(100)),
  currency: text,
  merchant_order_id: optional(text.check(z.maxLength(100))),
  customer: z.object({
    name: optional(z.string()),
    email: optional(z.email()),
    document: optional(z.string()),
    phone: optional(z.string()),
  }),
  // "Either token or raw card fields."
  card: optional(
    z.object({
      token: optional(text),
      number: optional(text),
      holder_name: optional(z.string()),
      exp_month: optional(z.int()),
      exp_year: optional(z.int()),
      cvv: optional(text),
      installments: optional(z.int().check(z.minimum(1), z.maximum(12))),
    }),
  ),
  locale: optional(z.string()),
  return_url: optional(z.string()),
});

/** @throws Problem `invalid_request` */
export function readPlugtopayPayment(body: unknown, session: SessionRecord): readonly PaymentInput[] {
  const given = check(paymentSchema, body);
  const { card, customer } = given;
  if (given.merchant_order_id !== undefined && given.merchant_order_id !== orderIdOf(session)) {
    throw invalid('merchant_order_id', 'This is another order than the session’s.');
  }
  return [
    {
      method: given.payment_method,
      amount: given.amount,
      currency: given.currency,
      customer,
      customFields: {},
      details: { installments: String(card?.installments ?? 1) },
      cardToken: card?.token,
      ...(card?.token === undefined &&
        card?.number !== undefined && {
          rawCard: {
            number: card.number,
            expiryMonth: card.exp_month ?? 0,
            expiryYear: card.exp_year ?? 0,
            cvc: card.cvv ?? '',
            holderName: card.holder_name,
          },
        }),
      locale: given.locale,
      returnUrl: given.return_url,
    },
  ];
}

/** The contract's name of a wrong member, in PlugToPay's words. */
export const plugtopayParam = (param: string): string =>
  param.replace(/^method$/, 'payment_method').replace(/^returnUrl$/, 'return_url');
