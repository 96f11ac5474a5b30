import { describe, expect, test } from 'vitest';
import { plugtopay } from '../../../src/core/providers/plugtopay.js';
import {
  expectField,
  leaves,
  onWire,
  paymentOf,
  refusal,
  requestFor,
  withValue,
  type FieldRow,
} from './support.js';

const BR_CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D';

/** The answer of the create-session document, as it stands there. */
const DOCUMENTED = {
  token: 'cs_live_a1b2c3d4e5f6...',
  amount: 15000,
  currency: 'BRL',
  merchant_order_id: 'ORD-123',
  payment_method: 'card' as string | null,
  gateway_first_try: 'pagarme',
  metadata: { note: 'x' },
  success_url: 'https://mystore.com/order/success',
  cancel_url: 'https://mystore.com/order/failed',
  expires_at: '2026-06-23T14:30:00+00:00',
};
const PAYMENT = {
  id: '01J0000000000000000000000',
  attempt: 1,
  status: 'failed',
  message: 'Payment failed.',
  amount: 15000,
  currency: 'BRL',
  payment_method: 'card',
  attempts: 1,
  failure_code: 'insufficient_funds',
  timings: { total: '0.05s' },
};
const EXTENDED = {
  ...DOCUMENTED,
  id: 'ses_1',
  status: 'open',
  version: 7,
  attempt: 2,
  server_now: '2026-06-23T14:00:00+00:00',
  payment: PAYMENT,
  tokenizer: { name: 'frame', frame_url: 'https://pay.example/card-frame/', public_key: 'pk_1' },
  gateway_public_key: 'pk_2',
  installments: [
    { count: 3, amount: 5100, total: 15300, interest_free: false, interest_rate: '1.99', brands: ['visa'] },
  ],
};

const FIELDS: FieldRow[] = [
  ['token', 'cs_test_abcdefgh', 'livemode', false],
  ['token', undefined, 'livemode', true],
  ['amount', 5, 'amount', { subtotal: 5, discount: 0, tax: 0, shipping: 0, total: 5, paid: 0, due: 5 }],
  ['currency', 'USD', 'currency', 'USD'],
  ['merchant_order_id', 'ORD-9', 'metadata', { note: 'x', merchant_order_id: 'ORD-9' }],
  ['id', undefined, 'id', 'ORD-123'],
  ['id', null, 'id', 'ORD-123'],
  ['payment_method', 'pix', 'paymentMethods', [{ id: 'pix', type: 'pix', requiredFields: [] }]],
  ['payment_method', 'billet', 'paymentMethods[0].type', 'boleto'],
  ['payment_method', 'wallet', 'paymentMethods[0].type', 'wallet'],
  ['payment_method', null, 'paymentMethods[1].id', 'pix'], // "omit to allow both"
  ['payment_method', undefined, 'paymentMethods[0].id', 'card'],
  ['metadata', {}, 'metadata', { merchant_order_id: 'ORD-123' }],
  ['metadata.note', 'y', 'metadata.note', 'y'],
  ['metadata', 'none', 'metadata', { merchant_order_id: 'ORD-123' }],
  ['success_url', null, 'successUrl', undefined],
  ['success_url', 'https://a.example', 'successUrl', 'https://a.example'],
  ['cancel_url', null, 'failureUrl', undefined],
  ['cancel_url', 'https://a.example', 'cancelUrl', 'https://a.example'],
  ['cancel_url', 'https://a.example', 'failureUrl', 'https://a.example'], // "failed or cancelled"
  ['expires_at', '2026-06-23T11:30:00-03:00', 'expiresAt', Date.UTC(2026, 5, 23, 14, 30)],
  ['status', 'expired', 'status', 'expired'],
  ['version', 8, 'version', 8],
  ['version', undefined, 'version', 0],
  ['attempt', 3, 'attempt', 3],
  ['server_now', undefined, 'serverNow', undefined],
  ['payment', undefined, 'payment', undefined],
  ['payment.id', 'p', 'payment.id', 'p'],
  ['payment.attempt', undefined, 'payment.attempt', 1],
  ['payment.status', 'canceled', 'payment.status', 'canceled'],
  ['payment.amount', undefined, 'payment.amount', 15000],
  ['payment.currency', undefined, 'payment.currency', 'BRL'],
  ['payment.payment_method', 'billet', 'payment.method', 'boleto'],
  ['payment.failure_code', 'DECLINED', 'payment.failure.code', 'declined'],
  ['payment.failure_code', undefined, 'payment.failure.code', 'declined'],
  ['tokenizer.name', 'x', 'paymentMethods[0].tokenizer.name', 'x'],
  ['tokenizer.frame_url', 'x', 'paymentMethods[0].tokenizer.frameUrl', 'x'],
  ['tokenizer.public_key', undefined, 'paymentMethods[0].tokenizer.publicKey', 'pk_2'],
  ['gateway_public_key', undefined, 'paymentMethods[0].tokenizer.publicKey', 'pk_1'],
  ['installments', undefined, 'paymentMethods[0].installments', undefined],
  ['installments[0].count', 4, 'paymentMethods[0].installments[0].count', 4],
  ['installments[0].amount', 4, 'paymentMethods[0].installments[0].amount', 4],
  ['installments[0].total', 4, 'paymentMethods[0].installments[0].total', 4],
  ['installments[0].interest_free', true, 'paymentMethods[0].installments[0].interestFree', true],
  ['installments[0].interest_rate', '2', 'paymentMethods[0].installments[0].interestRate', '2'],
  ['installments[0].brands[0]', 'elo', 'paymentMethods[0].installments[0].brands', ['elo']],
];
const IGNORED = ['gateway_first_try', 'payment.message', 'payment.attempts', 'payment.timings.total'];

