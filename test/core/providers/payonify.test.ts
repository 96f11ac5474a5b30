import { describe, expect, test } from 'vitest';
import { createPayonify, payonify } from '../../../src/core/providers/payonify.js';
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

const CREATED = 1_790_000_000;
const ID = 'cs_test_0123456789';

/** Every field of the document, with `line_items` expanded. */
const DOCUMENTED = {
  id: ID,
  object: 'checkout_session',
  status: 'open',
  mode: 'payment',
  metadata: { order: '7' },
  currency: 'usd',
  url: 'https://checkout.payonify.com/c/1',
  livemode: false,
  payment_method_types: ['ecocash', 'onemoney', 'card', 'zimswitch'],
  client_secret: 'ch_1_secret_x',
  amount_total: 9500,
  client_reference_id: 'cart_1',
  expires_at: CREATED + 86_400,
  charge_reference: 'ch_1',
  created: CREATED,
  amount_subtotal: 10000,
  cancel_url: 'https://shop.example/cart',
  customer_email: 'tendai@example.com',
  payment_status: 'requires_payment_method',
  failure_code: null as string | null,
  failure_reason: null as string | null,
  success_url: 'https://shop.example/ok?session_id={CHECKOUT_SESSION_ID}',
  submit_type: 'book',
  source: 'web',
  shipping: {
    name: 'Tendai',
    carrier: 'DHL',
    tracking_number: '1',
    phone: '0771234567',
    address: { line1: 'a', line2: 'b', city: 'Harare', province: 'Harare', country: 'ZW' },
  },
  line_items: [
    {
      id: 'li_1',
      name: 'Safari',
      description: 'One day',
      quantity: 2,
      unit_amount: 5000,
      images: ['https://s.example/a.png', 'https://s.example/b.png'],
    },
  ],
};
const CHARGE = {
  id: 'ch_1',
  object: 'charge',
  status: 'failed',
  amount: 9500,
  currency: 'usd',
  attempt: 1,
  failure_code: 'INSUFFICIENT_FUNDS' as string | null,
  failure_reason: 'Not enough money.',
  payment_method: {
    type: 'mobile_money',
    mobile_money: { ecocash: { mobile_number: '771111111' } },
  } as unknown,
};
const EXTENDED = {
  ...DOCUMENTED,
  payment_status: 'failed',
  failure_code: 'insufficient_funds',
  version: 5,
  attempt: 2,
  server_now: CREATED + 60,
  payment: CHARGE,
  tokenizer: { name: 'frame', frame_url: 'https://pay.example/card-frame/', public_key: 'pk' },
  merchant: {
    name: 'Safari Co',
    logo_url: 'https://s.example/l.svg',
    support_url: 'https://s.example/help',
    support_email: 'h@s.example',
  },
};

