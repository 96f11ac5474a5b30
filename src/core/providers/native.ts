import { CUSTOMER_FIELDS, type CheckoutSession } from '../session/session.js';
import type { Dialect, PaymentEntry } from './dialect.js';
import { decisivePayment } from '../session/payments.js';
import { payment, session } from './native-wire.js';
import { isRecord, parseAs, softParse } from './parse.js';
import { providerError } from './provider-error.js';
import { bearer, nativeRoutes } from './routes.js';

function parseSession(body: unknown): CheckoutSession {
  const read = parseAs(session, body, 'session');
  const { amount, payment: newest, payments, paymentMethods, requiredFields, status } = read;
  const { subtotal, discount, tax, shipping, total, paid } = amount;
  return {
    ...read,
    payment: decisivePayment([...(payments ?? []), ...(newest ? [newest] : [])]),
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
  parsePayment(body) {
    // What came of a try in several parts, only the session tells.
    if (!isRecord(body) || !body['paymentMethods']) return { payment: parseAs(payment, body, 'payment') };
    const answer = parseSession(body);
    return { session: answer, payment: answer.payment };
  },
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
  paymentBody(given) {
    const { session, parts, currency, customer, customFields, locale, returnUrl } = given;
    const write = ({ method, amount, details, card }: PaymentEntry) => ({
      method: method.id,
      type: method.type,
      amount,
      currency,
      details,
      card: card && { token: card.token, frameNonce: card.frameNonce, brand: card.brand, last4: card.last4 },
    });
    const paid = parts ? { payments: [...parts, given].map(write) } : write(given);
    return { attempt: session.attempt, ...paid, customer, customFields, locale, returnUrl };
  },
  confirmBody: (data) => data,
};
