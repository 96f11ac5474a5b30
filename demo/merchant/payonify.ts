import * as z from 'zod/mini';
import type { Method } from '../shop/settings.js';
import { call } from './http.js';
import type { Merchant, OrderStatus } from './merchant.js';

const HEADERS = {
  Authorization: `Basic ${Buffer.from('pk_test_sandbox:sk_test_sandbox').toString('base64')}`,
};

const NAMES: Readonly<Partial<Record<Method, readonly string[]>>> = {
  card: ['card'],
  mobile_money: ['ecocash', 'onemoney'],
  zimswitch: ['zimswitch'],
};

/** Of the payment, while the session is open. A failed or cancelled payment may be tried again. */
const PAYMENT_STATUSES: Readonly<Record<string, OrderStatus>> = {
  requires_payment_method: 'open',
  failed: 'open',
  cancelled: 'canceled',
  succeeded: 'paid',
};

const sessionSchema = z.object({ status: z.string(), payment_status: z.optional(z.nullable(z.string())) });

/** @see Payonify checkout-session document. Currencies in lower case. */
export const payonify = (base: string): Merchant => ({
  async open(order) {
    const { id } = await call(`${base}/v1/checkout/sessions`, {
      method: 'POST',
      headers: { ...HEADERS, 'Idempotency-Key': order.id },
      body: {
        mode: 'payment',
        currency: order.currency.toLowerCase(),
        line_items: order.lines.map((line) => ({
          name: line.product.name,
          quantity: line.quantity,
          unit_amount: line.unitAmount,
          images: [order.picture(line)],
        })),
        payment_method_types: order.methods.flatMap((method) => NAMES[method] ?? []),
        success_url: order.successUrl,
        cancel_url: order.cancelUrl,
        client_reference_id: order.id,
        source: 'web',
        metadata: { order: order.id },
      },
      answer: z.object({ id: z.string() }),
    });
    return { sessionId: id, token: id };
  },

  async status({ sessionId }) {
    const session = await call(`${base}/v1/checkout/sessions/${encodeURIComponent(sessionId)}`, {
      headers: HEADERS,
      answer: sessionSchema,
    });
    const { status, payment_status: payment } = session;
    if (status === 'expired' && payment !== 'succeeded') return 'expired';
    return PAYMENT_STATUSES[payment ?? ''] ?? 'waiting';
  },
});