const FIELDS: FieldRow[] = [
  ['id', 'cs_2', 'id', 'cs_2'],
  ['metadata.order', '8', 'metadata', { order: '8' }],
  ['metadata', null, 'metadata', undefined],
  ['currency', 'zwg', 'currency', 'ZWG'],
  ['currency', 'USD', 'currency', 'USD'],
  ['livemode', true, 'livemode', true],
  ['livemode', undefined, 'livemode', true],
  ['payment_method_types', undefined, 'paymentMethods', []],
  [
    'payment_method_types',
    ['onemoney'],
    'paymentMethods',
    [{ id: 'mobile_money', type: 'mobile_money', requiredFields: [], networks: ['onemoney'] }],
  ],
  [
    'payment_method_types',
    ['card', 'onemoney', 'ecocash'],
    'paymentMethods[1].networks',
    ['onemoney', 'ecocash'],
  ],
  ['payment_method_types[2]', 'innbucks', 'paymentMethods[1].type', 'innbucks'], // unknown, reported later
  ['amount_total', 10000, 'amount.discount', 0],
  [
    'amount_total',
    11500,
    'amount',
    { subtotal: 10000, discount: 0, tax: 1500, shipping: 0, total: 11500, paid: 0, due: 11500 },
  ],
  ['amount_subtotal', undefined, 'amount.subtotal', 9500],
  ['amount_subtotal', 9900, 'amount.discount', 400],
  ['expires_at', CREATED, 'expiresAt', CREATED * 1000],
  ['expires_at', '2026-11-20T12:00:00Z', 'expiresAt', Date.UTC(2026, 10, 20, 12)],
  ['expires_at', CREATED * 1000, 'expiresAt', CREATED * 1000], // thirteen digits are milliseconds
  ['created', 1, 'createdAt', 1000],
  ['created', 'once', 'createdAt', undefined],
  ['cancel_url', 'https://a.example', 'cancelUrl', 'https://a.example'],
  ['cancel_url', 'https://a.example', 'failureUrl', undefined], // "back", never after a decline
  ['customer_email', null, 'customer.email', undefined],
  ['customer_email', 'a@a.example', 'customer.email', 'a@a.example'],
  ['success_url', null, 'successUrl', undefined],
  ['success_url', 'https://a.example', 'successUrl', 'https://a.example'],
  ['submit_type', 'donate', 'submitType', 'donate'],
  ['submit_type', 'pay', 'submitType', 'pay'],
  ['submit_type', 'rent', 'submitType', 'pay'],
  ['submit_type', null, 'submitType', 'pay'],
  ['line_items', undefined, 'items', []], // not expanded
  ['line_items[0].name', 'x', 'items[0].name', 'x'],
  ['line_items[0].description', null, 'items[0].description', undefined],
  ['line_items[0].quantity', 3, 'items[0].totalAmount', 15000],
  ['line_items[0].unit_amount', 1, 'items[0].unitAmount', 1],
  ['line_items[0].images', null, 'items[0].imageUrl', undefined],
  ['line_items[0].images[0]', 'https://s.example/c.png', 'items[0].imageUrl', 'https://s.example/c.png'],
  ['version', undefined, 'version', 0],
  ['attempt', 3, 'attempt', 3],
  ['attempt', undefined, 'attempt', 2],
  ['server_now', undefined, 'serverNow', undefined],
  [
    'payment',
    undefined,
    'payment',
    {
      id: 'ch_1',
      attempt: 1,
      status: 'failed',
      amount: 9500,
      currency: 'USD',
      method: '',
      failure: { code: 'insufficient_funds', retryable: true },
    },
  ],
  ['payment.id', 'x', 'payment.id', 'x'],
  ['payment.attempt', undefined, 'payment.attempt', 1],
  ['payment.amount', 1, 'payment.amount', 1],
  ['payment.currency', 'zwg', 'payment.currency', 'ZWG'],
  ['payment.failure_code', null, 'payment.failure.code', 'declined'],
  ['payment.payment_method.type', 'onemoney', 'payment.method', 'mobile_money'],
  ['payment.payment_method.type', 'card', 'payment.method', 'card'],
  ['payment.payment_method', null, 'payment.method', ''],
  ['tokenizer.name', 'x', 'paymentMethods[1].tokenizer.name', 'x'],
  ['tokenizer.frame_url', 'x', 'paymentMethods[1].tokenizer.frameUrl', 'x'],
  ['tokenizer.public_key', undefined, 'paymentMethods[1].tokenizer.publicKey', undefined],
  ['merchant', undefined, 'merchant.name', ''],
  ['merchant.name', 'x', 'merchant.name', 'x'],
  ['merchant.logo_url', 'x', 'merchant.logoUrl', 'x'],
  ['merchant.support_url', 'x', 'merchant.supportUrl', 'x'],
  ['merchant.support_email', 'x', 'merchant.supportEmail', 'x'],
];
const IGNORED = [
  'object',
  'mode',
  'url',
  'client_secret',
  'client_reference_id',
  'failure_reason',
  'source',
  'shipping.name',
  'shipping.carrier',
  'shipping.tracking_number',
  'shipping.phone',
  'shipping.address.line1',
  'shipping.address.line2',
  'shipping.address.city',
  'shipping.address.province',
  'shipping.address.country',
  'line_items[0].id',
  'line_items[0].images[1]',
  'payment.object',
  'payment.failure_reason',
  'payment.payment_method.mobile_money.ecocash.mobile_number',
];
/** Covered by tables of their own, below. */
const ELSEWHERE = [
  'status',
  'payment_status',
  'failure_code',
  'charge_reference',
  'payment.status',
  ...[0, 1, 2, 3].map((index) => `payment_method_types[${String(index)}]`),
];