describe('PlugToPay session', () => {
  test('offers Pix in reais only', () => {
    const methodsIn = (currency: string) =>
      plugtopay
        .parseSession({ ...EXTENDED, currency, payment_method: null })
        .paymentMethods.map(({ type }) => type);
    expect(methodsIn('BRL')).toEqual(['card', 'pix']);
    expect(methodsIn('USD')).toEqual(['card']);
  });

  test('reads the document’s own example, which has neither id nor status', () => {
    expect(plugtopay.parseSession(DOCUMENTED)).toEqual({
      id: 'ORD-123',
      version: 0,
      livemode: true,
      status: 'open',
      attempt: 1,
      canRetryAfterFailure: false, // the token is "single-use", and nothing numbers the tries
      currency: 'BRL',
      amount: { subtotal: 15000, discount: 0, tax: 0, shipping: 0, total: 15000, paid: 0, due: 15000 },
      items: [],
      merchant: { name: '' },
      submitType: 'pay',
      customer: {},
      requiredFields: ['name', 'email', 'document'],
      customFields: [],
      paymentMethods: [{ id: 'card', type: 'card', requiredFields: [] }],
      successUrl: 'https://mystore.com/order/success',
      cancelUrl: 'https://mystore.com/order/failed',
      failureUrl: 'https://mystore.com/order/failed',
      metadata: { note: 'x', merchant_order_id: 'ORD-123' },
      expiresAt: Date.UTC(2026, 5, 23, 14, 30),
    });
  });

  test.each(FIELDS)('reads %s = %j as %s', (...row) => {
    expectField(plugtopay, EXTENDED, row);
  });

  test.each(IGNORED)('makes nothing of %s', (field) => {
    for (const value of [undefined, null, 'other', 7])
      expect(plugtopay.parseSession(withValue(EXTENDED, field, value))).toEqual(
        plugtopay.parseSession(EXTENDED),
      );
  });

  test('has a row for every field', () => {
    const covered = [...FIELDS.map(([field]) => field), ...IGNORED];
    expect(leaves(EXTENDED).filter((leaf) => !covered.includes(leaf))).toEqual([]);
  });

  test.each([
    // extension status, attempt, payment -> status, attempt, another try?
    [undefined, undefined, undefined, 'open', 1, false],
    [undefined, 1, undefined, 'open', 1, true],
    ['open', 1, undefined, 'open', 1, true],
    ['open', 2, 'failed', 'open', 2, true],
    ['open', 1, 'failed', 'failed', 1, false], // no further try was opened
    ['open', undefined, 'failed', 'failed', 2, false],
    ['open', 2, 'canceled', 'open', 2, true],
    ['failed', 1, 'failed', 'failed', 1, false],
    ['failed', 2, 'failed', 'failed', 2, false],
    [undefined, 1, 'pending', 'processing', 1, true],
    ['open', 1, 'processing', 'processing', 1, true],
    ['processing', 1, 'pending', 'processing', 1, true],
    [undefined, undefined, 'approved', 'paid', 1, false],
    ['expired', 1, 'approved', 'paid', 1, true], // paid late is paid
    ['expired', 1, 'pending', 'processing', 1, true],
    ['expired', 1, undefined, 'expired', 1, true],
    ['paid', 1, 'approved', 'paid', 1, true],
    ['approved', 1, undefined, 'paid', 1, true],
    ['paid', 1, 'failed', 'unknown', 1, false], // they contradict one another: ask again
    ['canceled', 1, undefined, 'canceled', 1, true],
    ['cancelled', 1, undefined, 'canceled', 1, true],
    ['partially_paid', 1, undefined, 'partially_paid', 1, true],
    ['pending', 1, undefined, 'processing', 1, true],
    ['on_hold', 1, undefined, 'unknown', 1, true],
    ['open', 1, 'on_hold', 'unknown', 1, true],
  ])('status %s, attempt %s, payment %s is %s at %i', (status, attempt, payment, becomes, now, canRetry) => {
    const body = { ...EXTENDED, status, attempt, payment: payment && { ...PAYMENT, status: payment } };
    expect(plugtopay.parseSession(body)).toMatchObject({ status: becomes, attempt: now });
    expect(plugtopay.parseSession(body).canRetryAfterFailure).toBe(canRetry);
  });

  test.each([
    ['amount', '15000'],
    ['amount', undefined],
    ['currency', undefined],
    ['merchant_order_id', undefined],
    ['payment_method', 7],
    ['success_url', 7],
    ['expires_at', 1.5e20],
    ['attempt', '2'],
    ['payment.id', undefined],
    ['payment.status', undefined],
    ['tokenizer.frame_url', 7],
  ])('refuses %s = %j by its path', (path, value) => {
    expect(refusal(() => plugtopay.parseSession(withValue(EXTENDED, path, value)))).toMatchObject({
      code: 'malformed_session',
      path,
    });
  });
});

