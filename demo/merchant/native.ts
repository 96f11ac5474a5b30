import * as z from 'zod/mini';
import { call } from './http.js';
import type { Merchant, OrderStatus } from './merchant.js';

const KEY = 'sk_test_sandbox';

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  open: 'open',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
  canceled: 'canceled',
};

/** The API of the contract's second part, from the merchant's side. */
export const native = (base: string): Merchant => ({
  async open(order) {
    const { id, token } = await call(`${base}/checkout-sessions`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${KEY}`, 'Idempotency-Key': order.id },
      body: {
        currency: order.currency,
        items: order.lines.map((line) => ({
          name: line.product.name,
          quantity: line.quantity,
          unitAmount: line.unitAmount,
          imageUrl: order.picture(line),
        })),
        paymentMethods: order.methods,
        requiredFields: ['email'],
        merchant: { name: 'Pandorga' },
        locale: order.locale,
        successUrl: order.successUrl,
        cancelUrl: order.cancelUrl,
        failureUrl: order.failureUrl,
        metadata: { order: order.id },
      },
      answer: z.object({ id: z.string(), token: z.string() }),
    });
    return { sessionId: id, token };
  },

  async status(sessionId) {
    const { status } = await call(`${base}/checkout-sessions/${encodeURIComponent(sessionId)}`, {
      headers: { Authorization: `Bearer ${KEY}` },
      answer: z.object({ status: z.string() }),
    });
    return STATUSES[status] ?? 'waiting';
  },
});
