import { describe, expect, test } from 'vitest';
import { z2pay } from '../../../src/core/providers/z2pay.js';
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

const ID = `cs_${'0123456789abcdef'.repeat(3)}`;
const BR_CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D';
const EXPIRY = Date.UTC(2026, 10, 21);

/** Every field of the documents, in the merchant's full view; the public one is a part of it. */
const ANSWER = {
  session: {
    id: ID,
    tenantId: 'ten_1',
    linkId: 'chk_1',
    status: 'opened',
    mode: 'payment',
    currency: 'BRL',
    locale: 'pt-BR',
    config: {
      items: [
        {
          name: 'Coffee',
          quantity: 2,
          unitAmount: 5000,
          description: 'Beans',
          imageUrl: 'https://s.example/c.png',
          metadata: { sku: '1' },
        },
      ],
      paymentMethods: {
        pix: { enabled: true },
        boleto: { enabled: true },
        credit_card: {
          enabled: true,
          installments: [{ count: 2, amount: 4250, total: 8500, interestFree: true }],
          tokenizer: { name: 'frame', frameUrl: 'https://pay.example/card-frame/', publicKey: 'z2_chk_pk_1' },
        },
        combined: { enabled: true },
      },
      branding: {
        primaryColor: '#aa3300',
        logoUrl: 'https://s.example/logo.svg',
        merchantName: 'Café do Zé',
        faviconUrl: 'https://s.example/favicon.ico',
        coverUrl: 'https://s.example/cover.png',
      },
      requiredFields: ['phone'],
      customFields: [{ key: 'size', label: 'Size', options: ['S'], required: true }],
      splits: [{ percentage: 100 }],
      successUrl: 'https://shop.example/ok',
      cancelUrl: 'https://shop.example/cart',
    },
    customer: {
      name: 'Ana Souza',
      email: 'ana@example.com',
      document: '529.982.247-25',
      phone: '+5511987654321',
      address: {
        zipCode: '01000-000',
        street: 'Rua A',
        number: '10',
        complement: 'ap 2',
        neighborhood: 'Centro',
        city: 'São Paulo',
        state: 'SP',
        country: 'BR',
      },
    },
    subtotal: 10000,
    discountTotal: 1500,
    amount: 8500,
    discounts: [{ code: 'X' }],
    paymentAttempts: 0,
    transactionId: 'txn_1',
    metadata: { order: '7' },
    expiresAt: '2026-11-21T00:00:00.000Z',
    createdAt: '2026-11-20T00:00:00.000Z',
  },
  url: `https://pay.z2pay.com/c/${ID}`,
  items: [{ name: 'Coffee', quantity: 2, unitAmount: 5000 }],
  // Extensions.
  payments: [] as unknown[],
  serverNow: '2026-11-20T12:00:00.000Z',
  version: 3,
};