describe('Payonify session', () => {
  test('reads the documented answer', () => {
    expect(payonify.parseSession(DOCUMENTED)).toEqual({
      id: ID,
      version: 0,
      livemode: false,
      status: 'open',
      attempt: 1,
      canRetryAfterFailure: true,
      currency: 'USD',
      amount: { subtotal: 10000, discount: 500, tax: 0, shipping: 0, total: 9500, paid: 0, due: 9500 },
      items: [
        {
          name: 'Safari',
          description: 'One day',
          imageUrl: 'https://s.example/a.png',
          quantity: 2,
          unitAmount: 5000,
          totalAmount: 10000,
        },
      ],
      merchant: { name: '' },
      submitType: 'book',
      customer: { email: 'tendai@example.com' },
      requiredFields: [],
      customFields: [],
      paymentMethods: [
        { id: 'mobile_money', type: 'mobile_money', requiredFields: [], networks: ['ecocash', 'onemoney'] },
        { id: 'card', type: 'card', requiredFields: [] },
        { id: 'zimswitch', type: 'zimswitch', requiredFields: [] },
      ],
      successUrl: 'https://shop.example/ok?session_id={CHECKOUT_SESSION_ID}',
      cancelUrl: 'https://shop.example/cart',
      metadata: { order: '7' },
      createdAt: CREATED * 1000,
      expiresAt: (CREATED + 86_400) * 1000,
    });
  });

  test.each(FIELDS)('reads %s = %j as %s', (...row) => {
    expectField(payonify, EXTENDED, row);
  });

  test.each(IGNORED)('makes nothing of %s', (field) => {
    for (const value of [undefined, null, 'other', 7])
      expect(payonify.parseSession(withValue(EXTENDED, field, value))).toEqual(
        payonify.parseSession(EXTENDED),
      );
  });

  test('has a row for every field', () => {
    const covered = [...FIELDS.map(([field]) => field), ...IGNORED, ...ELSEWHERE];
    expect(leaves(EXTENDED).filter((leaf) => !covered.includes(leaf))).toEqual([]);
  });

  test.each([
    ['id', undefined],
    ['status', undefined],
    ['payment_status', 7],
    ['currency', 'dollars'],
    ['amount_total', '9500'],
    ['amount_total', 95.5],
    ['amount_subtotal', -1],
    ['payment_method_types', 'card'],
    ['payment_method_types[1]', 7],
    ['line_items[0].unit_amount', undefined],
    ['line_items[0].name', 7],
    ['success_url', 7],
    ['livemode', 'no'],
    ['expires_at', 'soon'],
    ['payment.status', undefined],
    ['payment.next_action', 'redirect'],
    ['tokenizer.name', ''],
  ])('refuses %s = %j by its path', (path, value) => {
    expect(refusal(() => payonify.parseSession(withValue(EXTENDED, path, value)))).toMatchObject({
      code: 'malformed_session',
      path,
    });
  });
});

type Pair = readonly [
  session: string,
  payment: string | null,
  becomes: string,
  shown: string | undefined,
  attempt: number,
];

