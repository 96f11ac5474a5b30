import { decisivePayment } from '../session/payments.js';
import type { Dialect, PaymentEntry, PaymentRequest } from './dialect.js';
import * as f from './foreign.js';
import { isRecord, softParse } from './parse.js';
import { providerError } from './provider-error.js';
import { nativeRoutes } from './routes.js';
import { paymentOf, readAnswer } from './z2pay-session.js';
import { payment } from './z2pay-wire.js';

const entryOf = ({ method, amount, details, card }: PaymentEntry): unknown => ({
  method: method.id,
  amount,
  ...(method.type === 'card' && { tokenId: card?.token, installments: f.installmentCount(details) }),
});

function paymentBody(request: PaymentRequest): unknown {
  const { parts = [], customer } = request;
  const { address } = customer;
  return {
    payments: [...parts, request].map(entryOf),
    buyer: {
      name: f.fullName(customer),
      email: customer.email,
      document: f.plainDocument(customer.document),
      phone: customer.phone,
      address: address && {
        zipCode: address.postalCode,
        street: address.line1,
        number: address.number,
        complement: address.complement,
        neighborhood: address.district,
        city: address.city,
        state: address.state,
        country: address.country ?? 'BR',
      },
    },
    customFields: request.customFields,
    locale: request.locale,
    returnUrl: request.returnUrl,
  };
}

/** Codes are written in both cases within the one API; these have a word of ours. */
const CODES = {
  unauthorized: 'invalid_token',
  validation_failed: 'invalid_request',
} as const;

/**
 * z2pay: the public endpoints of its checkout API, which a page calls with nothing but the session's id (`cs_` and
 * 48 hex digits); reads are limited to 60 a minute. A buyer's cancel is not documented, so its routes are ours.
 * @see z2pay charges document; docs.z2pay.com, "Buyer (public page)"
 */
export const z2pay: Dialect = {
  id: 'z2pay',
  routes: {
    read: 'GET /public/checkout/{id}',
    poll: 'GET /public/checkout/{id}',
    opened: 'POST /public/checkout/{id}/opened',
    pay: 'POST /public/checkout/{id}/confirm',
    cancelPayment: nativeRoutes.cancelPayment,
    cancel: nativeRoutes.cancel,
    openLink: 'GET /public/checkout/{link}?sessionId={candidate}',
  },
  tokenOf: ({ id }) => id,
  tokenPattern: /^cs_[a-f\d]{48}$/,
  minPollMs: 3_000,
  authorization: () => ({}),
  pathId: (session, token) => session?.id ?? token,
  parseSession: (body) => readAnswer(body, 'session'),
  parsePayment(body) {
    const session = readAnswer(body, 'payment');
    return { session, payment: session.payment };
  },
  parseError(status, body, session) {
    const outer = isRecord(body) ? body : {};
    const error = isRecord(outer['error']) ? outer['error'] : { code: outer['error'], ...outer };
    const { code, message, param, requestId } = error;
    const { payment: one, payments: sent = [one] } = outer;
    const { currency = '', attempt: paymentAttempts = 1 } = session ?? {};
    // The first may be a part that was paid before.
    const told = (Array.isArray(sent) ? (sent as unknown[]) : []).flatMap((given) => {
      const wire = softParse(payment, given);
      return wire ? [paymentOf(wire, { currency, paymentAttempts })] : [];
    });
    return providerError(status, {
      code: f.codeIn(CODES, code),
      message,
      param,
      requestId: requestId ?? outer['requestId'],
      payment: decisivePayment(told),
    });
  },
  paymentBody,
};
