import * as z from 'zod/mini';
import { words } from './foreign.js';
import * as p from './parse.js';
import * as shapes from './shapes.js';

/** Every money field is a string, of minor or of major units; read later, when the currency is known. */
const money = p.word;

const STATUSES = {
  attempt: 'open',
  active: 'open',
  processing_payment: 'processing',
  finished: 'paid',
  failed: 'failed',
  expired: 'expired',
} as const;

/**
 * The documents give five lists of payment statuses, so the set is open. Paid enough for the payer is what has been
 * received; captured is "instruction sent, funds not yet arrived".
 */
const PAYMENT_STATUSES = {
  attempt: 'processing',
  created: 'processing',
  pending: 'processing',
  authorized: 'processing',
  captured: 'processing',
  requires_review: 'processing',
  disputed: 'processing',
  received: 'succeeded',
  settled: 'succeeded',
  completed: 'succeeded',
  failed: 'failed',
  refunded: 'canceled',
  reversed: 'canceled',
} as const;

/** What any rail may put into its node of an answer. */
export const payload = z.object(p.textMembers('url', 'threeDSecureUrl'));

const link = p.lenient(z.object({ url: p.word }));

export const payment = z.object({
  id: p.word,
  status: words(PAYMENT_STATUSES, 'unknown'),
  amount: p.maybe(money),
  currency: p.maybe(p.currency),
  attempt: p.maybe(p.whole),
  origins: p.list(p.record),
  nextAction: link,
  failureCode: p.lenient(p.word),
  retryable: p.lenient(p.flag),
});

const TAX_TYPES = { fixed: 'fixed', percentage: 'percentage' } as const;

const item = z.object({
  preTaxAmount: money,
  totalAmount: money,
  description: p.or(p.text, ''),
  tax: p.maybe(
    z.object({ name: p.lenient(p.text), type: words(TAX_TYPES, 'fixed'), value: p.text, amount: money }),
  ),
});

const config = z.object({
  currency: p.currency,
  product: p.lenient(p.text),
  exchangeRate: p.lenient(p.text),
  paymentMethods: z.array(
    z.object({
      id: p.word,
      type: p.or(p.text, ''),
      enabled: p.or(p.flag, true),
      requiredFields: p.list(p.text),
      purchaseAmount: p.maybe(money),
      // An extension: the banks to choose from.
      banks: p.lenient(z.array(z.object({ id: p.word, name: p.lenient(p.text) }))),
    }),
  ),
});

const customer = z.object({
  ...p.textMembers(
    'firstName',
    'email',
    'lastName',
    'phoneNumber',
    'phoneNumberPrefix',
    'documentType',
    'documentNumber',
  ),
  address: p.lenient(
    z.object(
      p.textMembers(
        'administrativeAreaLevel1',
        'administrativeAreaLevel2',
        'administrativeAreaLevel3',
        'street',
        'streetNumber',
        'optionalAddress',
        'country',
        'zipcode',
      ),
    ),
  ),
});

/**
 * The schema `checkout-session`. Of `owner` only the name is read, and `destinations` not at all. From
 * `successUrl` on an extension, as the documented answer has only `redirectUrl`.
 */
export const session = z.object({
  id: p.word,
  status: words(STATUSES, 'unknown'),
  currency: p.currency,
  preTaxAmount: p.maybe(money),
  totalAmount: money,
  items: p.list(item),
  paymentConfigs: p.list(config),
  paymentMethodsAllowed: p.list(p.text),
  checkoutToken: p.maybe(p.word),
  customer: p.lenient(customer),
  customerRequirements: p.list(p.text),
  owner: p.lenient(z.object(p.textMembers('name', 'nickname'))),
  redirectUrl: p.maybe(p.text),
  createdAt: p.lenient(p.time),
  expiresAt: p.maybe(p.time),
  successUrl: p.maybe(p.text),
  failedUrl: p.maybe(p.text),
  version: p.or(p.whole, 0),
  attempt: p.maybe(p.whole),
  serverNow: p.lenient(p.time),
  payment: p.maybe(payment),
  tokenizer: p.maybe(shapes.tokenizer),
});

export type WireSession = z.output<typeof session>;
export type WirePayment = z.output<typeof payment>;