/** Every session status with every payment status, documented or met in the wild; `null` is an absent one. */
const PAIRS: Pair[] = [
  ['open', 'requires_payment_method', 'open', undefined, 1],
  ['open', 'requires_authorization', 'processing', 'processing', 1],
  ['open', 'pending', 'processing', 'processing', 1],
  ['open', 'succeeded', 'paid', 'succeeded', 1], // the session follows its payment
  ['open', 'failed', 'open', 'failed', 2], // stays open: another try
  ['open', 'cancelled', 'open', 'canceled', 2],
  ['open', 'canceled', 'open', 'canceled', 2],
  ['open', 'in_review', 'unknown', 'unknown', 1],
  ['open', null, 'open', undefined, 1],
  // "Completed successfully", unless the payment says otherwise.
  ['complete', 'requires_payment_method', 'unknown', undefined, 1],
  ['complete', 'requires_authorization', 'processing', 'processing', 1],
  ['complete', 'pending', 'processing', 'processing', 1],
  ['complete', 'succeeded', 'paid', 'succeeded', 1],
  ['complete', 'failed', 'unknown', 'failed', 2],
  ['complete', 'cancelled', 'canceled', 'canceled', 2],
  ['complete', 'canceled', 'canceled', 'canceled', 2],
  ['complete', 'in_review', 'unknown', 'unknown', 1],
  ['complete', null, 'paid', undefined, 1],
  // A payment accepted before the expiry lives on past it.
  ['expired', 'requires_payment_method', 'expired', undefined, 1],
  ['expired', 'requires_authorization', 'processing', 'processing', 1],
  ['expired', 'pending', 'processing', 'processing', 1],
  ['expired', 'succeeded', 'paid', 'succeeded', 1],
  ['expired', 'failed', 'expired', 'failed', 2],
  ['expired', 'cancelled', 'expired', 'canceled', 2],
  ['expired', 'canceled', 'expired', 'canceled', 2],
  ['expired', 'in_review', 'unknown', 'unknown', 1],
  ['expired', null, 'expired', undefined, 1],
  // Met on the session itself, though the document keeps it for the payment.
  ['requires_payment_method', 'requires_payment_method', 'open', undefined, 1],
  ['requires_payment_method', 'requires_authorization', 'processing', 'processing', 1],
  ['requires_payment_method', 'pending', 'processing', 'processing', 1],
  ['requires_payment_method', 'succeeded', 'paid', 'succeeded', 1],
  ['requires_payment_method', 'failed', 'open', 'failed', 2],
  ['requires_payment_method', 'cancelled', 'open', 'canceled', 2],
  ['requires_payment_method', 'canceled', 'open', 'canceled', 2],
  ['requires_payment_method', 'in_review', 'unknown', 'unknown', 1],
  ['requires_payment_method', null, 'open', undefined, 1],
  // A word nobody knows is never a success and never a failure.
  ['archived', 'requires_payment_method', 'unknown', undefined, 1],
  ['archived', 'requires_authorization', 'unknown', 'processing', 1],
  ['archived', 'pending', 'unknown', 'processing', 1],
  ['archived', 'succeeded', 'unknown', 'succeeded', 1],
  ['archived', 'failed', 'unknown', 'failed', 2],
  ['archived', 'cancelled', 'unknown', 'canceled', 2],
  ['archived', 'canceled', 'unknown', 'canceled', 2],
  ['archived', 'in_review', 'unknown', 'unknown', 1],
  ['archived', null, 'unknown', undefined, 1],
];

describe('Payonify statuses', () => {
  test.each(PAIRS)('session %s with payment %s is %s', (status, payment_status, becomes, shown, attempt) => {
    const session = payonify.parseSession({ ...DOCUMENTED, status, payment_status });
    expect([session.status, session.payment?.status, session.attempt]).toEqual([becomes, shown, attempt]);
    expect(session.amount.due).toBe(becomes === 'paid' ? 0 : 9500);
    expect(session.canRetryAfterFailure).toBe(true);
  });

  test('are all paired', () => {
    const sessions = new Set(PAIRS.map(([session]) => session));
    const payments = new Set(PAIRS.map(([, payment]) => payment));
    expect(new Set(PAIRS.map(([session, payment]) => `${session} ${String(payment)}`)).size).toBe(
      sessions.size * payments.size,
    );
  });

  test('name the payment after the charge, and say why it failed', () => {
    const body = {
      ...DOCUMENTED,
      payment_status: 'failed',
      failure_code: 'DECLINED',
      charge_reference: 'ch_9',
    };
    expect(payonify.parseSession(body).payment).toMatchObject({
      id: 'ch_9',
      attempt: 1,
      failure: { code: 'declined', retryable: true },
    });
    expect(
      payonify.parseSession({ ...body, failure_code: null, charge_reference: undefined }).payment,
    ).toMatchObject({
      id: ID,
      failure: { code: 'declined' },
    });
  });

  test('tell the method where there is only one', () => {
    const body = { ...DOCUMENTED, payment_status: 'pending', payment_method_types: ['ecocash', 'onemoney'] };
    expect(payonify.parseSession(body).payment?.method).toBe('mobile_money');
  });

  test.each([
    [2, undefined, 'open'],
    [2, false, 'failed'], // locked
  ])('after a failed charge, attempt %i and retryable %s: %s', (attempt, retryable, status) => {
    const session = payonify.parseSession({ ...EXTENDED, attempt, payment: { ...CHARGE, retryable } });
    expect(session).toMatchObject({ status, attempt, canRetryAfterFailure: status === 'open' });
  });

  test('see no payment in the charge that is made with the session', () => {
    const body = {
      ...DOCUMENTED,
      payment: { ...CHARGE, status: 'requires_payment_method', failure_code: null },
    };
    expect(payonify.parseSession(body)).toMatchObject({ status: 'open', attempt: 1, payment: undefined });
  });

  test('show what the charge of a pending session asks for', () => {
    const payment = {
      ...CHARGE,
      status: 'requires_authorization',
      failure_code: null,
      next_action: { type: 'redirect', url: 'https://zimswitch.example' },
    };
    expect(payonify.parseSession({ ...DOCUMENTED, payment_status: 'pending', payment })).toMatchObject({
      status: 'processing',
      payment: {
        status: 'requires_action',
        nextAction: { type: 'redirect', url: 'https://zimswitch.example' },
      },
    });
  });
});

