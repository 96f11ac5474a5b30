import * as z from 'zod/mini';
import * as f from './foreign.js';
import * as p from './parse.js';
import * as shapes from './shapes.js';

/** The payments document lists the first three and mentions the fourth; the rest are what a cancel would say. */
const PAYMENT_STATUSES = {
  approved: 'succeeded',
  failed: 'failed',
  pending: 'processing',
  processing: 'processing',
  requires_action: 'requires_action',
  canceled: 'canceled',
  cancelled: 'canceled',
} as const;

/** A session has no documented status; the extension may use a session's words or a payment's. */
const STATUSES = {
  open: 'open',
  processing: 'processing',
  pending: 'processing',
  partially_paid: 'partially_paid',
  paid: 'paid',
  approved: 'paid',
  failed: 'failed',
  expired: 'expired',
  canceled: 'canceled',
  cancelled: 'canceled',
} as const;

/** PlugToPay's words for what we call otherwise; any other method keeps its name. */
const TYPES = { billet: 'boleto' } as const;
export const typeOf = (method: string): string => f.wordIn<string>(TYPES, method) ?? method;

const url = p.maybe(z.object({ url: p.maybe(p.word) }));

/** What may be undocumented or an extension is optional: the order is that of the document. */
export const payment = z.object({
  id: p.word,
  attempt: p.maybe(p.whole),
  status: f.words(PAYMENT_STATUSES, 'unknown'),
  amount: p.maybe(p.whole),
  currency: p.maybe(p.currency),
  payment_method: p.or(p.text, ''),
  pix: p.maybe(z.object({ qr_code: p.maybe(p.word), expires_at: p.lenient(p.time) })),
  billet: p.maybe(
    z.object({
      digitable_line: p.maybe(p.word),
      ...p.textMembers('barcode', 'pdf_url'),
      expires_at: p.lenient(p.time),
    }),
  ),
  three_d_secure: url,
  redirect_url: p.maybe(p.word),
  failure_code: p.lenient(p.word),
  retryable: p.lenient(p.flag),
});

/** What a card may be paid in: an extension, in the words of the native session. */
const installments = z.array(
  p.mapped(
    z.object({
      count: p.whole,
      amount: p.whole,
      total: p.whole,
      interest_free: p.lenient(p.flag),
      interest_rate: p.lenient(p.text),
      brands: p.maybe(z.array(p.text)),
    }),
    ({ interest_free, interest_rate, ...offer }) => ({
      ...offer,
      interestFree: interest_free,
      interestRate: interest_rate,
    }),
  ),
);

/** The create request's answer; from `status` on, and `id`, an extension. */
export const session = z.object({
  id: p.maybe(p.word),
  token: p.lenient(p.text),
  amount: p.whole,
  currency: p.currency,
  merchant_order_id: p.word,
  payment_method: p.maybe(p.word),
  metadata: shapes.metadata,
  success_url: p.maybe(p.text),
  cancel_url: p.maybe(p.text),
  expires_at: p.maybe(p.time),
  status: p.or(f.words(STATUSES, 'unknown'), 'open'),
  version: p.or(p.whole, 0),
  attempt: p.maybe(p.whole),
  server_now: p.lenient(p.time),
  payment: p.maybe(payment),
  tokenizer: p.maybe(f.snakeTokenizer),
  installments: p.maybe(installments),
  gateway_public_key: p.lenient(p.text),
});
