import * as z from 'zod/mini';
import { membersOf, words } from './foreign.js';
import * as p from './parse.js';
import * as shapes from './shapes.js';

/** Session states of the charges document. `failed` is not terminal there: the session may still be cancelled. */
const STATUSES = {
  created: 'open',
  opened: 'open',
  paying: 'processing',
  partially_paid: 'partially_paid',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
  canceled: 'canceled',
  cancelled: 'canceled',
} as const;

const PAYMENT_STATUSES = {
  pending: 'processing',
  processing: 'processing',
  requires_action: 'requires_action',
  paid: 'succeeded',
  failed: 'failed',
  canceled: 'canceled',
  cancelled: 'canceled',
} as const;

export const payment = z.object({
  id: p.word,
  attempt: p.maybe(p.whole),
  method: p.text,
  status: words(PAYMENT_STATUSES, 'unknown'),
  amount: p.whole,
  pix: p.maybe(z.object({ copyPaste: p.maybe(p.word), expiresAt: p.lenient(p.time) })),
  boleto: p.maybe(
    z.object({
      digitableLine: p.maybe(p.word),
      ...p.textMembers('barcode', 'pdfUrl'),
      expiresAt: p.lenient(p.time),
    }),
  ),
  threeDSecure: p.maybe(z.object({ url: p.maybe(p.word) })),
  redirectUrl: p.maybe(p.word),
  failureCode: p.lenient(p.word),
  retryable: p.lenient(p.flag),
});

export type WirePayment = z.output<typeof payment>;

const items = p.list(
  z.object({
    name: p.text,
    ...p.textMembers('description', 'imageUrl'),
    quantity: p.whole,
    unitAmount: p.whole,
  }),
);

const method = z.object({
  enabled: p.or(p.flag, false),
  installments: p.lenient(shapes.installments),
  tokenizer: p.maybe(shapes.tokenizer),
});

const customer = z.object({
  ...p.textMembers('name', 'email', 'document', 'phone'),
  address: p.lenient(
    z.object(
      p.textMembers('zipCode', 'street', 'number', 'complement', 'neighborhood', 'city', 'state', 'country'),
    ),
  ),
});

const config = z.object({
  items,
  paymentMethods: membersOf(method),
  branding: p.lenient(
    z.object({ primaryColor: p.lenient(p.color), ...p.textMembers('logoUrl', 'merchantName') }),
  ),
  requiredFields: p.list(p.text),
  customFields: p.list(shapes.customField),
  successUrl: p.maybe(p.text),
  cancelUrl: p.maybe(p.text),
});

/** The public view of a session; what it masks (`tenantId`, `transactionId`, `metadata`) is optional here. */
const session = z.object({
  id: p.word,
  status: words(STATUSES, 'unknown'),
  config,
  amount: p.whole,
  subtotal: p.maybe(p.whole),
  discountTotal: p.maybe(p.whole),
  currency: p.currency,
  locale: p.lenient(p.text),
  expiresAt: p.maybe(p.time),
  createdAt: p.lenient(p.time),
  customer: p.lenient(customer),
  paymentAttempts: p.or(p.whole, 0),
  transactionId: p.lenient(p.word),
  metadata: shapes.metadata,
});

/** Answer to a read and to a confirm. `payments`, `serverNow` and `version` are extensions. */
export const answer = z.object({
  session,
  items,
  payments: p.list(payment),
  serverNow: p.lenient(p.time),
  version: p.or(p.whole, 0),
});

export type Answer = z.output<typeof answer>;
