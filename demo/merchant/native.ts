import * as z from 'zod/mini';
import { call } from './http.js';
import type { Merchant, OrderStatus } from './merchant.js';

const HEADERS = { Authorization: 'Bearer sk_test_sandbox' };

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  open: 'open',
  paid: 'paid',
  failed: 'failed',
  expired: 'expired',
  canceled: 'canceled',
};

const sessionSchema = z.object({
  status: z.string(),
  metadata: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

/** What each of twelve instalments at 1.99 % a month takes of the price. */
const TWELFTH_WITH_INTEREST = 0.0945;

/** The shop's price list: the checkout shows it as it is. */
function installmentsOf(lines: Parameters<Merchant['open']>[0]['lines']): readonly unknown[] {
  const total = lines.reduce((sum, { quantity, unitAmount }) => sum + quantity * unitAmount, 0);
  const twelfth = Math.round(total * TWELFTH_WITH_INTEREST);
  return [
    { count: 1, amount: total, total },
    ...[2, 3].map((count) => ({ count, amount: Math.ceil(total / count), total, interestFree: true })),
    { count: 12, amount: twelfth, total: twelfth * 12, interestFree: false, interestRate: '1.99' },
  ];
}

/** The API of the contract's second part, from the merchant's side. */
export const native = (base: string, stripeKey?: string): Merchant => ({
  async open(order) {
    const { id, token } = await call(`${base}/checkout-sessions`, {
      method: 'POST',
      headers: { ...HEADERS, 'Idempotency-Key': order.id },
      body: {
        currency: order.currency,
        items: order.lines.map((line) => ({
          name: line.product.name,
          quantity: line.quantity,
          unitAmount: line.unitAmount,
          imageUrl: order.picture(line),
        })),
        paymentMethods: order.methods.map((type) =>
          type === 'card' && stripeKey !== undefined
            ? { type, tokenizer: { name: 'stripe', publicKey: stripeKey, mode: 'payment_method' } }
            : type === 'card' && order.currency === 'BRL'
              ? { type, brands: ['visa', 'mastercard'], installments: installmentsOf(order.lines) }
              : type,
        ),
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

  async status({ id, sessionId }) {
    const { status } = await call(`${base}/checkout-sessions/${encodeURIComponent(sessionId)}`, {
      headers: HEADERS,
      answer: sessionSchema,
    });
    if (status !== 'expired') return STATUSES[status] ?? 'waiting';
    // Newest first; a fresh session has the metadata of the one it stands in for.
    const { data } = await call(`${base}/checkout-sessions?limit=100`, {
      headers: HEADERS,
      answer: z.object({ data: z.array(sessionSchema) }),
    });
    const newest = data.find(({ metadata }) => metadata?.['order'] === id);
    return STATUSES[newest?.status ?? status] ?? 'waiting';
  },
});