describe('Payonify charges', () => {
  const session = payonify.parseSession({ ...EXTENDED, payment: undefined });
  const read = (body: object) => paymentOf(payonify, { ...CHARGE, failure_code: null, ...body }, session);

  test.each([
    ['requires_payment_method', 'unknown'], // as an answer to a submit it says nothing of what became of it
    ['requires_authorization', 'processing'],
    ['pending', 'processing'],
    ['succeeded', 'succeeded'],
    ['failed', 'failed'],
    ['cancelled', 'canceled'],
    ['canceled', 'canceled'],
    ['reversed', 'unknown'],
    ['hasOwnProperty', 'unknown'],
  ])('reads the status %s as %s', (status, becomes) => {
    expect(read({ status }).status).toBe(becomes);
  });

  test('sees a decline in a charge that went back to the start with a reason', () => {
    expect(read({ status: 'requires_payment_method', failure_code: 'card_declined' })).toMatchObject({
      status: 'failed',
      failure: { code: 'declined', retryable: true },
    });
  });

  test.each([
    ['INSUFFICIENT_BALANCE', 'insufficient_funds'],
    ['insufficient_funds', 'insufficient_funds'],
    ['cancelled_by_user', 'canceled_by_payer'],
    ['PAYMENT_NOT_APPROVED', 'canceled_by_payer'],
    ['invalidPin', 'wrong_pin'],
    ['PAYER_LIMIT_REACHED', 'limit_exceeded'],
    ['PAYER_NOT_FOUND', 'payer_not_found'],
    ['timeout', 'payment_timeout'],
    ['service unavailable', 'provider_unavailable'],
    ['OTHER_ERROR', 'declined'],
    ['constructor', 'declined'],
    [null, 'declined'],
  ])('tells the end %j of a wallet as %s', (failure_code, code) => {
    expect(read({ status: 'failed', failure_code }).failure?.code).toBe(code);
  });

  const expires_at = CREATED + 120;
  const expiresAt = expires_at * 1000;
  test.each([
    [
      {
        type: 'phone_prompt',
        network: 'ecocash',
        phone: '+263771111111',
        expires_at,
        resend_after: CREATED + 60,
      },
      {
        type: 'phone_prompt',
        network: 'ecocash',
        phone: '+263771111111',
        expiresAt,
        resendAfter: (CREATED + 60) * 1000,
      },
    ],
    [
      { type: 'redirect', url: 'https://zimswitch.example' },
      { type: 'redirect', url: 'https://zimswitch.example' },
    ],
    [
      { type: 'three_d_secure', url: 'https://acs.example' },
      { type: 'three_d_secure', url: 'https://acs.example' },
    ],
    [
      { type: 'one_time_code', length: 6 },
      { type: 'one_time_code', length: 6 },
    ],
    [
      {
        type: 'wallet_code',
        network: 'innbucks',
        code: '701234567',
        expires_at,
        deep_link: 'https://w.example/1',
      },
      {
        type: 'wallet_code',
        network: 'innbucks',
        code: '701234567',
        expiresAt,
        deepLink: 'https://w.example/1',
      },
    ],
    [
      { type: 'wallet_code', network: 'innbucks' },
      { type: 'unknown', name: 'wallet_code' },
    ],
    [{ type: 'redirect' }, { type: 'unknown', name: 'redirect' }],
    [
      { type: 'phone_prompt', network: 'ecocash' },
      { type: 'unknown', name: 'phone_prompt' },
    ],
    [{ type: 'one_time_code' }, { type: 'unknown', name: 'one_time_code' }],
    [{ type: 'scan_face' }, { type: 'unknown', name: 'scan_face' }],
  ])('reads the action %j', (next_action, nextAction) => {
    const payment = read({ status: 'pending', next_action });
    expect(payment).toMatchObject({ status: 'requires_action' });
    expect(payment.nextAction).toEqual(nextAction);
  });

  test('takes the attempt from the session where the charge has none', () => {
    expect(read({ attempt: undefined }).attempt).toBe(2);
  });

  test('refuses an answer that is no charge', () => {
    expect(refusal(() => payonify.parsePayment({ object: 'charge' }, session))).toMatchObject({
      code: 'malformed_payment',
      path: 'id',
    });
  });
});

