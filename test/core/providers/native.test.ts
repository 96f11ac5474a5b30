import { describe, expect, test } from 'vitest';
import { native } from '../../../src/core/providers/native.js';
import type { PaymentEntry } from '../../../src/core/providers/dialect.js';
import type { PaymentMethod } from '../../../src/core/session/session.js';
import { Secret } from '../../../src/core/session/secret.js';
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

const PIX_CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D';

const PAYMENT = {
  id: 'pay_1',
  attempt: 1,
  status: 'failed',
  amount: 9500,
  currency: 'BRL',
  method: 'card',
  installments: {
    count: 2,
    amount: 4850,
    total: 9700,
    interestFree: false,
    interestRate: '1.99',
    brands: ['visa'],
  },
  failure: { code: 'insufficient_funds', retryable: true, param: 'card' },
};

/** Every member the contract has. */
const SESSION = {
  id: 'ses_1',
  version: 4,
  livemode: false,
  status: 'open',
  attempt: 2,
  currency: 'BRL',
  amount: { subtotal: 10000, discount: 1500, tax: 500, shipping: 500, total: 9500, paid: 2500, due: 7000 },
  items: [
    {
      name: 'Coffee',
      description: 'Beans',
      imageUrl: 'https://shop.example/coffee.png',
      quantity: 2,
      unitAmount: 5000,
      totalAmount: 10000,
      tax: { name: 'ISS', type: 'percentage', value: '5', amount: 500 },
    },
  ],
  merchant: {
    name: 'Café do Zé',
    logoUrl: 'https://shop.example/logo.svg',
    supportUrl: 'https://shop.example/help',
    supportEmail: 'help@shop.example',
  },
  branding: { primaryColor: '#aa3300', logoUrl: 'https://shop.example/mark.svg', name: 'Zé' },
  locale: 'pt-BR',
  submitType: 'donate',
  customer: {
    name: 'Ana Souza',
    firstName: 'Ana',
    lastName: 'Souza',
    email: 'ana@example.com',
    phone: '+5511987654321',
    document: '52998224725',
    documentType: 'CPF',
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
  requiredFields: ['email', 'document'],
  customFields: [
    { key: 'size', label: 'Size', type: 'select', required: true, options: [{ value: 's', label: 'Small' }] },
  ],
  paymentMethods: [
    {
      id: 'm1',
      type: 'card',
      label: 'Card',
      enabled: true,
      requiredFields: ['address'],
      currency: 'USD',
      amount: 1900,
      exchangeRate: '5.00',
      networks: ['ecocash'],
      brands: ['visa'],
      installments: [
        {
          count: 2,
          amount: 4750,
          total: 9500,
          interestFree: false,
          interestRate: '1.99',
          brands: ['visa'],
        },
      ],
      tokenizer: { name: 'frame', frameUrl: 'https://pay.example/card-frame/', publicKey: 'pk_1' },
    },
  ],
  combined: { enabled: true, max: 3 },
  successUrl: 'https://shop.example/ok?id={CHECKOUT_SESSION_ID}',
  cancelUrl: 'https://shop.example/cart',
  failureUrl: 'https://shop.example/sorry',
  refreshToken: 'ref_1',
  metadata: { order: '7' },
  createdAt: '2026-11-20T12:00:00.000Z',
  expiresAt: '2026-11-20T12:30:00.000Z',
  serverNow: '2026-11-20T12:10:00.000-03:00',
  payment: PAYMENT,
};

const FIELDS: FieldRow[] = [
  ['id', 'ses_2', 'id', 'ses_2'],
  ['version', 5, 'version', 5],
  ['livemode', true, 'livemode', true],
  ['livemode', undefined, 'livemode', true],
  ['attempt', 3, 'attempt', 3],
  ['currency', 'usd', 'currency', 'USD'],
  ['amount.subtotal', 1, 'amount.subtotal', 1],
  ['amount.subtotal', undefined, 'amount.subtotal', 10000], // what makes the sums come out
  ['amount.discount', 1, 'amount.discount', 1],
  ['amount.discount', null, 'amount.discount', 0],
  ['amount.tax', 1, 'amount.tax', 1],
  ['amount.shipping', 1, 'amount.shipping', 1],
  ['amount.total', 3000, 'amount.due', 500],
  ['amount.paid', 9500, 'amount.due', 0],
  ['amount.paid', 9999, 'amount.due', 0],
  ['amount.paid', undefined, 'amount.due', 9500],
  ['amount.due', 1, 'amount.due', 7000], // always total less paid
  ['items', undefined, 'items', []],
  ['items[0].name', '', 'items[0].name', ''],
  ['items[0].description', 7, 'items[0].description', undefined],
  ['items[0].imageUrl', 'javascript:1', 'items[0].imageUrl', 'javascript:1'], // checked where it is used
  ['items[0].quantity', 0.5, 'items[0].quantity', 0.5],
  ['items[0].unitAmount', 0, 'items[0].unitAmount', 0],
  ['items[0].totalAmount', 1, 'items[0].totalAmount', 1],
  ['items[0].tax.name', 'VAT', 'items[0].tax.name', 'VAT'],
  ['items[0].tax.type', 'fixed', 'items[0].tax.type', 'fixed'],
  ['items[0].tax.value', '10', 'items[0].tax.value', '10'],
  ['items[0].tax.amount', 1, 'items[0].tax.amount', 1],
  ['items[0].tax', null, 'items[0].tax', undefined],
  ['merchant', undefined, 'merchant', { name: '' }],
  ['merchant.name', 'Z', 'merchant.name', 'Z'],
  ['merchant.logoUrl', null, 'merchant.logoUrl', undefined],
  ['merchant.supportUrl', 'https://a.example', 'merchant.supportUrl', 'https://a.example'],
  ['merchant.supportEmail', 'a@a.example', 'merchant.supportEmail', 'a@a.example'],
  ['branding', undefined, 'branding', undefined],
  ['branding.primaryColor', 'red', 'branding.primaryColor', undefined],
  ['branding.logoUrl', 'https://a.example', 'branding.logoUrl', 'https://a.example'],
  ['branding.name', 'A', 'branding.name', 'A'],
  ['locale', 'es', 'locale', 'es'],
  ['submitType', 'book', 'submitType', 'book'],
  ['submitType', 'rent', 'submitType', 'pay'],
  ['submitType', undefined, 'submitType', 'pay'],
  ['customer', null, 'customer', {}],
  ...['name', 'firstName', 'lastName', 'email', 'phone', 'document', 'documentType'].flatMap(
    (field): FieldRow[] => [
      [`customer.${field}`, 'x', `customer.${field}`, 'x'],
      [`customer.${field}`, 7, `customer.${field}`, undefined], // asked again instead of refused
    ],
  ),
  ...['line1', 'number', 'complement', 'district', 'city', 'state', 'postalCode', 'country'].map(
    (field): FieldRow => [`customer.address.${field}`, 'x', `customer.address.${field}`, 'x'],
  ),
  ['requiredFields[0]', 'phone', 'requiredFields', ['phone', 'document']],
  ['requiredFields[1]', 'shoeSize', 'requiredFields', ['email']],
  ['customFields[0].key', 'k', 'customFields[0].key', 'k'],
  ['customFields[0].label', 'L', 'customFields[0].label', 'L'],
  ['customFields[0].type', 'checkbox', 'customFields[0].type', 'checkbox'],
  ['customFields[0].required', false, 'customFields[0].required', false],
  ['customFields[0].options[0].value', 'm', 'customFields[0].options[0].value', 'm'],
  ['customFields[0].options[0].label', 'M', 'customFields[0].options[0].label', 'M'],
  ['paymentMethods', [], 'paymentMethods', []],
  ['paymentMethods[0].id', 'm2', 'paymentMethods[0].id', 'm2'],
  ['paymentMethods[0].type', 'crypto', 'paymentMethods[0].type', 'crypto'], // reported by whoever has the records
  ['paymentMethods[0].label', 'Visa', 'paymentMethods[0].label', 'Visa'],
  ['paymentMethods[0].enabled', false, 'paymentMethods', []],
  ['paymentMethods[0].enabled', undefined, 'paymentMethods.length', 1],
  ['paymentMethods[0].requiredFields[0]', 'phone', 'paymentMethods[0].requiredFields', ['phone']],
  ['paymentMethods[0].currency', undefined, 'paymentMethods[0].currency', undefined],
  ['paymentMethods[0].amount', 5, 'paymentMethods[0].amount', 5],
  ['paymentMethods[0].exchangeRate', '4.9', 'paymentMethods[0].exchangeRate', '4.9'],
  ['paymentMethods[0].flow', 'redirect', 'paymentMethods[0].flow', 'redirect'],
  ['paymentMethods[0].flow', 'popup', 'paymentMethods[0].flow', undefined],
  ['paymentMethods[0].networks[0]', 'onemoney', 'paymentMethods[0].networks', ['onemoney']],
  ['paymentMethods[0].brands[0]', 'elo', 'paymentMethods[0].brands', ['elo']],
  ['paymentMethods[0].installments[0].count', 3, 'paymentMethods[0].installments[0].count', 3],
  ['paymentMethods[0].installments[0].amount', 3, 'paymentMethods[0].installments[0].amount', 3],
  ['paymentMethods[0].installments[0].total', 3, 'paymentMethods[0].installments[0].total', 3],
  [
    'paymentMethods[0].installments[0].interestFree',
    true,
    'paymentMethods[0].installments[0].interestFree',
    true,
  ],
  [
    'paymentMethods[0].installments[0].interestFree',
    'yes', // decorates only
    'paymentMethods[0].installments[0].interestFree',
    undefined,
  ],
  [
    'paymentMethods[0].installments[0].interestRate',
    '2.5',
    'paymentMethods[0].installments[0].interestRate',
    '2.5',
  ],
  [
    'paymentMethods[0].installments[0].interestRate',
    1.99, // a number has lost its last zeros
    'paymentMethods[0].installments[0].interestRate',
    undefined,
  ],
  ['paymentMethods[0].installments[0].brands[0]', 'elo', 'paymentMethods[0].installments[0].brands', ['elo']],
  ['paymentMethods[0].tokenizer.name', 'x', 'paymentMethods[0].tokenizer.name', 'x'],
  [
    'paymentMethods[0].tokenizer.frameUrl',
    'https://f.example',
    'paymentMethods[0].tokenizer.frameUrl',
    'https://f.example',
  ],
  ['paymentMethods[0].tokenizer.publicKey', 'pk', 'paymentMethods[0].tokenizer.publicKey', 'pk'],
  ['combined.enabled', false, 'combined.enabled', false],
  ['combined.max', 8, 'combined.max', 8],
  ['successUrl', null, 'successUrl', undefined],
  ['cancelUrl', 'https://a.example', 'cancelUrl', 'https://a.example'],
  ['failureUrl', 'https://a.example', 'failureUrl', 'https://a.example'],
  ['refreshToken', undefined, 'refreshToken', undefined],
  ['metadata.order', 8, 'metadata', { order: 8 }],
  ['createdAt', 'once', 'createdAt', undefined],
  ['expiresAt', '2026-11-20T13:00:00Z', 'expiresAt', Date.UTC(2026, 10, 20, 13)],
  ['expiresAt', null, 'expiresAt', undefined],
  ['serverNow', '2026-11-20T13:00:00Z', 'serverNow', Date.UTC(2026, 10, 20, 13)],
  ['payment', null, 'payment', undefined],
  ['payment.id', 'p2', 'payment.id', 'p2'],
  ['payment.attempt', 9, 'payment.attempt', 9],
  ['payment.status', 'canceled', 'payment.status', 'canceled'],
  ['payment.amount', 1, 'payment.amount', 1],
  ['payment.currency', 'usd', 'payment.currency', 'USD'],
  ['payment.method', 'pix', 'payment.method', 'pix'],
  ['payment.method', undefined, 'payment.method', ''],
  ['payment.installments', 2, 'payment.installments', undefined], // the payment stands without
  ['payment.installments.count', 3, 'payment.installments.count', 3],
  ['payment.installments.amount', 3, 'payment.installments.amount', 3],
  ['payment.installments.total', 3, 'payment.installments.total', 3],
  ['payment.installments.interestFree', true, 'payment.installments.interestFree', true],
  ['payment.installments.interestRate', '2', 'payment.installments.interestRate', '2'],
  ['payment.installments.brands[0]', 'elo', 'payment.installments.brands', ['elo']],
  ['payment.failure.code', 'declined', 'payment.failure.code', 'declined'],
  ['payment.failure.retryable', false, 'payment.failure.retryable', false],
  ['payment.failure.retryable', undefined, 'payment.failure.retryable', true],
  ['payment.failure.param', 'cvc', 'payment.failure.param', 'cvc'],
];

describe('native session', () => {
  test('reads every member', () => {
    const [method] = SESSION.paymentMethods;
    expect(native.parseSession(SESSION)).toEqual({
      ...SESSION,
      canRetryAfterFailure: true,
      requiredFields: ['email', 'document'],
      paymentMethods: [withValue(method, 'enabled', undefined)],
      createdAt: Date.UTC(2026, 10, 20, 12),
      expiresAt: Date.UTC(2026, 10, 20, 12, 30),
      refreshToken: new Secret('ref_1'),
      serverNow: Date.UTC(2026, 10, 20, 15, 10),
    });
  });

  test('has what opens a fresh one, and shows it to nobody who does not ask', () => {
    const session = native.parseSession(SESSION);
    expect(session.refreshToken?.reveal()).toBe('ref_1');
    expect(JSON.stringify(session)).not.toContain('ref_1');
  });

  test.each(FIELDS)('reads %s = %j as %s', (...row) => {
    expectField(native, SESSION, row);
  });

  test('has a row for every member', () => {
    const rows = FIELDS.map(([field]) => field);
    const STATUS_TABLE = ['status'];
    expect(leaves(SESSION).filter((leaf) => ![...rows, ...STATUS_TABLE].includes(leaf))).toEqual([]);
  });

  test.each([
    ['open', 'open', true],
    ['processing', 'processing', true],
    ['partially_paid', 'partially_paid', true],
    ['paid', 'paid', true],
    ['failed', 'failed', false],
    ['expired', 'expired', true],
    ['canceled', 'canceled', true],
    ['cancelled', 'canceled', true],
    ['on_hold', 'unknown', true],
    ['PAID', 'unknown', true],
    ['__proto__', 'unknown', true],
  ])('reads the status %s as %s', (sent, status, canRetry) => {
    const session = native.parseSession({ ...SESSION, status: sent });
    expect(session).toMatchObject({ status, canRetryAfterFailure: canRetry });
  });

  test('ignores members it does not know', () => {
    expect(native.parseSession({ ...SESSION, loyalty: { points: 3 } })).toEqual(native.parseSession(SESSION));
  });

  test('needs no more than the purchase itself', () => {
    const least = {
      id: 's',
      version: 0,
      status: 'open',
      attempt: 1,
      currency: 'BRL',
      amount: { total: 5 },
      paymentMethods: [],
    };
    expect(native.parseSession(least)).toMatchObject({
      amount: { subtotal: 5, discount: 0, tax: 0, shipping: 0, total: 5, paid: 0, due: 5 },
      items: [],
      merchant: { name: '' },
      customer: {},
      requiredFields: [],
      customFields: [],
    });
  });

  test.each([
    ['id', ''],
    ['id', undefined],
    ['version', '4'],
    ['version', undefined],
    ['livemode', 'no'],
    ['status', undefined],
    ['status', 3],
    ['attempt', 1.5],
    ['attempt', undefined],
    ['currency', 'R$'],
    ['amount', undefined],
    ['amount.total', '9500'],
    ['amount.total', 95.5],
    ['amount.paid', -1],
    ['items', {}],
    ['items[0].name', undefined],
    ['items[0].unitAmount', '50'],
    ['items[0].quantity', 0],
    ['requiredFields[1]', 7],
    ['customFields[0].key', ''],
    ['paymentMethods', undefined],
    ['paymentMethods[0].id', 7],
    ['paymentMethods[0].type', undefined],
    ['paymentMethods[0].amount', 1.5],
    ['paymentMethods[0].installments[0].total', 'x'],
    ['paymentMethods[0].installments[0].brands', 'visa'],
    ['paymentMethods[0].tokenizer.name', undefined],
    ['successUrl', 7],
    ['expiresAt', 'soon'],
    ['payment.id', undefined],
    ['payment.amount', -5],
    ['payment.failure.code', ''],
  ])('refuses %s = %j by its path', (path, value) => {
    expect(refusal(() => native.parseSession(withValue(SESSION, path, value)))).toMatchObject({
      kind: 'api',
      code: 'malformed_session',
      path,
    });
  });
});

describe('native payment', () => {
  const session = native.parseSession(SESSION);

  test.each([
    ['processing', 'processing'],
    ['requires_action', 'requires_action'],
    ['succeeded', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'canceled'],
    ['cancelled', 'canceled'],
    ['authorized', 'unknown'],
  ])('reads the status %s as %s', (sent, status) => {
    expect(paymentOf(native, { ...PAYMENT, status: sent }, session).status).toBe(status);
  });

  const at13 = Date.UTC(2026, 10, 20, 13);
  const time = '2026-11-20T13:00:00Z';
  test.each([
    [
      { type: 'redirect', url: 'https://bank.example' },
      { type: 'redirect', url: 'https://bank.example' },
    ],
    [
      { type: 'three_d_secure', url: 'https://acs.example', data: 'creq' },
      { type: 'three_d_secure', url: 'https://acs.example', data: 'creq' },
    ],
    [
      { type: 'qr_code', scheme: 'pix', data: PIX_CODE, expiresAt: time },
      { type: 'qr_code', scheme: 'pix', data: PIX_CODE, expiresAt: at13 },
    ],
    [
      {
        type: 'voucher',
        scheme: 'boleto',
        line: '001',
        barcode: '002',
        pdfUrl: 'https://pdf.example',
        expiresAt: time,
      },
      {
        type: 'voucher',
        scheme: 'boleto',
        line: '001',
        barcode: '002',
        pdfUrl: 'https://pdf.example',
        expiresAt: at13,
      },
    ],
    [
      {
        type: 'phone_prompt',
        network: 'ecocash',
        phone: '+263771111111',
        expiresAt: time,
        resendAfter: time,
        fallback: '*151#',
      },
      {
        type: 'phone_prompt',
        network: 'ecocash',
        phone: '+263771111111',
        expiresAt: at13,
        resendAfter: at13,
        fallback: '*151#',
      },
    ],
    [
      { type: 'one_time_code', length: 6, resendAfter: time },
      { type: 'one_time_code', length: 6, resendAfter: at13 },
    ],
    [
      { type: 'one_time_code', length: 6, dial: '#144*391#' },
      { type: 'one_time_code', length: 6, dial: '#144*391#' },
    ],
    [
      {
        type: 'wallet_code',
        network: 'innbucks',
        code: '701234567',
        expiresAt: time,
        deepLink: 'https://w.example/1',
      },
      {
        type: 'wallet_code',
        network: 'innbucks',
        code: '701234567',
        expiresAt: at13,
        deepLink: 'https://w.example/1',
      },
    ],
    [
      { type: 'sdk', name: 'stripe', data: { clientSecret: 'x' } },
      { type: 'sdk', name: 'stripe', data: new Secret({ clientSecret: 'x' }) },
    ],
    // A code for the app of any bank.
    [
      { type: 'wallet_code', code: '000201' },
      { type: 'wallet_code', code: '000201' },
    ],
    [
      {
        type: 'bank_transfer',
        rows: [{ key: 'clabe', value: '646180110400000007' }],
        reference: '17',
        amount: 15_000,
        expiresAt: '2026-11-20T12:00:00Z',
      },
      {
        type: 'bank_transfer',
        rows: [{ key: 'clabe', value: '646180110400000007' }],
        reference: '17',
        amount: 15_000,
        expiresAt: Date.UTC(2026, 10, 20, 12),
      },
    ],
    [
      { type: 'qr_code', scheme: 'upi', data: 'upi://pay' },
      { type: 'unknown', name: 'qr_code:upi' },
    ],
    [
      { type: 'qr_code', data: PIX_CODE },
      { type: 'unknown', name: 'qr_code' },
    ],
    [
      { type: 'voucher', scheme: 'oxxo', line: '1' },
      { type: 'unknown', name: 'voucher:oxxo' },
    ],
    [{ type: 'smile' }, { type: 'unknown', name: 'smile' }],
    [{ type: '__proto__' }, { type: 'unknown', name: '__proto__' }],
  ])('reads the action %j', (sent, nextAction) => {
    const body = { ...PAYMENT, status: 'requires_action', failure: undefined, nextAction: sent };
    expect(paymentOf(native, body, session).nextAction).toEqual(nextAction);
  });

  test.each([
    ['nextAction.type', { url: 'https://bank.example' }],
    ['nextAction.url', { type: 'redirect' }],
    ['nextAction.url', { type: 'three_d_secure', url: 7 }],
    ['nextAction.data', { type: 'qr_code', scheme: 'pix' }],
    ['nextAction.data', { type: 'qr_code', scheme: 'pix', data: { a: 1 } }],
    ['nextAction.line', { type: 'voucher', scheme: 'boleto' }],
    ['nextAction.network', { type: 'phone_prompt', phone: '1' }],
    ['nextAction.phone', { type: 'phone_prompt', network: 'ecocash' }],
    ['nextAction.length', { type: 'one_time_code', length: '6' }],
    ['nextAction.rows', { type: 'bank_transfer', reference: '17' }],
    ['nextAction.code', { type: 'wallet_code', network: 'innbucks' }],
    ['nextAction.code', { type: 'wallet_code', network: 'innbucks', code: 701234567 }],
    ['nextAction.data', { type: 'sdk', name: 'x' }],
  ])('refuses an action without %s', (path, nextAction) => {
    expect(refusal(() => native.parsePayment({ ...PAYMENT, nextAction }, session))).toMatchObject({
      code: 'malformed_payment',
      path,
    });
  });

  test('refuses an answer that is no payment', () => {
    expect(refusal(() => native.parsePayment({ ok: true }, session))).toMatchObject({
      code: 'malformed_payment',
      path: 'id',
    });
  });
});

describe('native errors', () => {
  const problem = { type: 'https://api.example/problems/x', title: 'Title', status: 409, requestId: 'req_1' };

  test.each([
    [409, 'payment_exists'],
    [409, 'in_progress'],
    [422, 'idempotency_key_reused'],
    [400, 'invalid_request'],
    [410, 'session_expired'],
    [403, 'session_locked'],
    [401, 'invalid_token'],
    [429, 'rate_limited'],
  ])('reads a %i %s', (status, code) => {
    expect(native.parseError(status, { ...problem, code, param: 'card.token' })).toEqual({
      code,
      message: 'Title',
      param: 'card.token',
      requestId: 'req_1',
      payment: undefined,
      decline: undefined,
    });
  });

  test('reads the payment that stands in the way', () => {
    const error = native.parseError(409, {
      ...problem,
      code: 'payment_exists',
      payment: { ...PAYMENT, status: 'processing' },
    });
    expect(error.payment).toMatchObject({ id: 'pay_1', status: 'processing' });
    expect(error.decline).toBeUndefined();
  });

  test.each(['declined', 'insufficient_funds', 'expired_card', 'authentication_failed'])(
    'reads a 402 %s as a decline',
    (code) => {
      const failure = { code, retryable: true };
      expect(native.parseError(402, { ...problem, code, payment: { ...PAYMENT, failure } }).decline).toEqual(
        failure,
      );
      expect(native.parseError(402, { ...problem, code }).decline).toMatchObject(failure);
    },
  );

  test('says from the payment that no other try follows', () => {
    const payment = { ...PAYMENT, failure: { code: 'declined', retryable: false } };
    expect(native.parseError(402, { ...problem, code: 'declined', payment }).decline?.retryable).toBe(false);
  });

  test('prefers the detail, which is about this request, to the title', () => {
    expect(native.parseError(400, { ...problem, detail: 'Detail' }).message).toBe('Detail');
  });

  test('leaves a payment out that is none', () => {
    expect(native.parseError(409, { code: 'payment_exists', payment: { id: 7 } }).payment).toBeUndefined();
  });
});

describe('a native session with several payments', () => {
  const several = (payments: unknown, rest: object = {}) =>
    native.parseSession({ ...SESSION, payment: undefined, payments, ...rest });
  const part = (id: string, status: string, attempt = 1) => ({
    ...PAYMENT,
    id,
    status,
    attempt,
    failure: undefined,
  });

  test('tells them all, and is about the one that needs the shopper', () => {
    const session = several([part('a', 'succeeded'), part('b', 'requires_action'), part('c', 'failed')]);
    expect(session.payments?.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'succeeded'],
      ['b', 'requires_action'],
      ['c', 'failed'],
    ]);
    expect(session.payment?.id).toBe('b');
  });

  test('believes the payment that is told by itself before a list that says less of it', () => {
    const session = several([part('a', 'processing')], { payment: part('a', 'failed') });
    expect(session.payment).toMatchObject({ id: 'a', status: 'processing' });
    const newer = several([part('a', 'failed')], { payment: part('b', 'requires_action', 2) });
    expect(newer.payment).toMatchObject({ id: 'b' });
  });

  test('is what a submit of several parts is answered with', () => {
    const session = several([]);
    const answer = native.parsePayment({ ...SESSION, payments: [part('a', 'requires_action', 9)] }, session);
    expect(answer.session?.id).toBe(session.id);
    expect(answer.payment).toMatchObject({ id: 'a', status: 'requires_action' });
  });

  test.each([
    [[{ id: 7 }], 'payments[0].id'],
    ['none', 'payments'],
  ])('is refused where the list is none: %j', (payments, path) => {
    expect(refusal(() => several(payments)).path).toBe(path);
  });
});