const FIELDS: FieldRow[] = [
  ['session.id', `cs_${'f'.repeat(48)}`, 'id', `cs_${'f'.repeat(48)}`],
  ['session.currency', 'brl', 'currency', 'BRL'],
  ['session.locale', 'es-ES', 'locale', 'es-ES'],
  ['session.config.items', [{ name: 'Tea', quantity: 1, unitAmount: 8500 }], 'items[0].name', 'Coffee'], // public list first
  ['session.config.paymentMethods.pix.enabled', false, 'paymentMethods[0].id', 'boleto'],
  ['session.config.paymentMethods.pix', undefined, 'paymentMethods.length', 2],
  ['session.config.paymentMethods.boleto.enabled', undefined, 'paymentMethods[1].id', 'credit_card'],
  ['session.config.paymentMethods.credit_card.enabled', false, 'paymentMethods.length', 2],
  [
    'session.config.paymentMethods.credit_card.installments[0].count',
    3,
    'paymentMethods[2].installments[0].count',
    3,
  ],
  [
    'session.config.paymentMethods.credit_card.installments[0].amount',
    3,
    'paymentMethods[2].installments[0].amount',
    3,
  ],
  [
    'session.config.paymentMethods.credit_card.installments[0].total',
    3,
    'paymentMethods[2].installments[0].total',
    3,
  ],
  [
    'session.config.paymentMethods.credit_card.installments[0].interestFree',
    false,
    'paymentMethods[2].installments[0].interestFree',
    false,
  ],
  ['session.config.paymentMethods.credit_card.installments', 12, 'paymentMethods[2].installments', undefined], // no prices told
  ['session.config.paymentMethods.credit_card.tokenizer.name', 'x', 'paymentMethods[2].tokenizer.name', 'x'],
  [
    'session.config.paymentMethods.credit_card.tokenizer.frameUrl',
    'x',
    'paymentMethods[2].tokenizer.frameUrl',
    'x',
  ],
  [
    'session.config.paymentMethods.credit_card.tokenizer.publicKey',
    'x',
    'paymentMethods[2].tokenizer.publicKey',
    'x',
  ],
  ['session.config.paymentMethods.combined.enabled', false, 'combined', undefined],
  ['session.config.paymentMethods.wallet', { enabled: true }, 'paymentMethods[3].type', 'wallet'], // unknown, reported later
  ['session.config.paymentMethods.order', ['pix'], 'paymentMethods.length', 3],
  ['session.config.branding', null, 'merchant', { name: '', logoUrl: undefined }],
  ['session.config.branding.primaryColor', 'url(x)', 'branding.primaryColor', undefined],
  ['session.config.branding.logoUrl', 'https://a.example', 'merchant.logoUrl', 'https://a.example'],
  ['session.config.branding.merchantName', 'Zé', 'branding.name', 'Zé'],
  ['session.config.requiredFields[0]', 'address', 'requiredFields', ['name', 'email', 'document', 'address']],
  ['session.config.requiredFields', undefined, 'requiredFields', ['name', 'email', 'document']],
  ['session.config.customFields[0].key', 'k', 'customFields[0].key', 'k'],
  ['session.config.customFields[0].label', 'L', 'customFields[0].label', 'L'],
  ['session.config.customFields[0].options[0]', 'M', 'customFields[0].options', [{ value: 'M', label: 'M' }]],
  ['session.config.customFields[0].required', false, 'customFields[0].required', false],
  ['session.config.successUrl', undefined, 'successUrl', undefined], // the public view
  ['session.config.cancelUrl', null, 'cancelUrl', undefined],
  ['session.customer', null, 'customer', {}],
  ...(['name', 'email', 'document', 'phone'] as const).map((key): FieldRow => [
    `session.customer.${key}`,
    'x',
    `customer.${key}`,
    'x',
  ]),
  ...(
    [
      ['zipCode', 'postalCode'],
      ['street', 'line1'],
      ['number', 'number'],
      ['complement', 'complement'],
      ['neighborhood', 'district'],
      ['city', 'city'],
      ['state', 'state'],
      ['country', 'country'],
    ] as const
  ).map(([sent, read]): FieldRow => [
    `session.customer.address.${sent}`,
    'x',
    `customer.address.${read}`,
    'x',
  ]),
  ['session.subtotal', undefined, 'amount.subtotal', 10000],
  ['session.discountTotal', undefined, 'amount.discount', 1500],
  ['session.amount', 10000, 'amount.total', 10000],
  ['session.paymentAttempts', 2, 'attempt', 3],
  ['session.metadata', undefined, 'metadata', undefined], // masked in the public view
  ['session.metadata.order', '8', 'metadata', { order: '8' }],
  ['session.expiresAt', '2026-11-21T01:00:00+01:00', 'expiresAt', EXPIRY],
  ['session.createdAt', undefined, 'createdAt', undefined],
  ['items', undefined, 'items[0].description', 'Beans'],
  ['items[0].name', 'Tea', 'items[0].name', 'Tea'],
  ['items[0].quantity', 3, 'items[0].totalAmount', 15000],
  ['items[0].unitAmount', 10, 'items[0].totalAmount', 20],
  ['payments', undefined, 'payment', undefined],
  ['serverNow', undefined, 'serverNow', undefined],
  ['version', undefined, 'version', 0],
];