describe('Payonify errors', () => {
  const flat = (type: string, code: string | undefined) => ({
    type,
    code,
    message: 'Text',
    param: 'amount',
    doc_url: 'https://d.example',
  });

  test.each([
    [401, flat('authentication_error', 'missing_credentials'), 'invalid_token'],
    [401, flat('authentication_error', 'invalid_publishable_key'), 'invalid_token'],
    [401, flat('authentication_error', 'invalid_secret_key'), 'invalid_token'],
    [401, flat('authentication_error', 'unauthorized'), 'invalid_token'],
    [400, flat('invalid_request_error', 'parameter_invalid'), 'invalid_request'],
    [404, flat('invalid_request_error', 'resource_missing'), 'not_found'],
    [409, flat('invalid_request_error', 'charge_pending'), 'payment_exists'],
    [400, flat('invalid_request_error', 'charge_already_refunded'), 'charge_already_refunded'],
    [400, flat('invalid_request_error', 'charge_invalid_state'), 'charge_invalid_state'],
    [400, flat('invalid_request_error', 'checkout_session_already_expired'), 'session_expired'],
    [500, flat('api_error', 'internal_error'), 'internal_error'],
    // Without a code the type has to do.
    [400, flat('invalid_request_error', undefined), 'invalid_request'],
    [500, flat('api_error', undefined), 'internal_error'],
    [409, flat('idempotency_error', undefined), 'idempotency_error'],
    [401, flat('authentication_error', undefined), 'invalid_token'],
    [429, flat('rate_limit_error', undefined), 'rate_limited'],
  ])('reads a flat %i %j as %s', (status, body, code) => {
    expect(payonify.parseError(status, body)).toMatchObject({
      code,
      message: 'Text',
      param: 'amount',
      decline: undefined,
    });
  });

  test.each([
    ['error as prose', { error: 'Session not found' }, { code: 'http_404', message: 'Session not found' }],
    ['error as a word', { error: 'resource_missing' }, { code: 'not_found', message: 'resource_missing' }],
    [
      'error beside a message',
      { error: 'resource_missing', message: 'Text' },
      { code: 'not_found', message: 'Text' },
    ],
    [
      'errors by field',
      { errors: { amount: 'must be 100 or more' } },
      { code: 'invalid_request', message: 'must be 100 or more', param: 'amount' },
    ],
    [
      'error as an object',
      { error: { code: 'resource_missing', message: 'Text' } },
      { code: 'not_found', message: 'Text' },
    ],
    [
      'a description',
      { code: 'resource_missing', description: 'Text' },
      { code: 'not_found', message: 'Text' },
    ],
  ])('reads %s', (_name, body, error) => {
    expect(payonify.parseError(404, body)).toMatchObject(error);
  });

  test.each([400, 402, 422])(
    'takes charge_failed under %i for the decline it is documented to be',
    (status) => {
      const body = flat('api_error', 'charge_failed');
      expect(payonify.parseError(status, body).decline).toMatchObject({ retryable: true });
      expect(payonify.parseError(status, { ...body, payment: CHARGE }).decline).toEqual({
        code: 'insufficient_funds',
        retryable: true,
      });
    },
  );

  test.each([
    ['a server’s fault', 500, {}],
    ['a charge that is not over', 400, { payment: { ...CHARGE, status: 'pending' } }],
  ])('takes it for none with %s', (_name, status, more) => {
    expect(
      payonify.parseError(status, { ...flat('api_error', 'charge_failed'), ...more }).decline,
    ).toBeUndefined();
  });

  test('reads the charge that stands in the way', () => {
    expect(
      payonify.parseError(409, {
        ...flat('invalid_request_error', 'charge_pending'),
        charge: { ...CHARGE, status: 'pending' },
      }).payment,
    ).toMatchObject({
      id: 'ch_1',
      status: 'processing',
    });
  });
});