describe('native request bodies', () => {
  const session = native.parseSession({
    ...SESSION,
    amount: { total: 9500 },
    paymentMethods: ['card', 'pix', 'boleto', 'mobile_money', 'bank_redirect', 'zimswitch'].map((type) => ({
      id: `m_${type}`,
      type,
    })),
    customer: { email: 'ana@example.com' },
  });
  const common = {
    attempt: 2,
    amount: 9500,
    currency: 'BRL',
    customer: { email: 'ana@example.com' },
    customFields: {},
    details: {},
    locale: 'pt-BR',
    returnUrl: 'https://shop.example/cart',
  };

  test.each(['pix', 'boleto', 'bank_redirect', 'zimswitch'])('writes %s', (type) => {
    expect(onWire(native.paymentBody(requestFor(session, `m_${type}`)))).toEqual({
      ...common,
      method: `m_${type}`,
      type,
    });
  });

  test('writes a card as its token, and nothing of it besides what the receipt shows', () => {
    const card = {
      token: 'tok_1',
      brand: 'visa',
      last4: '4242',
      expiryMonth: 12,
      expiryYear: 2030,
      holderName: 'ANA',
    };
    expect(
      onWire(native.paymentBody(requestFor(session, 'm_card', { card, details: { installments: '2' } }))),
    ).toEqual({
      ...common,
      method: 'm_card',
      type: 'card',
      details: { installments: '2' },
      card: { token: 'tok_1', brand: 'visa', last4: '4242' },
    });
  });

  test('writes mobile money with its details, custom fields and customer as typed', () => {
    const details = { phone: '0771111111', network: 'ecocash' };
    const rest = { details, customFields: { size: 's', terms: true }, customer: { name: 'Ana' } };
    expect(onWire(native.paymentBody(requestFor(session, 'm_mobile_money', rest)))).toEqual({
      ...common,
      ...rest,
      method: 'm_mobile_money',
      type: 'mobile_money',
    });
  });

  test('writes several parts as a list, the picked method with the rest at last; the shopper stands beside it', () => {
    const { paymentMethods } = session;
    const method = (type: string) => paymentMethods.find(({ id }) => id === `m_${type}`) as PaymentMethod;
    const card = { token: 'tok_1', frameNonce: 'n1', brand: 'visa', last4: '4242', livesUntil: 1 };
    const parts: readonly PaymentEntry[] = [
      { method: method('card'), amount: 4000, details: {}, card },
      { method: method('mobile_money'), amount: 1500, details: { phone: '0771111111' } },
    ];
    const { customer, customFields, locale, returnUrl } = common;
    const written = onWire(native.paymentBody(requestFor(session, 'm_pix', { amount: 4000, parts })));
    expect(written).toEqual({
      attempt: 2,
      customer,
      customFields,
      locale,
      returnUrl,
      payments: [
        {
          method: 'm_card',
          type: 'card',
          amount: 4000,
          currency: 'BRL',
          details: {},
          card: { token: 'tok_1', frameNonce: 'n1', brand: 'visa', last4: '4242' },
        },
        {
          method: 'm_mobile_money',
          type: 'mobile_money',
          amount: 1500,
          currency: 'BRL',
          details: { phone: '0771111111' },
        },
        { method: 'm_pix', type: 'pix', amount: 4000, currency: 'BRL', details: {} },
      ],
    });
  });

  test('writes the same bytes twice', () => {
    const request = requestFor(session, 'm_pix');
    expect(JSON.stringify(native.paymentBody(request))).toBe(JSON.stringify(native.paymentBody(request)));
  });

  test('confirms with the code', () => {
    expect(native.confirmBody?.({ code: '123456' })).toEqual({ code: '123456' });
  });
});
