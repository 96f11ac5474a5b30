import * as z from 'zod/mini';
import { call } from './http.js';
import type { Merchant, OrderStatus } from './merchant.js';

const HEADERS = { 'X-API-Key': 'p2p_test_sandbox' };

/** Of the payment: PlugToPay's session has no status of its own. */
const STATUSES: Readonly<Record<string, OrderStatus>> = { approved: 'paid', failed: 'open' };

const sessionSchema = z.object({
  expires_at: z.string(),
  status: z.optional(z.nullable(z.string())),
  payment: z.optional(z.nullable(z.object({ status: z.string() }))),
});

/** @see PlugToPay create-session document. Its sessions have an amount and no items. */
export const plugtopay = (base: string): Merchant => ({
  async open(order) {
    const { token } = await call(`${base}/api/v1/checkout/sessions`, {
      method: 'POST',
      headers: { ...HEADERS, 'Idempotency-Key': order.id },
      body: {
        amount: order.total,
        currency: order.currency,
        merchant_order_id: order.id,
        // One method, or none named for all of them.
        payment_method: order.allMethods ? null : order.methods[0],
        expires_in: 1800,
        metadata: { shop: 'Pandorga' },
        success_url: order.successUrl,
        cancel_url: order.failureUrl,
      },
      answer: z.object({ token: z.string() }),
    });
    return { sessionId: order.id, token };
  },

  async status({ sessionId }) {
    const session = await call(`${base}/api/v1/checkout/sessions/${encodeURIComponent(sessionId)}`, {
      headers: HEADERS,
      answer: sessionSchema,
    });
    if (session.status === 'canceled') return 'canceled';
    if (session.payment) return STATUSES[session.payment.status] ?? 'waiting';
    return Date.parse(session.expires_at) <= Date.now() ? 'expired' : 'open';
  },
});
