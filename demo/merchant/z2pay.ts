import * as z from 'zod/mini';
import type { Locale, Method } from '../shop/settings.js';
import { call } from './http.js';
import type { Merchant, OrderStatus } from './merchant.js';

const HEADERS = { 'x-api-key': 'z2_chk_sk_sandbox' };

const NAMES: Readonly<Partial<Record<Method, string>>> = {
  card: 'credit_card',
  pix: 'pix',
  boleto: 'boleto',
};

/** z2pay has three languages of its own. */
const LOCALES: Readonly<Record<Locale, string>> = {
  en: 'en-US',
  'en-ZW': 'en-US',
  'pt-BR': 'pt-BR',
  es: 'es-ES',
};

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  created: 'open',
  opened: 'open',
  // Said after every decline, also while another try is open.
  failed: 'open',
  paid: 'paid',
  expired: 'expired',
  canceled: 'canceled',
};

/** @see https://docs.z2pay.com/docs/en/checkout/charges */
export const z2pay = (base: string): Merchant => ({
  async open(order) {
    const { id } = await call(`${base}/checkout/charges`, {
      method: 'POST',
      headers: { ...HEADERS, 'Idempotency-Key': order.id },
      body: {
        currency: order.currency,
        locale: LOCALES[order.locale],
        items: order.lines.map((line) => ({
          name: line.product.name,
          quantity: line.quantity,
          unitAmount: line.unitAmount,
          imageUrl: order.picture(line),
        })),
        paymentMethods: Object.fromEntries(
          order.methods.map((method) => [
            NAMES[method] ?? method,
            { enabled: true, ...(method === 'card' && { maxInstallments: 6 }) },
          ]),
        ),
        branding: { merchantName: 'Pandorga' },
        successUrl: order.successUrl,
        cancelUrl: order.cancelUrl,
        metadata: { order: order.id },
        expiresInMinutes: 30,
      },
      answer: z.object({ id: z.string() }),
    });
    return { sessionId: id, token: id };
  },

  async status({ sessionId }) {
    const { status } = await call(`${base}/checkout/charges/${encodeURIComponent(sessionId)}`, {
      headers: HEADERS,
      answer: z.object({ status: z.string() }),
    });
    return STATUSES[status] ?? 'waiting';
  },
});