/** Fields that a page has no use for: any value is the same to it. */
const IGNORED = [
  'session.tenantId',
  'session.linkId',
  'session.mode',
  'session.config.items[0].metadata.sku',
  'session.config.branding.faviconUrl',
  'session.config.branding.coverUrl',
  'session.config.splits[0].percentage',
  'session.discounts[0].code',
  'session.transactionId',
  'url',
];
/** Covered by tables of their own, below. */
const ELSEWHERE = ['session.status', 'session.config.items[0].name', 'session.config.items[0].quantity'];
const PAYMENT = {
  id: 'pay_1',
  attempt: 1,
  method: 'credit_card',
  status: 'failed',
  amount: 8500,
  failureCode: 'insufficient_funds',
};

const answerWith = (status: string, payments: readonly object[], paymentAttempts = 1) => ({
  ...ANSWER,
  session: { ...ANSWER.session, status, paymentAttempts },
  payments,
});

describe('z2pay session', () => {
  test('reads the full view', () => {
    expect(z2pay.parseSession(ANSWER)).toEqual({
      id: ID,
      version: 3,
      livemode: true,
      status: 'open',
      attempt: 1,
      canRetryAfterFailure: true,
      currency: 'BRL',
      amount: { subtotal: 10000, discount: 1500, tax: 0, shipping: 0, total: 8500, paid: 0, due: 8500 },
      items: [{ name: 'Coffee', quantity: 2, unitAmount: 5000, totalAmount: 10000 }],
      merchant: { name: 'Café do Zé', logoUrl: 'https://s.example/logo.svg' },
      branding: { primaryColor: '#aa3300', logoUrl: 'https://s.example/logo.svg', name: 'Café do Zé' },
      locale: 'pt-BR',
      submitType: 'pay',
      customer: {
        name: 'Ana Souza',
        email: 'ana@example.com',
        document: '529.982.247-25',
        phone: '+5511987654321',
        address: {
          line1: 'Rua A',
          number: '10',
          complement: 'ap 2',
          district: 'Centro',
          city: 'São Paulo',
          state: 'SP',
          postalCode: '01000-000',
          country: 'BR',
        },
      },
      requiredFields: ['name', 'email', 'phone', 'document'],
      customFields: [
        { key: 'size', label: 'Size', type: 'select', required: true, options: [{ value: 'S', label: 'S' }] },
      ],
      paymentMethods: [
        { id: 'pix', type: 'pix', requiredFields: [], documentForm: 'digits' },
        { id: 'boleto', type: 'boleto', requiredFields: [], documentForm: 'digits' },
        {
          id: 'credit_card',
          type: 'card',
          requiredFields: [],
          documentForm: 'digits',
          installments: [{ count: 2, amount: 4250, total: 8500, interestFree: true }],
          tokenizer: { name: 'frame', frameUrl: 'https://pay.example/card-frame/', publicKey: 'z2_chk_pk_1' },
        },
      ],
      combined: { enabled: true, max: 8 },
      successUrl: 'https://shop.example/ok',
      cancelUrl: 'https://shop.example/cart',
      metadata: { order: '7' },
      createdAt: Date.UTC(2026, 10, 20),
      expiresAt: EXPIRY,
      serverNow: Date.UTC(2026, 10, 20, 12),
    });
  });

  test('reads the public view, which has seven members and masks the rest', () => {
    const { id, status, amount, currency, locale, expiresAt, config } = ANSWER.session;
    const { branding, paymentMethods, customFields, requiredFields } = config;
    const view = {
      session: {
        id,
        status,
        amount,
        currency,
        locale,
        expiresAt,
        config: { branding, paymentMethods, customFields, requiredFields },
      },
      url: ANSWER.url,
      items: ANSWER.items,
    };
    const session = z2pay.parseSession(view);
    expect(session).toMatchObject({
      id: ID,
      status: 'open',
      attempt: 1,
      version: 0,
      customer: {},
      items: [{ name: 'Coffee' }],
    });
    expect([session.successUrl, session.cancelUrl, session.metadata]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(session.amount).toEqual({
      subtotal: 8500,
      discount: 0,
      tax: 0,
      shipping: 0,
      total: 8500,
      paid: 0,
      due: 8500,
    });
  });

  test.each(FIELDS)('reads %s = %j as %s', (...row) => {
    expectField(z2pay, ANSWER, row);
  });

  test.each(IGNORED)('makes nothing of %s', (field) => {
    for (const value of [undefined, null, 'other', { a: 1 }])
      expect(z2pay.parseSession(withValue(ANSWER, field, value))).toEqual(z2pay.parseSession(ANSWER));
  });

  test('has a row for every field', () => {
    const covered = [...FIELDS.map(([field]) => field), ...IGNORED, ...ELSEWHERE];
    const missing = leaves(ANSWER).filter(
      (leaf) => !covered.includes(leaf) && !leaf.startsWith('session.config.items[0]'),
    );
    expect(missing).toEqual([]);
  });

  test.each([
    ['created', 'open'],
    ['opened', 'open'],
    ['paying', 'processing'],
    // Nothing that was paid is listed.
    ['partially_paid', 'unknown'],
    ['paid', 'paid'],
    ['failed', 'open'], // may be cancelled still, and counts its tries
    ['expired', 'expired'],
    ['canceled', 'canceled'],
    ['cancelled', 'canceled'],
    ['on_hold', 'unknown'],
    ['constructor', 'unknown'],
  ])('reads the status %s as %s', (sent, status) => {
    expect(z2pay.parseSession(withValue(ANSWER, 'session.status', sent)).status).toBe(status);
  });

  test.each([
    ['session', undefined],
    ['session.id', 7],
    ['session.status', undefined],
    ['session.config', []],
    ['session.config.items[0].name', undefined],
    ['session.config.items[0].unitAmount', 50.5], // "a float is a validation error"
    ['session.config.paymentMethods', undefined],
    ['session.config.paymentMethods.pix.enabled', 'yes'],
    ['session.config.paymentMethods.credit_card.tokenizer.name', 7],
    ['session.config.requiredFields', 'email'],
    ['session.config.customFields[0].key', undefined],
    ['session.config.successUrl', 7],
    ['session.amount', '8500'],
    ['session.amount', -1],
    ['session.currency', undefined],
    ['session.expiresAt', 'soon'],
    ['items[0].quantity', 1.5],
    ['version', 'x'],
  ])('refuses %s = %j by its path', (path, value) => {
    expect(refusal(() => z2pay.parseSession(withValue(ANSWER, path, value)))).toMatchObject({
      code: 'malformed_session',
      path,
    });
  });

  test('names the session, not a payment of it, in the code of a read', () => {
    expect(refusal(() => z2pay.parseSession(answerWith('paying', [{}])))).toMatchObject({
      code: 'malformed_session',
      path: 'payments[0].id',
    });
  });
});

describe('z2pay tries', () => {
  test.each([
    // status, payments, paymentAttempts -> status, attempt, payment
    ['opened', [], 0, 'open', 1, undefined],
    ['paying', [{ ...PAYMENT, status: 'pending' }], 1, 'processing', 1, 'processing'],
    ['failed', [PAYMENT], 1, 'open', 2, 'failed'],
    ['failed', [], 1, 'open', 2, 'failed'], // the documented view lists no payments
    ['paying', [], 1, 'processing', 1, undefined],
    ['opened', [{ ...PAYMENT, status: 'canceled' }], 1, 'open', 2, 'canceled'],
    [
      'paying',
      [PAYMENT, { ...PAYMENT, id: 'pay_2', attempt: 2, status: 'pending' }],
      2,
      'processing',
      2,
      'processing',
    ],
    ['paid', [{ ...PAYMENT, status: 'paid' }], 1, 'paid', 1, 'succeeded'],
    ['paid', [], 1, 'paid', 1, undefined],
    ['paying', [{ ...PAYMENT, status: 'paid' }], 1, 'paid', 1, 'succeeded'], // money came before the word
    ['expired', [{ ...PAYMENT, status: 'paid' }], 1, 'paid', 1, 'succeeded'], // late, but paid
    ['expired', [{ ...PAYMENT, status: 'pending' }], 1, 'expired', 1, 'processing'], // lives on past the expiry
    ['paying', [{ ...PAYMENT, status: 'chargeback' }], 1, 'processing', 1, 'unknown'],
    ['mystery', [{ ...PAYMENT, status: 'paid' }], 1, 'unknown', 2, 'succeeded'],
    ['failed', [{ ...PAYMENT, retryable: false }], 5, 'failed', 6, 'failed'], // locked
  ])('%s with %j after %i tries is %s at attempt %i', (sent, payments, tries, status, attempt, payment) => {
    const session = z2pay.parseSession(answerWith(sent, payments, tries));
    expect([session.status, session.attempt, session.payment?.status]).toEqual([status, attempt, payment]);
    expect(session.canRetryAfterFailure).toBe(status !== 'failed');
  });

  test('counts what was paid in parts and asks for the rest', () => {
    const session = z2pay.parseSession(
      answerWith('paying', [
        { ...PAYMENT, amount: 6000, status: 'paid' },
        { ...PAYMENT, id: 'pay_2', method: 'pix', amount: 2500, status: 'canceled' },
      ]),
    );
    expect(session.status).toBe('partially_paid');
    expect(session.amount).toMatchObject({ total: 8500, paid: 6000, due: 2500 });
    expect(session).toMatchObject({ attempt: 2, payment: { id: 'pay_2', status: 'canceled' } });
  });

  const part = { ...PAYMENT, amount: 6000, status: 'paid' };
  test.each([
    ['an entry that is not listed is on its way', 'paying', [part], 'processing', 6000],
    ['a part is listed twice', 'partially_paid', [part, part], 'partially_paid', 6000],
    [
      'the half is listed twice',
      'opened',
      [
        { ...part, amount: 4250 },
        { ...part, amount: 4250 },
      ],
      'partially_paid',
      4250,
    ],
    [
      'the parts are the whole, and the session says a part',
      'partially_paid',
      [part, { ...part, id: 'pay_2' }],
      'unknown',
      8500,
    ],
    [
      'the part that was paid is not listed',
      'partially_paid',
      [{ ...PAYMENT, status: 'failed' }],
      'unknown',
      0,
    ],
  ] as const)('asks for no more than is due where %s', (_what, said, payments, status, paid) => {
    expect(z2pay.parseSession(answerWith(said, [...payments]))).toMatchObject({ status, amount: { paid } });
  });

  test('is locked over a part of its money where no further try is allowed', () => {
    const paid = { ...PAYMENT, amount: 6000, status: 'paid' };
    const last = { ...PAYMENT, id: 'pay_2', amount: 2500, attempt: 5, retryable: false };
    const session = z2pay.parseSession(answerWith('failed', [paid, last], 5));
    expect(session).toMatchObject({ status: 'failed', canRetryAfterFailure: false, amount: { paid: 6000 } });
    const other = z2pay.parseSession(answerWith('failed', [paid, { ...PAYMENT, id: 'pay_2' }], 5));
    expect(other.status).toBe('partially_paid');
  });

  test('shows of a combined try the payment that waits for the shopper', () => {
    const session = z2pay.parseSession(
      answerWith('paying', [
        { ...PAYMENT, id: 'a', amount: 3500, status: 'paid' },
        { ...PAYMENT, id: 'b', method: 'pix', amount: 2500, status: 'pending' },
        { ...PAYMENT, id: 'c', method: 'pix', amount: 2500, status: 'pending', pix: { copyPaste: BR_CODE } },
      ]),
    );
    expect(session.payment).toMatchObject({ id: 'c', status: 'requires_action' });
  });
});

describe('z2pay payments', () => {
  const session = z2pay.parseSession(ANSWER);
  const paid = (payment: object) => paymentOf(z2pay, answerWith('paying', [payment]), session);
  const pending = { ...PAYMENT, status: 'pending', failureCode: undefined };

  test.each([
    ['pending', 'processing'],
    ['processing', 'processing'],
    ['requires_action', 'requires_action'],
    ['paid', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'canceled'],
    ['cancelled', 'canceled'],
    ['refunded', 'unknown'],
  ])('reads the status %s as %s', (sent, status) => {
    expect(paid({ ...PAYMENT, status: sent }).status).toBe(status);
  });

  test('reads every member of a declined card', () => {
    expect(paid(PAYMENT)).toEqual({
      id: 'pay_1',
      attempt: 1,
      status: 'failed',
      amount: 8500,
      currency: 'BRL',
      method: 'card',
      failure: { code: 'insufficient_funds', retryable: true },
    });
  });

  const expiresAt = '2026-11-20T12:30:00.000Z';
  const ms = Date.UTC(2026, 10, 20, 12, 30);
  test.each([
    [
      { method: 'pix', pix: { copyPaste: BR_CODE, expiresAt } },
      { type: 'qr_code', scheme: 'pix', data: BR_CODE, expiresAt: ms },
    ],
    [
      {
        method: 'boleto',
        boleto: { digitableLine: '001', barcode: '002', pdfUrl: 'https://p.example', expiresAt },
      },
      {
        type: 'voucher',
        scheme: 'boleto',
        line: '001',
        barcode: '002',
        pdfUrl: 'https://p.example',
        expiresAt: ms,
      },
    ],
    [
      { method: 'credit_card', threeDSecure: { url: 'https://acs.example' } },
      { type: 'three_d_secure', url: 'https://acs.example' },
    ],
    [
      { method: 'credit_card', redirectUrl: 'https://acs.example' },
      { type: 'redirect', url: 'https://acs.example' },
    ],
    [{ method: 'pix', pix: {} }, undefined],
    [{ method: 'boleto', boleto: null }, undefined],
  ])('reads what %j asks for', (parts, nextAction) => {
    const payment = paid({ ...pending, ...parts });
    expect(payment.nextAction).toEqual(nextAction);
    expect(payment.status).toBe(nextAction ? 'requires_action' : 'processing');
  });

  test('asks nothing of a payment that is over', () => {
    expect(paid({ ...PAYMENT, status: 'paid', redirectUrl: 'https://a.example' }).nextAction).toBeUndefined();
  });

  test('answers the session as well, as a confirm does', () => {
    expect(z2pay.parsePayment(answerWith('failed', [PAYMENT]), session).session).toMatchObject({
      attempt: 2,
      version: 3,
    });
  });

  test('names a payment in the code of a broken answer to a confirm', () => {
    expect(refusal(() => z2pay.parsePayment({ session: { id: 7 } }, session))).toMatchObject({
      code: 'malformed_payment',
      path: 'session.id',
    });
  });
});

describe('z2pay errors', () => {
  test.each([
    [401, 'UNAUTHORIZED', 'invalid_token'],
    [401, 'unauthorized', 'invalid_token'],
    [403, 'FORBIDDEN', 'forbidden'],
    [400, 'validation_failed', 'invalid_request'],
    [400, 'VALIDATION_FAILED', 'invalid_request'],
    [409, 'session_not_cancellable', 'session_not_cancellable'],
    [409, 'SESSION_NOT_CANCELLABLE', 'session_not_cancellable'],
    [409, 'payment_exists', 'payment_exists'],
    [404, 'NOT_FOUND', 'not_found'],
    [400, '__proto__', '__proto__'],
  ])('reads a %i %s as %s', (status, code, canonical) => {
    const body = { error: { code, message: 'Text', param: 'buyer.email', requestId: 'r' } };
    expect(z2pay.parseError(status, body)).toMatchObject({
      code: canonical,
      message: 'Text',
      param: 'buyer.email',
      requestId: 'r',
    });
  });

  test('reads a code that stands alone', () => {
    expect(z2pay.parseError(403, { error: 'FORBIDDEN' }).code).toBe('forbidden');
  });

  test('reads the payment that stands in the way', () => {
    const session = z2pay.parseSession(ANSWER);
    const paid = { ...PAYMENT, id: 'pay_0', amount: 6000, status: 'paid' };
    const body = { error: { code: 'payment_exists' }, payments: [paid, { ...PAYMENT, status: 'pending' }] };
    expect(z2pay.parseError(409, body, session).payment).toMatchObject({
      id: 'pay_1',
      currency: 'BRL',
      status: 'processing',
    });
  });
});

describe('z2pay confirm bodies', () => {
  const session = z2pay.parseSession(ANSWER);
  const buyer = {
    name: 'Ana Souza',
    email: 'ana@example.com',
    document: '52998224725',
    phone: '+5511987654321',
    address: ANSWER.session.customer.address,
  };
  const rest = { buyer, customFields: {}, locale: 'pt-BR', returnUrl: 'https://shop.example/cart' };

  test.each([
    ['pix', {}, { method: 'pix', amount: 8500 }],
    ['boleto', {}, { method: 'boleto', amount: 8500 }],
    [
      'credit_card',
      { card: { token: 'tok_1', brand: 'visa' } },
      { method: 'credit_card', amount: 8500, tokenId: 'tok_1' },
    ],
    [
      'credit_card',
      { card: { token: 'tok_1' }, details: { installments: '2' } },
      { method: 'credit_card', amount: 8500, tokenId: 'tok_1', installments: 2 },
    ],
    ['pix', { amount: 2500 }, { method: 'pix', amount: 2500 }], // the rest of a combined payment
  ])('writes %s %j', (method, given, entry) => {
    expect(onWire(z2pay.paymentBody(requestFor(session, method, given)))).toEqual({
      payments: [entry],
      ...rest,
    });
  });

  test('writes the parts of a payment as entries that add up to the cent, the picked method at last', () => {
    const [pix, , card] = session.paymentMethods;
    if (!pix || !card) throw new Error('no methods');
    const parts = [
      { method: card, amount: 4000, details: {}, card: { token: 'tok_1' } },
      { method: pix, amount: 1, details: {} },
      { method: card, amount: 999, details: {}, card: { token: 'tok_2' } },
    ];
    const body = onWire(z2pay.paymentBody(requestFor(session, 'boleto', { amount: 3500, parts })));
    expect(body).toEqual({
      payments: [
        { method: 'credit_card', amount: 4000, tokenId: 'tok_1' },
        { method: 'pix', amount: 1 },
        { method: 'credit_card', amount: 999, tokenId: 'tok_2' },
        { method: 'boleto', amount: 3500 },
      ],
      ...rest,
    });
    const { payments } = body as { payments: readonly { amount: number }[] };
    expect(payments.reduce((sum, { amount }) => sum + amount, 0)).toBe(session.amount.due);
  });

  test('writes what was typed: names in parts, a new CNPJ, custom fields, no country', () => {
    const customer = {
      firstName: 'Ana',
      lastName: 'Souza',
      document: '12.abc.345/01DE-35',
      address: { line1: 'Rua A' },
    };
    expect(
      onWire(
        z2pay.paymentBody(requestFor(session, 'pix', { customer, customFields: { size: 'S', terms: true } })),
      ),
    ).toEqual({
      payments: [{ method: 'pix', amount: 8500 }],
      buyer: { name: 'Ana Souza', document: '12ABC34501DE35', address: { street: 'Rua A', country: 'BR' } },
      customFields: { size: 'S', terms: true },
      locale: 'pt-BR',
      returnUrl: 'https://shop.example/cart',
    });
  });
});

describe('z2pay requests', () => {
  test.each([
    [ID, true],
    [`cs_${'A'.repeat(48)}`, false],
    [`cs_${'a'.repeat(47)}`, false],
    ['chk_1', false],
  ])('takes the token %s: %s', (token, fits) => {
    expect(z2pay.tokenPattern.test(token)).toBe(fits);
  });

  test('sends no header: the id in the path is the authorisation', () => {
    expect(z2pay.authorization(ID)).toEqual({});
    expect(z2pay.pathId?.(undefined, ID)).toBe(ID);
    // A session opened from a link has an id of its own.
    expect(z2pay.pathId?.(z2pay.parseSession(ANSWER), 'chk_1')).toBe(ID);
  });
});
