import * as z from 'zod/mini';
import { snakeTokenizer, words } from './foreign.js';
import * as p from './parse.js';
import * as shapes from './shapes.js';

/** Third-party code has met a charge's status on the session; it means that nothing was tried yet. */
const STATUSES = {
  open: 'open',
  requires_payment_method: 'open',
  complete: 'paid',
  expired: 'expired',
} as const;

/**
 * One vocabulary for charges and for a session's `payment_status`, which lacks `requires_authorization` in the
 * document. `none`: the shopper has not picked a way to pay.
 */
const PAYMENT_STATUSES = {
  requires_payment_method: 'none',
  requires_authorization: 'processing',
  pending: 'processing',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'canceled',
  canceled: 'canceled',
} as const;

const paymentStatus = words(PAYMENT_STATUSES, 'unknown');

export const charge = z.object({
  id: p.word,
  status: paymentStatus,
  amount: p.whole,
  currency: p.currency,
  attempt: p.maybe(p.whole),
  failure_code: p.lenient(p.word),
  retryable: p.lenient(p.flag),
  payment_method: p.lenient(z.object({ type: p.word })),
  next_action: p.maybe(
    z.object({
      type: p.word,
      ...p.textMembers('url', 'network', 'phone', 'fallback', 'code', 'deep_link', 'dial'),
      length: p.lenient(p.whole),
      expires_at: p.lenient(p.time),
      resend_after: p.lenient(p.time),
    }),
  ),
});

/** From `version` on an extension; `shipping`, `mode`, `source`, `client_secret` and `url` are of no use here. */
export const session = z.object({
  id: p.word,
  status: words(STATUSES, 'unknown'),
  payment_status: p.maybe(paymentStatus),
  currency: p.currency,
  amount_total: p.whole,
  amount_subtotal: p.maybe(p.whole),
  payment_method_types: p.list(p.text),
  line_items: p.list(
    z.object({
      name: p.text,
      description: p.lenient(p.text),
      quantity: p.whole,
      unit_amount: p.whole,
      images: p.lenient(z.array(p.lenient(p.text))),
    }),
  ),
  success_url: p.maybe(p.text),
  cancel_url: p.maybe(p.text),
  customer_email: p.lenient(p.text),
  submit_type: p.or(p.knownOr(['pay', 'donate', 'book'], 'pay'), 'pay'),
  metadata: shapes.metadata,
  livemode: p.or(p.flag, true),
  charge_reference: p.lenient(p.word),
  failure_code: p.lenient(p.word),
  created: p.lenient(p.time),
  expires_at: p.maybe(p.time),
  version: p.or(p.whole, 0),
  attempt: p.maybe(p.whole),
  server_now: p.lenient(p.time),
  payment: p.maybe(charge),
  tokenizer: p.maybe(snakeTokenizer),
  merchant: p.lenient(z.object(p.textMembers('name', 'logo_url', 'support_url', 'support_email'))),
});

export type WireCharge = z.output<typeof charge>;
export type WireSession = z.output<typeof session>;
