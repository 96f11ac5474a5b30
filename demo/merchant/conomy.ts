import * as z from 'zod/mini';
import type { Method } from '../shop/settings.js';
import { call } from './http.js';
import type { Merchant, OrderStatus } from './merchant.js';

const API_KEY = 'conomy_test_sandbox';
const CLIENT = { clientId: 'sandbox', clientSecret: 'sandbox' };
const AGENT = { 'x-api-key': API_KEY, 'User-Agent': 'pandorga-shop/1.0' };
const RENEW_BEFORE_MS = 60_000;

/** A bank in Chile is ETPAY at Conomy. */
const NAMES: Readonly<Partial<Record<Method, string>>> = { card: 'CARD', pix: 'PIX', bank_redirect: 'ETPAY' };

const STATUSES: Readonly<Record<string, OrderStatus>> = {
  ATTEMPT: 'open',
  ACTIVE: 'open',
  FINISHED: 'paid',
  FAILED: 'failed',
  EXPIRED: 'expired',
};

const sessionSchema = z.object({ status: z.string(), checkoutToken: z.optional(z.nullable(z.string())) });
const authSchema = z.object({ accessToken: z.string(), expiresIn: z.number() });

/** Signs in with the client secret and keeps the bearer until shortly before it ends. */
function createSignIn(base: string): () => Promise<Readonly<Record<string, string>>> {
  let bearer: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (!bearer || bearer.until <= Date.now()) {
      const { accessToken, expiresIn } = await call(`${base}/auth`, {
        method: 'POST',
        headers: AGENT,
        body: CLIENT,
        answer: authSchema,
      });
      bearer = { token: accessToken, until: Date.now() + expiresIn * 1000 - RENEW_BEFORE_MS };
    }
    return { ...AGENT, Authorization: `Bearer ${bearer.token}` };
  };
}

/** @see Conomy checkout-session documents. Amounts are strings of minor units. */
export const conomy = (base: string): Merchant => {
  const signIn = createSignIn(base);
  return {
    async open(order) {
      const { id } = await call(`${base}/checkout-sessions`, {
        method: 'POST',
        headers: { ...(await signIn()), 'Idempotency-Key': order.id },
        body: {
          checkoutToken: order.id,
          items: order.lines.map(({ product, quantity, amount }) => ({
            description: quantity > 1 ? `${String(quantity)} × ${product.name}` : product.name,
            preTaxAmount: String(amount),
            totalAmount: String(amount),
          })),
          currency: order.currency,
          paymentMethodsAllowed: order.methods.map((method) => NAMES[method] ?? method.toUpperCase()),
          destinations: [
            {
              name: 'Pandorga',
              type: 'ACCOUNT',
              amount: String(order.total),
              account: {
                type: 'CHECKING',
                currency: order.currency,
                accountNumber: '1234',
                accountHolder: 'Pandorga',
              },
            },
          ],
          customerRequirements: ['firstName', 'lastName', 'email'],
          duration: 1800,
          owner: { identityId: 'pandorga', name: 'Pandorga' },
          successUrl: order.successUrl,
          failedUrl: order.failureUrl,
        },
        answer: z.object({ id: z.string() }),
      });
      return { sessionId: id, token: id };
    },

    async status({ id, sessionId }) {
      const headers = await signIn();
      const { status } = await call(`${base}/checkout-sessions/${encodeURIComponent(sessionId)}`, {
        headers,
        answer: sessionSchema,
      });
      if (status !== 'EXPIRED') return STATUSES[status] ?? 'waiting';
      // A fresh session keeps the `checkoutToken`, which is the order's number.
      const { results } = await call(`${base}/checkout-sessions?sort=createdAt:desc&limit=50`, {
        headers,
        answer: z.object({ results: z.array(sessionSchema) }),
      });
      const newest = results.find(({ checkoutToken }) => checkoutToken === id);
      return STATUSES[newest?.status ?? status] ?? 'waiting';
    },
  };
};