describe('PlugToPay payments', () => {
  const session = plugtopay.parseSession({ ...EXTENDED, attempt: 2, payment: undefined });

  test.each([
    ['approved', 'succeeded'],
    ['failed', 'failed'],
    ['pending', 'processing'],
    ['processing', 'processing'], // mentioned beside the list, not in it
    ['canceled', 'canceled'],
    ['cancelled', 'canceled'],
    ['requires_action', 'requires_action'],
    ['Approved', 'succeeded'],
    ['refunded', 'unknown'],
    ['toString', 'unknown'],
  ])('reads the status %s as %s', (sent, status) => {
    expect(paymentOf(plugtopay, { ...PAYMENT, status: sent }, session).status).toBe(status);
  });

  test('reads the members the payments document has, and takes the others from the session', () => {
    expect(
      paymentOf(
        plugtopay,
        { id: 'p', status: 'approved', message: 'Payment approved.', attempts: 1, timings: {} },
        session,
      ),
    ).toEqual({
      id: 'p',
      attempt: 2,
      status: 'succeeded',
      amount: 15000,
      currency: 'BRL',
      method: '',
    });
  });

  const expires_at = '2026-06-23T14:30:00+00:00';
  const expiresAt = Date.UTC(2026, 5, 23, 14, 30);
  test.each([
    [{ pix: { qr_code: BR_CODE, expires_at } }, { type: 'qr_code', scheme: 'pix', data: BR_CODE, expiresAt }],
    [
      { billet: { digitable_line: '001', barcode: '002', pdf_url: 'https://p.example', expires_at } },
      {
        type: 'voucher',
        scheme: 'boleto',
        line: '001',
        barcode: '002',
        pdfUrl: 'https://p.example',
        expiresAt,
      },
    ],
    [
      { three_d_secure: { url: 'https://acs.example' } },
      { type: 'three_d_secure', url: 'https://acs.example' },
    ],
    [{ redirect_url: 'https://acs.example' }, { type: 'redirect', url: 'https://acs.example' }],
    [{ pix: null }, undefined],
  ])('reads what %j asks for', (parts, nextAction) => {
    const payment = paymentOf(
      plugtopay,
      { ...PAYMENT, failure_code: undefined, status: 'pending', ...parts },
      session,
    );
    expect(payment.nextAction).toEqual(nextAction);
    expect(payment.status).toBe(nextAction ? 'requires_action' : 'processing');
  });

  test.each([
    [true, undefined, true],
    [true, false, false],
    [false, true, false],
    [false, undefined, false],
  ])(
    'a decline where retries are %s and the payment says %s is retryable: %s',
    (canRetryAfterFailure, said, retryable) => {
      const payment = paymentOf(
        plugtopay,
        { ...PAYMENT, retryable: said },
        { ...session, canRetryAfterFailure },
      );
      expect(payment.failure).toEqual({ code: 'insufficient_funds', retryable });
    },
  );

  test('refuses an answer that is no payment', () => {
    expect(refusal(() => plugtopay.parsePayment({ message: 'ok' }, session))).toMatchObject({
      code: 'malformed_payment',
      path: 'id',
    });
  });
});

