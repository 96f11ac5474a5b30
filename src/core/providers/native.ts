import { CUSTOMER_FIELDS, type CheckoutSession } from '../session/session.js';
import type { Dialect } from './dialect.js';
import { payment, session } from './native-wire.js';
import { isRecord, parseAs, softParse } from './parse.js';
import { providerError } from './provider-error.js';
import { bearer, nativeRoutes } from './routes.js';

function parseSession(body: unknown): CheckoutSession {
  const read = parseAs(session, body, 'session');
  const { amount, paymentMethods, requiredFields, status } = read;
  const { subtotal, discount, tax, shipping, total, paid } = amount;
  return {
    ...read,
    // A part that was paid and is not told would be asked for again: wait for who knows.
    status: status === 'partially_paid' && paid === 0 ? 'unknown' : status,
    // Until the last decline that is allowed the session is open again after each; then it is `failed` itself.
    canRetryAfterFailure: status !== 'failed',
    amount: {
      ...amount,
      subtotal: subtotal ?? total + discount - tax - shipping,
      due: Math.max(0, total - paid),
    },
    requiredFields: CUSTOMER_FIELDS.filter((field) => requiredFields.includes(field)),
    paymentMethods: paymentMethods.flatMap(({ enabled, ...offered }) => (enabled ? [{ ...offered }] : [])),
  };
}

/** The product's own API: camelCase, minor units, ISO 8601 times, RFC 9457 errors. */
export const native: Dialect = {
  id: 'native',
  routes: { ...nativeRoutes, read: 'GET /checkout-sessions/current' },
  tokenPattern: /^cs_[\w-]{8,}$/,
  minPollMs: 2_000,
  authorization: bearer,
  parseSession,
  parsePayment: (body) => ({ payment: parseAs(payment, body, 'payment') }),
  parseError(status, body) {
    const problem = isRecord(body) ? body : {};
    const { code, param, requestId, detail, title } = problem;
    return providerError(status, {
      code,
      message: detail ?? title,
      param,
      requestId,
      payment: softParse(payment, problem['payment']),
    });
  },
  paymentBody: (given) => ({
    attempt: given.session.attempt,
    method: given.method.id,
    type: given.method.type,
    amount: given.amount,
    currency: given.currency,
    customer: given.customer,
    customFields: given.customFields,
    details: given.details,
    card: given.card && {
      token: given.card.token,
      frameNonce: given.card.frameNonce,
      brand: given.card.brand,
      last4: given.card.last4,
    },
    locale: given.locale,
    returnUrl: given.returnUrl,
  }),
  confirmBody: (data) => data,
};