describe('Payonify charge bodies', () => {
  const session = payonify.parseSession(DOCUMENTED);
  const rest = {
    amount: 9500,
    currency: 'usd',
    customer_email: 'tendai@example.com',
    confirm: true,
    locale: 'pt-BR',
    return_url: 'https://shop.example/cart',
  };
  const wallet = (network: string, mobile_number: string) => ({
    type: 'mobile_money',
    mobile_money: { [network]: { mobile_number } },
  });

  test.each([
    [
      'mobile_money',
      { details: { phone: '0771111111', network: 'ecocash' } },
      wallet('ecocash', '771111111'),
    ],
    [
      'mobile_money',
      { details: { phone: '+263 71 222 2222', network: 'onemoney' } },
      wallet('onemoney', '712222222'),
    ],
    ['mobile_money', { details: { phone: '263772222222' } }, wallet('ecocash', '772222222')], // the first network listed
    ['mobile_money', { details: { phone: '771111111', network: 'ecocash' } }, wallet('ecocash', '771111111')],
    [
      'card',
      { card: { token: 'tok_1', brand: 'visa', last4: '4242' } },
      { type: 'card', card: { token: 'tok_1' } },
    ],
    ['zimswitch', {}, { type: 'zimswitch', zimswitch: {} }],
  ])('writes %s %j', (method, given, payment_method) => {
    expect(onWire(payonify.paymentBody(requestFor(session, method, given)))).toEqual({
      ...rest,
      payment_method,
    });
  });

  test.each([
    ['national', '771111111'],
    ['local', '0771111111'],
    ['e164', '+263771111111'],
  ] as const)(
    'writes the number in the %s form where the merchant asks for it',
    (mobileNumberForm, number) => {
      const request = requestFor(session, 'mobile_money', {
        details: { phone: '0771111111', network: 'ecocash' },
      });
      expect(onWire(createPayonify({ mobileNumberForm }).paymentBody(request))).toMatchObject({
        payment_method: wallet('ecocash', number),
      });
    },
  );

  test('sends a number it cannot read as it was typed, for the server to judge', () => {
    const request = requestFor(session, 'mobile_money', { details: { phone: '12', network: 'ecocash' } });
    expect(onWire(payonify.paymentBody(request))).toMatchObject({ payment_method: wallet('ecocash', '12') });
  });

  test('writes no e-mail where none is known', () => {
    expect(
      onWire(payonify.paymentBody(requestFor(session, 'zimswitch', { customer: {} }))),
    ).not.toHaveProperty('customer_email');
  });

  test('confirms with the code', () => {
    expect(payonify.confirmBody?.({ code: '1' })).toEqual({ code: '1' });
  });
});

describe('Payonify requests', () => {
  test.each([
    [ID, true],
    ['cs_short', false],
    ['ch_0123456789', false],
  ])('takes the token %s: %s', (token, fits) => {
    expect(payonify.tokenPattern.test(token)).toBe(fits);
  });

  test('names the session by its id', () => {
    expect(payonify.authorization(ID)).toEqual({ Authorization: `Bearer ${ID}` });
    expect(payonify.pathId?.(undefined, ID)).toBe(ID);
  });
});
