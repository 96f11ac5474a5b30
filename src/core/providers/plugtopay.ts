import type * as z from 'zod/mini';
import type { CheckoutSession, Payment } from '../session/session.js';
import type { Dialect, PaymentRequest, RawCard } from './dialect.js';
import * as f from './foreign.js';
import * as p from './parse.js';
import { payment, session, typeOf } from './plugtopay-wire.js';
import { providerError } from './provider-error.js';
import { withRawCard, type RawCardOptions } from './raw-card.js';
import { bearer, nativeRoutes } from './routes.js';

function paymentOf(
  wire: z.output<typeof payment>,
  fallback: Omit<Payment, 'id' | 'status' | 'method'>,
  retryable: boolean,
): Payment {
  const { pix, billet } = wire;
  return f.paymentOf({
    id: wire.id,
    attempt: wire.attempt ?? fallback.attempt,
    status: wire.status,
    amount: wire.amount ?? fallback.amount,
    currency: wire.currency ?? fallback.currency,
    method: typeOf(wire.payment_method),
    failureCode: wire.failure_code,
    retryable: retryable && wire.retryable !== false,
    action:
      f.urlAction('three_d_secure', wire.three_d_secure?.url) ??
      f.urlAction('redirect', wire.redirect_url) ??
      f.pixAction(pix?.qr_code, pix?.expires_at) ??
      f.boletoAction({
        line: billet?.digitable_line,
        barcode: billet?.barcode,
        pdfUrl: billet?.pdf_url,
        expiresAt: billet?.expires_at,
      }),
  });
}

function parseSession(body: unknown): CheckoutSession {
  const wire = p.parseAs(session, body, 'session');
  const { amount: total, currency, attempt } = wire;
  // The token is "single-use": a try may follow only where the server numbers the tries and has opened another.
  const last =
    wire.payment &&
    paymentOf(
      wire.payment,
      { attempt: 1, amount: total, currency },
      attempt !== undefined && attempt > (wire.payment.attempt ?? 1),
    );
  const status = f.combineStatus(wire.status, last, { amount: total, currency });
  const isSpent = last?.failure?.retryable === false;
  const paid = status === 'paid' ? total : 0;
  const { tokenizer, gateway_public_key: publicKey } = wire;
  // "Omit to allow both": but Pix is settled in reais only.
  const both = currency === 'BRL' ? ['card', 'pix'] : ['card'];
  const offered = wire.payment_method === undefined ? both : [wire.payment_method];
  return {
    id: wire.id ?? wire.merchant_order_id,
    version: wire.version,
    livemode: !wire.token?.startsWith('cs_test_'),
    status: isSpent && status === 'open' ? 'failed' : status,
    attempt: f.attemptNow(attempt, last),
    canRetryAfterFailure: attempt !== undefined && !isSpent && status !== 'failed',
    currency,
    amount: { subtotal: total, discount: 0, tax: 0, shipping: 0, total, paid, due: total - paid },
    items: [],
    merchant: { name: '' },
    submitType: 'pay',
    customer: {},
    requiredFields: ['name', 'email', 'document'],
    customFields: [],
    paymentMethods: offered.map((id) => ({
      id,
      type: typeOf(id),
      requiredFields: [],
      installments: id === 'card' ? wire.installments : undefined,
      tokenizer:
        id === 'card' && tokenizer
          ? { ...tokenizer, publicKey: tokenizer.publicKey ?? publicKey }
          : undefined,
    })),
    successUrl: wire.success_url,
    // One URL for "failed or cancelled".
    cancelUrl: wire.cancel_url,
    failureUrl: wire.cancel_url,
    // The payment request wants the order's number back, and only the session carries it.
    metadata: { ...wire.metadata, merchant_order_id: wire.merchant_order_id },
    expiresAt: wire.expires_at,
    serverNow: wire.server_now,
    payment: last,
  };
}

/**
 * "Raw card fields" is all that the payments document says of them; the names are those of the gateways it routes to
 * (Pagar.me's), in this one place.
 */
const rawFields = ({ number, holderName, expiryMonth, expiryYear, cvc }: RawCard) => ({
  number,
  holder_name: holderName,
  exp_month: expiryMonth,
  exp_year: expiryYear,
  cvv: cvc,
});

function paymentBody(request: PaymentRequest): unknown {
  const { method, customer, card, rawCard, details } = request;
  const fields = rawCard ? rawFields(rawCard) : card && { token: card.token };
  return {
    payment_method: method.id,
    amount: request.amount,
    currency: request.currency,
    merchant_order_id: request.session.metadata?.['merchant_order_id'],
    customer: {
      name: f.fullName(customer),
      email: customer.email,
      document: f.plainDocument(customer.document),
      phone: customer.phone,
    },
    card: fields && { ...fields, installments: f.installmentCount(details) },
    locale: request.locale,
    return_url: request.returnUrl,
  };
}

const CODES = { unauthorized: 'invalid_token', unauthenticated: 'invalid_token' } as const;

/**
 * PlugToPay: the session is the answer of its create request, the payment that of its payments document, and since
 * nothing says what a browser may call, the routes are ours. What a card may be paid in, `installments`, is an extension
 * of the session; a payment carries the number only. The error body is undocumented as well: both the flat
 * and the nested form are read.
 * @see PlugToPay create-session document; docs.plugtopay.com, "Process a new payment request"
 */
export const createPlugtopay = ({ rawCard }: RawCardOptions = {}): Dialect => ({
  id: 'plugtopay',
  routes: nativeRoutes,
  tokenPattern: /^cs_(live|test)_[\w-]{8,}$/,
  minPollMs: 2_000,
  authorization: bearer,
  // A session has no documented id: its token says which one is meant.
  pathId: () => 'current',
  parseSession: (body) => withRawCard(parseSession(body), rawCard),
  parsePayment: (body, { attempt, amount, currency, canRetryAfterFailure }) => ({
    payment: paymentOf(
      p.parseAs(payment, body, 'payment'),
      { attempt, amount: amount.due, currency },
      canRetryAfterFailure,
    ),
  }),
  parseError(status, body, session) {
    const outer = p.isRecord(body) ? body : {};
    const error = p.isRecord(outer['error']) ? outer['error'] : { code: outer['error'], ...outer };
    const wire = p.softParse(payment, outer['payment'] ?? error['payment']);
    return providerError(status, {
      code: f.codeIn(CODES, error['code']),
      message: error['message'],
      param: error['param'],
      requestId: error['request_id'] ?? outer['request_id'],
      payment:
        wire &&
        paymentOf(
          wire,
          {
            attempt: session?.attempt ?? 1,
            amount: session?.amount.due ?? 0,
            currency: session?.currency ?? '',
          },
          session?.canRetryAfterFailure ?? false,
        ),
    });
  },
  paymentBody,
  confirmBody: (data) => data,
});

/** PlugToPay with tokens only. */
export const plugtopay = createPlugtopay();