describe('PlugToPay errors', () => {
  test.each([
    [{ code: 'invalid_request', message: 'Text', param: 'card.token', request_id: 'r' }],
    [{ error: { code: 'INVALID_REQUEST', message: 'Text', param: 'card.token', request_id: 'r' } }],
  ])('reads %j', (body) => {
    expect(plugtopay.parseError(400, body)).toMatchObject({
      code: 'invalid_request',
      message: 'Text',
      param: 'card.token',
      requestId: 'r',
    });
  });

  test('reads the payment that stands in the way', () => {
    const body = { code: 'payment_exists', payment: { ...PAYMENT, status: 'pending' } };
    expect(plugtopay.parseError(409, body).payment).toMatchObject({ id: PAYMENT.id, status: 'processing' });
  });

  test.each([
    ['Unauthorized', 'invalid_token'],
    ['unauthenticated', 'invalid_token'],
    ['Not Found', 'not_found'],
  ])('reads the plain error %s as %s', (error, code) => {
    expect(plugtopay.parseError(401, { error }).code).toBe(code);
  });
});

describe('PlugToPay payment bodies', () => {
  const session = plugtopay.parseSession({ ...EXTENDED, payment: undefined, payment_method: null });
  const customer = {
    name: 'Ana Souza',
    email: 'ana@example.com',
    document: '529.982.247-25',
    phone: '+5511987654321',
  };
  const rest = {
    amount: 15000,
    currency: 'BRL',
    merchant_order_id: 'ORD-123',
    customer: { ...customer, document: '52998224725' },
    locale: 'pt-BR',
    return_url: 'https://shop.example/cart',
  };

  test.each([
    ['card', { card: { token: 'tok_1', brand: 'visa', last4: '4242' } }, { card: { token: 'tok_1' } }],
    [
      'card',
      { card: { token: 'tok_1' }, details: { installments: '3' } },
      { card: { token: 'tok_1', installments: 3 } },
    ],
    ['pix', {}, {}],
  ])('writes %s %j', (method, given, written) => {
    expect(onWire(plugtopay.paymentBody(requestFor(session, method, { customer, ...given })))).toEqual({
      payment_method: method,
      ...rest,
      ...written,
    });
  });

  test('writes boleto as billet', () => {
    const billet = plugtopay.parseSession({ ...DOCUMENTED, payment_method: 'billet' });
    expect(onWire(plugtopay.paymentBody(requestFor(billet, 'billet', { customer })))).toEqual({
      payment_method: 'billet',
      ...rest,
    });
  });

  test('takes the order’s number from the session, whatever the merchant’s metadata says', () => {
    const sly = plugtopay.parseSession({ ...DOCUMENTED, metadata: { merchant_order_id: 'ORD-OTHER' } });
    expect(onWire(plugtopay.paymentBody(requestFor(sly, 'card')))).toMatchObject({
      merchant_order_id: 'ORD-123',
    });
  });

  test('confirms with the code', () => {
    expect(plugtopay.confirmBody?.({ code: '1' })).toEqual({ code: '1' });
  });
});

describe('PlugToPay requests', () => {
  test.each([
    ['cs_live_a1b2c3d4e5f6', true],
    ['cs_test_a1b2c3d4e5f6', true],
    ['cs_a1b2c3d4e5f6', false],
    ['cs_live_', false],
  ])('takes the token %s: %s', (token, fits) => {
    expect(plugtopay.tokenPattern.test(token)).toBe(fits);
  });

  test('names the session by its token alone', () => {
    expect(plugtopay.authorization('cs_live_x')).toEqual({ Authorization: 'Bearer cs_live_x' });
    expect(plugtopay.pathId?.(plugtopay.parseSession(EXTENDED), 'cs_live_x')).toBe('current');
  });
});
