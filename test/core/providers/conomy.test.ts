import { describe, expect, test } from 'vitest';
import * as countries from '../../../src/core/address/countries.js';
import { supportedSession } from '../../../src/core/payment-methods/index.js';
import { createConomy } from '../../../src/core/providers/conomy.js';
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

const conomy = createConomy(countries);

const BR_CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D';
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const method = (id: string, more: object = {}) => ({
  id,
  type: id,
  enabled: true,
  requiredFields: [],
  purchaseAmount: '700000',
  ...more,
});

/** The members of the documented answer, each with a value of the type its schema has. */
const DOCUMENTED = {
  id: 'chk_sess_1',
  paymentLinkId: 'link_1',
  checkoutToken: 'tok_1',
  paymentConfigs: [
    {
      currency: 'CLP',
      product: 'CLP:CLP',
      exchangeRate: '1',
      paymentMethods: [
        method('CARD', { requiredFields: ['email', 'phoneNumber', 'phoneNumberPrefix'] }),
        method('ETPAY', { type: 'PAYMENT_INITIATION' }),
      ],
    },
    {
      currency: 'BRL',
      product: 'CLP:BRL',
      exchangeRate: '0.0061',
      paymentMethods: [
        method('PIX', { requiredFields: ['customer.documentNumber'], purchaseAmount: '427000' }),
      ],
    },
  ],
  createdAt: '2025-12-07T04:53:12.758Z',
  status: 'ATTEMPT',
  items: [
    {
      preTaxAmount: '588235',
      totalAmount: '700000',
      description: 'Coffee',
      tax: { name: 'IVA', type: 'PERCENTAGE', value: '19', amount: '111765' },
    },
  ],
  currency: 'CLP',
  preTaxAmount: '588235',
  totalAmount: '700000',
  url: 'https://checkout.conomyhq.com/tok_1',
  paymentMethodsAllowed: ['CARD', 'ETPAY', 'PIX'],
  customer: {
    id: 'cus_1',
    firstName: 'Ana',
    email: 'ana@example.com',
    lastName: 'Souza',
    phoneNumber: '3001234567',
    phoneNumberPrefix: '+57',
    documentType: 'RUT',
    documentNumber: '12.345.678-5',
    address: {
      administrativeAreaLevel1: 'Región Metropolitana',
      administrativeAreaLevel2: 'Santiago',
      administrativeAreaLevel3: 'Providencia',
      street: 'Av. A',
      streetNumber: '10',
      optionalAddress: 'of. 2',
      country: 'CHL',
      zipcode: '7500000',
    },
  },
  redirectUrl: 'https://shop.example/done',
  destinations: [
    { name: 'Shop', type: null, externalId: 'e', amount: '700000', account: { type: 'CHECKING' } },
  ],
  customerRequirements: ['firstName', 'lastName', 'email'],
  expiresAt: '2025-12-07T05:23:12.758Z',
  owner: {
    identityId: 'i',
    name: 'Shop',
    lastname: '',
    nickname: '',
    documentNumber: '1',
    entityType: 'COMPANY',
  },
};
const PAYMENT = {
  id: 'pay_1',
  externalId: 'ext_1',
  status: 'FAILED',
  amount: '700000',
  currency: 'CLP',
  attempt: 1,
  origins: [{ type: 'CARD', currency: 'CLP', amount: '700000', card: { mask: '**** 4242' } }] as unknown[],
  failureCode: 'INSUFFICIENT_FUNDS',
};
const EXTENDED = {
  ...DOCUMENTED,
  successUrl: 'https://shop.example/ok',
  failedUrl: 'https://shop.example/sorry',
  version: 4,
  attempt: 2,
  serverNow: '2025-12-07T05:00:00.000Z',
  payment: PAYMENT,
  tokenizer: { name: 'frame', frameUrl: 'https://pay.example/card-frame/', publicKey: 'pk' },
};

const CONFIG = 'paymentConfigs[0].paymentMethods[0]';
const FIELDS: FieldRow[] = [
  ['id', 's', 'id', 's'],
  ['checkoutToken', undefined, 'refreshToken', undefined],
  ['paymentConfigs', [], 'paymentMethods[2].type', 'pix'], // paymentMethodsAllowed stands in
  ['paymentConfigs', undefined, 'paymentMethods[1].type', 'bank_redirect'],
  ['paymentConfigs[0].currency', 'USD', 'paymentMethods[0].currency', 'USD'],
  ['paymentConfigs[1].exchangeRate', '0.007', 'paymentMethods[2].exchangeRate', '0.007'],
  ['paymentConfigs[1].product', 'CLP:USDC', 'paymentMethods[2].exchangePair', 'CLP/USDC'],
  ['paymentConfigs[1].product', 'a shoe', 'paymentMethods[2].exchangePair', undefined],
  ['paymentConfigs[1].product', undefined, 'paymentMethods[2].exchangePair', undefined],
  ['paymentConfigs[0].exchangeRate', '2', 'paymentMethods[0].exchangeRate', undefined], // the session's own currency
  [`${CONFIG}.id`, 'PIX', 'paymentMethods[0].type', 'pix'],
  [`${CONFIG}.id`, 'pm_17', 'paymentMethods[0].id', 'CARD'], // the generic type is the rail then
  [`${CONFIG}.type`, 'CREDIT', 'paymentMethods[0].id', 'CARD'],
  [`${CONFIG}.enabled`, false, 'paymentMethods[0].id', 'ETPAY'],
  [`${CONFIG}.enabled`, undefined, 'paymentMethods[0].id', 'CARD'],
  [`${CONFIG}.requiredFields`, undefined, 'paymentMethods[0].requiredFields', []],
  [`${CONFIG}.requiredFields[0]`, 'bankId', 'paymentMethods[0].requiredFields', ['bankId', 'phone']],
  [
    `${CONFIG}.requiredFields[1]`,
    'address',
    'paymentMethods[0].requiredFields',
    ['email', 'address', 'phone'],
  ],
  [
    `${CONFIG}.requiredFields[2]`,
    'documentType',
    'paymentMethods[0].requiredFields',
    ['email', 'phone', 'documentType'],
  ],
  [`${CONFIG}.purchaseAmount`, '714000', 'paymentMethods[0].amount', 714000], // a surcharge
  [`${CONFIG}.purchaseAmount`, undefined, 'paymentMethods[0].amount', undefined],
  ['createdAt', 'never', 'createdAt', undefined],
  ['items', undefined, 'items', []],
  ['items[0].preTaxAmount', '1', 'items[0].unitAmount', 1],
  ['items[0].totalAmount', '1', 'items[0].totalAmount', 1],
  ['items[0].description', null, 'items[0].name', ''],
  ['items[0].tax', null, 'items[0].tax', undefined],
  ['items[0].tax.name', 'VAT', 'items[0].tax.name', 'VAT'],
  ['items[0].tax.type', 'FIXED', 'items[0].tax.type', 'fixed'],
  ['items[0].tax.value', '111765', 'items[0].tax.value', '111765'],
  ['items[0].tax.amount', '0', 'items[0].tax.amount', 0],
  ['currency', 'BRL', 'paymentMethods[2].currency', undefined],
  ['preTaxAmount', undefined, 'amount.subtotal', 700000],
  ['preTaxAmount', '700000', 'amount.tax', 0],
  ['totalAmount', '600000', 'amount.due', 600000],
  ['paymentMethodsAllowed[0]', 'NEQUI', 'paymentMethods.length', 3],
  ['customer', null, 'customer', {}],
  ['customer.firstName', 'x', 'customer.firstName', 'x'],
  ['customer.lastName', 'x', 'customer.lastName', 'x'],
  ['customer.email', 7, 'customer.email', undefined],
  ['customer.phoneNumber', undefined, 'customer.phone', undefined],
  ['customer.phoneNumberPrefix', '57', 'customer.phone', '+573001234567'],
  ['customer.phoneNumberPrefix', undefined, 'customer.phone', '3001234567'],
  ['customer.documentType', 'NIT', 'customer.documentType', 'NIT'],
  ['customer.documentNumber', 'x', 'customer.document', 'x'],
  ['customer.address', null, 'customer.address', undefined],
  ['customer.address.administrativeAreaLevel1', 'x', 'customer.address.state', 'x'],
  ['customer.address.administrativeAreaLevel2', 'x', 'customer.address.city', 'x'],
  ['customer.address.administrativeAreaLevel3', 'x', 'customer.address.district', 'x'],
  ['customer.address.street', 'x', 'customer.address.line1', 'x'],
  ['customer.address.streetNumber', 'x', 'customer.address.number', 'x'],
  ['customer.address.optionalAddress', 'x', 'customer.address.complement', 'x'],
  ['customer.address.country', 'COL', 'customer.address.country', 'CO'],
  ['customer.address.country', 'co', 'customer.address.country', 'CO'],
  ['customer.address.country', 'ZWE', 'customer.address.country', 'ZW'],
  ['customer.address.country', 'XXX', 'customer.address.country', undefined],
  ['customer.address.zipcode', 'x', 'customer.address.postalCode', 'x'],
  ['redirectUrl', 'https://a.example', 'successUrl', 'https://shop.example/ok'], // the extension says it better
  ['customerRequirements', undefined, 'requiredFields', []],
  ['customerRequirements[0]', 'phoneNumberPrefix', 'requiredFields', ['lastName', 'email', 'phone']],
  ['customerRequirements[1]', 'documentNumber', 'requiredFields', ['firstName', 'email', 'document']],
  ['customerRequirements[2]', 'documentType', 'requiredFields', ['firstName', 'lastName', 'documentType']],
  ['customerRequirements[2]', 'address', 'requiredFields', ['firstName', 'lastName', 'address']],
  ['customerRequirements[2]', 'shoeSize', 'requiredFields', ['firstName', 'lastName']],
  ['expiresAt', '2025-12-07T06:00:00Z', 'expiresAt', Date.UTC(2025, 11, 7, 6)],
  ['successUrl', undefined, 'successUrl', 'https://shop.example/done'],
  ['failedUrl', 'https://a.example', 'cancelUrl', 'https://a.example'], // "failed payment or cancellation"
  ['failedUrl', 'https://a.example', 'failureUrl', 'https://a.example'],
  ['owner.name', 'Loja', 'merchant.name', 'Loja'],
  ['owner.name', undefined, 'merchant.name', ''],
  ['owner.nickname', 'Lojinha', 'merchant.name', 'Lojinha'],
  ['version', undefined, 'version', 0],
  ['attempt', 3, 'attempt', 3],
  ['serverNow', undefined, 'serverNow', undefined],
  ['payment', undefined, 'payment', undefined],
  ['payment.id', 'x', 'payment.id', 'x'],
  ['payment.amount', '1', 'payment.amount', 1],
  ['payment.amount', undefined, 'payment.amount', 700000],
  ['payment.currency', undefined, 'payment.currency', 'CLP'],
  ['payment.attempt', undefined, 'payment.attempt', 1],
  ['payment.origins', undefined, 'payment.method', ''],
  ['payment.origins[0].type', 'WEBPAY', 'payment.method', 'bank_redirect'],
  ['payment.failureCode', undefined, 'payment.failure', { code: 'declined', retryable: true }],
  ['tokenizer.name', 'x', 'paymentMethods[0].tokenizer.name', 'x'],
  ['tokenizer.frameUrl', 'x', 'paymentMethods[0].tokenizer.frameUrl', 'x'],
  ['tokenizer.publicKey', undefined, 'paymentMethods[0].tokenizer.publicKey', undefined],
];
const IGNORED = [
  'paymentLinkId',
  'paymentConfigs[0].product',
  'url',
  'customer.id',
  'destinations',
  'owner.identityId', // who the merchant is, beyond the name, is no business of a page
  'owner.lastname',
  'owner.documentNumber',
  'owner.entityType',
  'payment.externalId',
  'payment.origins[0].currency',
  'payment.origins[0].amount',
  'payment.origins[0].card.mask',
];
/** Members of a second element, and the tables of statuses below. */
const ELSEWHERE = [
  /^status$/,
  /^payment\.status$/,
  /^paymentConfigs\[[01]\]\.paymentMethods\[\d\]/,
  /^paymentConfigs\[1\]/,
  /^paymentMethodsAllowed/,
];

describe('Conomy session', () => {
  test('reads the documented answer', () => {
    expect(conomy.parseSession(DOCUMENTED)).toEqual({
      id: 'chk_sess_1',
      version: 0,
      livemode: true,
      status: 'open',
      attempt: 1,
      canRetryAfterFailure: false, // nothing numbers the tries
      currency: 'CLP',
      amount: {
        subtotal: 588235,
        discount: 0,
        tax: 111765,
        shipping: 0,
        total: 700000,
        paid: 0,
        due: 700000,
      },
      items: [
        {
          name: 'Coffee',
          quantity: 1,
          unitAmount: 588235,
          totalAmount: 700000,
          tax: { name: 'IVA', type: 'percentage', value: '19', amount: 111765 },
        },
      ],
      merchant: { name: 'Shop' },
      submitType: 'pay',
      customer: {
        firstName: 'Ana',
        lastName: 'Souza',
        email: 'ana@example.com',
        phone: '+573001234567',
        document: '12.345.678-5',
        documentType: 'RUT',
        address: {
          line1: 'Av. A',
          number: '10',
          complement: 'of. 2',
          district: 'Providencia',
          city: 'Santiago',
          state: 'Región Metropolitana',
          postalCode: '7500000',
          country: 'CL',
        },
      },
      requiredFields: ['firstName', 'lastName', 'email'],
      customFields: [],
      paymentMethods: [
        { id: 'CARD', type: 'card', requiredFields: ['email', 'phone'] },
        { id: 'ETPAY', type: 'bank_redirect', label: 'ETpay', requiredFields: [] },
        {
          id: 'PIX:BRL',
          type: 'pix',
          requiredFields: ['document'],
          documentForm: 'cpf',
          currency: 'BRL',
          exchangeRate: '0.0061',
          exchangePair: 'CLP/BRL',
          amount: 427000,
        },
      ],
      successUrl: 'https://shop.example/done',
      refreshToken: new Secret('tok_1'),
      createdAt: Date.UTC(2025, 11, 7, 4, 53, 12, 758),
      expiresAt: Date.UTC(2025, 11, 7, 5, 23, 12, 758),
    });
  });

  test('has what opens a fresh one, and shows it to nobody who does not ask', () => {
    const session = conomy.parseSession(EXTENDED);
    expect(session.refreshToken?.reveal()).toBe('tok_1');
    expect(JSON.stringify(session)).not.toContain('tok_1');
  });

  test.each(FIELDS)('reads %s = %j as %s', (...row) => {
    expectField(conomy, EXTENDED, row);
  });

  test.each(IGNORED)('makes nothing of %s', (field) => {
    for (const value of [undefined, null, 'other', 7])
      expect(conomy.parseSession(withValue(EXTENDED, field, value))).toEqual(conomy.parseSession(EXTENDED));
  });

  test('has a row for every field', () => {
    const covered = [...FIELDS.map(([field]) => field), ...IGNORED];
    const isCovered = (leaf: string) =>
      covered.includes(leaf) ||
      ELSEWHERE.some((pattern) => pattern.test(leaf)) ||
      leaf.startsWith('destinations');
    expect(leaves(EXTENDED).filter((leaf) => !isCovered(leaf))).toEqual([]);
  });

  test.each([
    // session, payment -> status (attempt 2 is open, the payment is of attempt 1)
    ['ATTEMPT', undefined, 'open'],
    ['ACTIVE', undefined, 'open'],
    ['PROCESSING_PAYMENT', undefined, 'processing'],
    ['FINISHED', undefined, 'paid'],
    ['FAILED', undefined, 'failed'],
    ['EXPIRED', undefined, 'expired'],
    ['attempt', undefined, 'open'],
    ['ARCHIVED', undefined, 'unknown'],
    ['__PROTO__', undefined, 'unknown'],
    ['ACTIVE', 'FAILED', 'open'],
    ['ACTIVE', 'REVERSED', 'open'],
    ['ACTIVE', 'CREATED', 'processing'],
    ['ACTIVE', 'SETTLED', 'paid'],
    ['PROCESSING_PAYMENT', 'CAPTURED', 'processing'],
    ['PROCESSING_PAYMENT', 'RECEIVED', 'paid'],
    ['PROCESSING_PAYMENT', 'FAILED', 'processing'], // the session is about to follow
    ['FINISHED', 'SETTLED', 'paid'],
    ['FINISHED', 'CAPTURED', 'processing'], // "instruction sent, funds not yet arrived"
    ['FINISHED', 'FAILED', 'unknown'], // they contradict one another
    ['FINISHED', 'REFUNDED', 'canceled'],
    ['FAILED', 'FAILED', 'failed'],
    ['FAILED', 'SETTLED', 'paid'],
    ['EXPIRED', 'PENDING', 'processing'], // accepted before the expiry, lives on
    ['EXPIRED', 'SETTLED', 'paid'],
    ['EXPIRED', 'FAILED', 'expired'],
    ['ACTIVE', 'ON_THE_MOON', 'unknown'],
    ['ARCHIVED', 'SETTLED', 'unknown'],
  ])('session %s with payment %s is %s', (sent, payment, status) => {
    const body = { ...EXTENDED, status: sent, payment: payment && { ...PAYMENT, status: payment } };
    const session = conomy.parseSession(body);
    expect(session.status).toBe(status);
    expect(session.amount.due).toBe(status === 'paid' ? 0 : 700000);
    expect(session.canRetryAfterFailure).toBe(status !== 'failed');
  });

  test.each([
    ['what the method was offered for', '427000', 'BRL', 'PIX', 'paid'],
    ['less than that', '426999', 'BRL', 'PIX', 'unknown'],
    ['what another method was offered for', '427000', 'BRL', 'CARD', 'unknown'],
    ['a currency nothing was offered in', '900000', 'USD', 'PIX', 'unknown'],
  ])(
    'that settled %s in another currency is believed for it alone: %s %s by %s',
    (_what, amount, currency, type, status) => {
      const payment = { ...PAYMENT, status: 'SETTLED', amount, currency, origins: [{ type }] };
      expect(conomy.parseSession({ ...EXTENDED, status: 'ACTIVE', payment }).status).toBe(status);
      expect(conomy.parseSession({ ...EXTENDED, status: 'FINISHED', payment }).status).toBe('paid');
    },
  );

  test.each([
    [2, undefined, 'open', true],
    [1, undefined, 'failed', false], // no further try was opened
    [2, false, 'failed', false],
    [undefined, undefined, 'failed', false],
  ])('after a failed first try, attempt %s and retryable %s: %s', (attempt, retryable, status, canRetry) => {
    const session = conomy.parseSession({
      ...EXTENDED,
      status: 'ACTIVE',
      attempt,
      payment: { ...PAYMENT, retryable },
    });
    expect(session).toMatchObject({ status, canRetryAfterFailure: canRetry });
    expect(session.payment?.failure).toEqual({ code: 'insufficient_funds', retryable: canRetry });
  });

  test('offers a rail once for each currency', () => {
    const twice = withValue(DOCUMENTED, 'paymentConfigs[1].paymentMethods', [
      method('CARD'),
      method('CARD', { id: 'CARD' }),
    ]);
    const ids = conomy.parseSession(twice).paymentMethods.map(({ id }) => id);
    expect(ids).toEqual(['CARD', 'ETPAY', 'CARD:BRL']);
  });

  test.each<[rail: string, type: string, label: string | undefined]>([
    ['CARD', 'card', undefined],
    ['PIX', 'pix', undefined],
    ['ETPAY', 'bank_redirect', 'ETpay'],
    ['WEBPAY', 'bank_redirect', 'Webpay'],
    ['WOMPI', 'bank_redirect', 'Wompi'],
    ['PSE', 'bank_redirect', 'PSE'],
    ['BANCOLOMBIA', 'bank_redirect', 'Bancolombia'],
    ['DAVIVIENDA', 'bank_redirect', 'Davivienda'],
    ['KHIPU', 'bank_redirect', 'Khipu'],
    ['SPEI', 'bank_transfer', 'SPEI'],
    ['CVU', 'bank_transfer', 'CVU'],
    ['ACH', 'bank_transfer', 'ACH'],
    ['FEDNOW', 'bank_transfer', 'FedNow'],
    ['RTP', 'bank_transfer', 'RTP'],
    ['PAGO_MOVIL', 'bank_transfer', 'Pago Móvil'],
    ['BANK_ACCOUNT', 'bank_transfer', undefined],
    ['PCT', 'bank_transfer', 'Transferencia con QR (PCT)'],
    ['LIGO', 'bank_transfer', 'Ligo'],
    ['SIP', 'bank_transfer', 'QR Simple (SIP)'],
    ['NEQUI', 'mobile_money', 'Nequi'],
    ['DAVIPLATA', 'mobile_money', 'DaviPlata'],
    ['FINTOC', 'fintoc', undefined],
    ['CRYPTO', 'crypto', undefined],
  ])('offers the rail %s as %s %s', (rail, type, label) => {
    const [offered] = conomy.parseSession({
      ...DOCUMENTED,
      paymentConfigs: [],
      paymentMethodsAllowed: [rail],
    }).paymentMethods;
    expect(offered).toMatchObject({ id: rail, type });
    expect(offered?.label).toBe(label);
  });

  test('asks for Pix what its document asks for, where no config says it', () => {
    const [pix] = conomy.parseSession({
      ...DOCUMENTED,
      currency: 'BRL',
      paymentConfigs: [],
      paymentMethodsAllowed: ['PIX'],
    }).paymentMethods;
    expect(pix?.requiredFields).toEqual(['firstName', 'lastName', 'email', 'document']);
  });

  test.each([
    ['id', undefined],
    ['status', 7],
    ['currency', 'pesos'],
    ['totalAmount', undefined],
    ['totalAmount', 700000], // "all money fields are strings"
    ['totalAmount', '7000.00'],
    ['totalAmount', '-1'],
    ['totalAmount', '1e5'],
    ['totalAmount', '99999999999999999'],
    ['items[0].preTaxAmount', 'text'],
    ['items[0].totalAmount', ''],
    ['items[0].tax.amount', 'text'],
    ['paymentConfigs[0].currency', undefined],
    ['paymentConfigs[0].paymentMethods', undefined],
    ['paymentConfigs[1].paymentMethods[0].purchaseAmount', 'text'],
    ['customerRequirements', 'email'],
    ['expiresAt', 'text'],
    ['payment.amount', 'text'],
    ['payment.origins', 'text'],
    ['tokenizer.name', undefined],
  ])('refuses %s = %j by its path', (path, value) => {
    expect(refusal(() => conomy.parseSession(withValue(EXTENDED, path, value)))).toMatchObject({
      code: 'malformed_session',
      path,
    });
  });
});

describe('Conomy amounts', () => {
  const major = createConomy(countries, { amountUnit: 'major' });
  const inBrl = {
    ...DOCUMENTED,
    currency: 'BRL',
    paymentConfigs: [],
    items: [],
    preTaxAmount: '10',
    totalAmount: '10.5',
    paymentMethodsAllowed: ['PIX'],
  };

  test.each([
    ['CLP', '700000', 700000],
    ['BRL', '700000', 70000000],
    ['BRL', '10.5', 1050],
    ['COP', '10.50', 1050],
  ])('reads major units of %s: %s is %i', (currency, totalAmount, total) => {
    expect(
      major.parseSession({ ...inBrl, currency, preTaxAmount: undefined, totalAmount }).amount.total,
    ).toBe(total);
  });

  test('refuses more decimals than the currency has', () => {
    expect(refusal(() => major.parseSession({ ...inBrl, totalAmount: '10.505' }))).toMatchObject({
      path: 'totalAmount',
      message: "The API's session is malformed at totalAmount: expected a string of major units.",
    });
  });

  test('writes the unit it reads', () => {
    const body = major.paymentBody(requestFor(major.parseSession(inBrl), 'PIX'));
    expect(onWire(body)).toMatchObject({ origins: [{ amount: '10.50' }] });
  });
});

describe('Conomy rails', () => {
  const offering = (...paymentMethods: readonly object[]) =>
    conomy.parseSession({ ...DOCUMENTED, paymentConfigs: [{ currency: 'CLP', paymentMethods }] });

  test.each([
    // A rail nobody here knows, by its generic type.
    ['NEWBANK', 'PAYMENT_INITIATION', 'newbank', 'redirect'],
    ['NEWBANK', 'PAYMENT_INITATION', 'newbank', 'redirect'], // as the documents misspell it
    ['NEWBANK', 'REDIRECT', 'newbank', 'redirect'],
    ['NEWBANK', 'bank_redirect', 'newbank', 'redirect'],
    ['NEWBANK', 'WALLET', 'newbank', undefined],
    ['NEWBANK', 'NO_REDIRECTION', 'newbank', undefined],
    ['ETPAY', 'PAYMENT_INITIATION', 'bank_redirect', undefined], // known well enough
    ['FINTOC', 'PAYMENT_INITIATION', 'fintoc', undefined], // opens a widget, whatever its type says
  ])('%s of the type %s is %s, marked %s', (id, type, becomes, flow) => {
    const [offered] = offering(method(id, { type })).paymentMethods;
    expect(offered?.type).toBe(becomes);
    expect(offered?.flow).toBe(flow);
    expect(supportedSession(offering(method(id, { type }))).paymentMethods).toHaveLength(
      flow !== undefined || becomes === 'bank_redirect' ? 1 : 0,
    );
  });

  test('a rail with a widget of its own is left out, and the merchant is told what to offer instead', () => {
    const session = supportedSession(offering(method('FINTOC'), method('ETPAY')));
    expect(session.paymentMethods.map(({ id }) => id)).toEqual(['ETPAY']);
    expect(session.omittedMethodTypes).toEqual(['fintoc']);
    expect(session.omission).toMatchObject({
      kind: 'integration',
      code: 'unsupported_method',
      hint: expect.stringContaining('ETPAY'),
    });
    expect(offering(method('ETPAY')).omission).toBeUndefined();
  });

  test('a wallet’s number is asked by its own form, and not twice', () => {
    const requiredFields = ['email', 'phoneNumber', 'phoneNumberPrefix'];
    const [wallet] = offering(method('NEQUI', { requiredFields })).paymentMethods;
    expect(wallet).toMatchObject({ requiredFields: ['email'], networks: ['nequi'] });
  });

  test.each([
    [
      [{ id: '1007', name: 'Bancolombia' }, { id: '1051' }],
      'select',
      [
        { value: '1007', label: 'Bancolombia' },
        { value: '1051', label: '1051' },
      ],
    ],
    [undefined, 'text', []],
    ['soon', 'text', []],
  ])('the bank of PSE is asked from the session’s list %j: %s', (banks, type, options) => {
    const session = offering(method('PSE', { requiredFields: ['bankId', 'email'], banks }), method('ETPAY'));
    expect(session.customFields).toEqual([
      { key: 'bankId', label: '', type, required: true, options, methodId: 'PSE' },
    ]);
  });

  test.each([
    ['INSUFFICIENT_BALANCE', 'insufficient_funds'],
    ['CANCELLED_BY_USER', 'canceled_by_payer'],
    ['EXPIRED', 'payment_timeout'],
    ['INVALID_PIN', 'wrong_pin'],
    ['LIMIT_REACHED', 'limit_exceeded'],
    ['SUBSCRIBER_NOT_FOUND', 'payer_not_found'],
    ['SERVICE_UNAVAILABLE', 'provider_unavailable'],
    ['SOMETHING_ELSE', 'declined'],
  ])('a wallet that failed with %s says %s', (failureCode, code) => {
    const body = { ...PAYMENT, status: 'FAILED', failureCode, origins: [{ type: 'NEQUI', nequi: {} }] };
    expect(paymentOf(conomy, body, offering(method('NEQUI'))).failure?.code).toBe(code);
  });
});

describe('Conomy payments', () => {
  const session = conomy.parseSession({ ...EXTENDED, payment: undefined });
  const read = (body: object) => paymentOf(conomy, { ...PAYMENT, failureCode: undefined, ...body }, session);

  test.each([
    // Of all five lists of statuses.
    ['CREATED', 'processing'],
    ['ATTEMPT', 'processing'],
    ['PENDING', 'processing'],
    ['AUTHORIZED', 'processing'],
    ['CAPTURED', 'processing'],
    ['REQUIRES_REVIEW', 'processing'],
    ['DISPUTED', 'processing'],
    ['RECEIVED', 'succeeded'],
    ['SETTLED', 'succeeded'],
    ['COMPLETED', 'succeeded'],
    ['FAILED', 'failed'],
    ['REFUNDED', 'canceled'],
    ['REVERSED', 'canceled'],
    ['settled', 'succeeded'],
    ['CRYSTALLISED', 'unknown'],
    ['valueOf', 'unknown'],
  ])('reads the status %s as %s', (status, becomes) => {
    expect(read({ status }).status).toBe(becomes);
  });

  const expiredAt = '2025-12-07T05:23:12.758Z';
  const expiresAt = Date.UTC(2025, 11, 7, 5, 23, 12, 758);
  const qr = (data: string) => ({ type: 'qr_code', scheme: 'pix', data, expiresAt });
  test.each([
    [
      'data and a picture',
      [{ type: 'PIX', pix: { qrCode: PNG, data: BR_CODE, expiredAt, instructions: 'x' } }],
      qr(BR_CODE),
    ],
    [
      'data and another code',
      [{ type: 'PIX', pix: { qrCode: '000201other', data: BR_CODE, expiredAt } }],
      qr(BR_CODE),
    ],
    [
      'a code where the picture would be',
      [{ type: 'PIX', pix: { qrCode: BR_CODE, expiredAt } }],
      qr(BR_CODE),
    ],
    ['a picture alone', [{ type: 'PIX', pix: { qrCode: PNG, expiredAt } }], undefined],
    [
      'a bank’s page',
      [{ type: 'ETPAY', etpay: { url: 'https://bank.example', token: 't', expiresAt: expiredAt } }],
      { type: 'redirect', url: 'https://bank.example' },
    ],
    [
      'a page of a rail nobody knows',
      [{ type: 'PAGO_MOVIL', pagoMovil: { url: 'https://bank.example' } }],
      { type: 'redirect', url: 'https://bank.example' },
    ],
    [
      'a wallet',
      [{ type: 'CRYPTO', wallet: { url: 'https://w.example' } }],
      { type: 'redirect', url: 'https://w.example' },
    ],
    [
      '3-D Secure',
      [{ type: 'CARD', card: { threeDSecureUrl: 'https://acs.example' } }],
      { type: 'three_d_secure', url: 'https://acs.example' },
    ],
    [
      'a QR code of another country',
      [{ type: 'PCT', pct: { qrCode: '000201AR', expiredAt } }],
      { type: 'wallet_code', code: '000201AR', expiresAt },
    ],
    [
      'a QR code beside a picture of it',
      [{ type: 'SIP', sip: { qrCode: PNG, data: 'c2lw' } }],
      { type: 'wallet_code', code: 'c2lw' },
    ],
    ['a picture of a QR code, which nobody can check', [{ type: 'LIGO', ligo: { qrCode: PNG } }], undefined],
    [
      'a picture as an address',
      [{ type: 'PCT', pct: { qrCode: `data:image/png;base64,${PNG}` } }],
      undefined,
    ],
    [
      'an account in Mexico',
      [
        {
          type: 'SPEI',
          spei: {
            id: 'n1',
            token: 't',
            clabe: '646180110400000007',
            bankName: 'STP',
            reference: '17',
            expiresAt: expiredAt,
          },
        },
      ],
      {
        type: 'bank_transfer',
        rows: [
          { key: 'clabe', value: '646180110400000007' },
          { key: 'bank', value: 'STP' },
          { key: 'reference', value: '17' },
        ],
        expiresAt,
      },
    ],
    [
      'an account in words of the provider’s own',
      [
        {
          type: 'FEDNOW',
          fedNow: {
            instructions: [
              { key: 'branch', label: 'Branch', value: '7' },
              { name: 'memo', value: 'x' },
            ],
          },
        },
      ],
      {
        type: 'bank_transfer',
        rows: [
          { key: 'branch', label: 'Branch', value: '7' },
          { key: 'memo', label: 'memo', value: 'x' },
        ],
      },
    ],
    [
      'an account that is not there yet',
      [{ type: 'CVU', cvu: { instructions: 'soon', id: 'n' } }],
      undefined,
    ],
    [
      'a wallet on the phone',
      [
        {
          type: 'NEQUI',
          nequi: { customer: { phoneNumberPrefix: '+57', phoneNumber: '3001234567' }, expiresAt: expiredAt },
        },
      ],
      { type: 'phone_prompt', network: 'nequi', phone: '+573001234567', expiresAt },
    ],
    [
      'a wallet that does not repeat the number',
      [{ type: 'DAVIPLATA', daviplata: {} }],
      { type: 'phone_prompt', network: 'daviplata', phone: '' },
    ],
    ['a rail named like a member of every object', [{ type: 'constructor', constructor: {} }], undefined],
    ['no payload', [{ type: 'PIX' }], undefined],
    ['no origins', [], undefined],
  ])('reads what %s asks for', (_name, origins, nextAction) => {
    const payment = read({ status: 'ATTEMPT', origins });
    expect(payment.nextAction).toEqual(nextAction);
    expect(payment.status).toBe(nextAction ? 'requires_action' : 'processing');
  });

  test('takes a page named beside the origins', () => {
    expect(read({ status: 'ATTEMPT', origins: [], nextAction: { url: 'https://a.example' } })).toMatchObject({
      status: 'requires_action',
      nextAction: { type: 'redirect', url: 'https://a.example' },
    });
  });

  test('takes from the session what a payment does not carry', () => {
    expect(
      paymentOf(conomy, { id: 'p', status: 'CREATED', checkoutSessionId: 'chk_sess_1' }, session),
    ).toEqual({
      id: 'p',
      attempt: 2,
      status: 'processing',
      amount: 700000,
      currency: 'CLP',
      method: '',
    });
  });

  test.each([
    ['id', { id: undefined }],
    ['status', { status: undefined }],
    ['amount', { amount: '7.5' }],
    ['origins[0]', { origins: ['PIX'] }],
  ])('refuses a payment by its %s', (path, wrong) => {
    expect(refusal(() => conomy.parsePayment({ ...PAYMENT, ...wrong }, session))).toMatchObject({
      code: 'malformed_payment',
      path,
    });
  });
});

describe('Conomy errors', () => {
  test.each([
    // {statusCode, error, message}
    [400, { statusCode: 400, error: 'Bad Request', message: 'Text' }, 'invalid_request', 'Text', undefined],
    [401, { statusCode: 401, error: 'Unauthorized', message: 'Text' }, 'invalid_token', 'Text', undefined],
    [404, { statusCode: 404, error: 'Not Found', message: 'Text' }, 'not_found', 'Text', undefined],
    [410, { statusCode: 410, error: 'Gone', message: 'Text' }, 'session_expired', 'Text', undefined],
    [
      500,
      { statusCode: 500, error: 'Internal Server Error', message: 'Text' },
      'internal_server_error',
      'Text',
      undefined,
    ],
    [
      409,
      { statusCode: 409, error: 'Conflict', message: 'payment_exists' },
      'payment_exists',
      'payment_exists',
      undefined,
    ],
    [
      409,
      { statusCode: 409, error: 'Conflict', message: 'Text', code: 'in_progress' },
      'in_progress',
      'Text',
      undefined,
    ],
    [
      400,
      { statusCode: 400, error: 'Bad Request', message: ['Text', 'More'] },
      'invalid_request',
      'Text',
      undefined,
    ],
    // {status, code, type, detail, traceId}
    [
      500,
      { status: 500, code: '01', type: 'serverError', detail: 'Text', traceId: 't' },
      'server_error',
      'Text',
      't',
    ],
    [500, { status: 500, code: '02', type: 'unknown', detail: 'Text', traceId: 't' }, 'unknown', 'Text', 't'],
    [
      400,
      { status: 400, code: '11', type: 'invalidParam', detail: 'Text', traceId: 't' },
      'invalid_request',
      'Text',
      't',
    ],
    [
      400,
      { status: 400, code: '12', type: 'missingParam', detail: 'Text', traceId: 't' },
      'invalid_request',
      'Text',
      't',
    ],
    [
      409,
      { status: 409, code: '13', type: 'alreadyExist', detail: 'Text', traceId: 't' },
      'payment_exists',
      'Text',
      't',
    ],
    [
      400,
      { status: 400, code: '14', type: 'parsingResource', detail: 'Text', traceId: 't' },
      'invalid_request',
      'Text',
      't',
    ],
    [
      422,
      { status: 422, code: '21', type: 'failedPrecondition', detail: 'Text', traceId: 't' },
      'failed_precondition',
      'Text',
      't',
    ],
    [
      404,
      { status: 404, code: '31', type: 'notFound', detail: 'Text', traceId: 't' },
      'not_found',
      'Text',
      't',
    ],
    [
      429,
      { status: 429, code: '32', type: 'tooManyRequests', detail: 'Text', traceId: 't' },
      'rate_limited',
      'Text',
      't',
    ],
    [
      401,
      { status: 401, code: '41', type: 'unauthorized', detail: 'Text', traceId: 't' },
      'invalid_token',
      'Text',
      't',
    ],
    [
      501,
      { status: 501, code: '42', type: 'unimplemented', detail: 'Text', traceId: 't' },
      'unimplemented',
      'Text',
      't',
    ],
    [
      403,
      { status: 403, code: '43', type: 'forbiddenOperation', detail: 'Text', traceId: 't' },
      'forbidden',
      'Text',
      't',
    ],
    [
      409,
      {
        status: 409,
        code: '21',
        type: 'failedPrecondition',
        reason: 'payment_exists',
        detail: 'Text',
        traceId: 't',
      },
      'payment_exists',
      'Text',
      't',
    ],
  ])('reads a %i %j as %s', (status, body, code, message, requestId) => {
    expect(conomy.parseError(status, body)).toMatchObject({ code, message, requestId });
  });

  const session = conomy.parseSession(EXTENDED);
  test('reads the payment that stands in the way', () => {
    const body = {
      statusCode: 409,
      error: 'Conflict',
      message: 'payment_exists',
      payment: { ...PAYMENT, status: 'PENDING', amount: undefined },
    };
    expect(conomy.parseError(409, body, session).payment).toMatchObject({
      id: 'pay_1',
      status: 'processing',
      amount: 700000,
    });
  });

  test('leaves a payment out whose amount cannot be read', () => {
    expect(
      conomy.parseError(409, { code: 'payment_exists', payment: { ...PAYMENT, amount: '7.5' } }).payment,
    ).toBeUndefined();
  });
});

describe('Conomy payment bodies', () => {
  const session = conomy.parseSession({
    ...EXTENDED,
    payment: undefined,
    paymentConfigs: [
      {
        currency: 'CLP',
        paymentMethods: ['CARD', 'ETPAY', 'PSE', 'BANK_ACCOUNT', 'FEDNOW', 'SPEI', 'PCT', 'NEQUI'].map((id) =>
          method(id),
        ),
      },
      { currency: 'BRL', paymentMethods: [method('PIX', { purchaseAmount: '427000' })] },
    ],
  });
  const customer = {
    firstName: 'Ana',
    lastName: 'Souza',
    email: 'ana@example.com',
    phoneNumber: '3001234567',
    phoneNumberPrefix: '+57',
    documentType: 'RUT',
    documentNumber: '123456785',
    address: DOCUMENTED.customer.address,
  };
  const urls = { successUrl: 'https://shop.example/ok', failedUrl: 'https://shop.example/sorry' };

  test.each([
    ['PIX:BRL', {}, { type: 'PIX', currency: 'BRL', amount: '427000', pix: { customer, ...urls } }],
    ['ETPAY', {}, { type: 'ETPAY', currency: 'CLP', amount: '700000', etpay: { customer, ...urls } }],
    [
      'PSE',
      { customFields: { bankId: '1007' } },
      { type: 'PSE', currency: 'CLP', amount: '700000', pse: { customer, bankId: '1007', ...urls } },
    ],
    [
      'BANK_ACCOUNT',
      {},
      { type: 'BANK_ACCOUNT', currency: 'CLP', amount: '700000', bank: { customer, ...urls } },
    ],
    ['SPEI', {}, { type: 'SPEI', currency: 'CLP', amount: '700000', spei: { customer, ...urls } }],
    ['PCT', {}, { type: 'PCT', currency: 'CLP', amount: '700000', pct: { customer, ...urls } }],
    ...['300 765 4321', '+57 300 765 4321', '573007654321', '0057 3007654321'].map(
      (phone): [string, object, object] => [
        'NEQUI',
        { details: { phone, network: 'nequi' } },
        {
          type: 'NEQUI',
          currency: 'CLP',
          amount: '700000',
          nequi: { customer: { ...customer, phoneNumber: '3007654321', phoneNumberPrefix: '+57' }, ...urls },
        },
      ],
    ),
    ['FEDNOW', {}, { type: 'FEDNOW', currency: 'CLP', amount: '700000', fedNow: { customer, ...urls } }],
    [
      'CARD',
      {
        card: {
          token: 'tok_1',
          brand: 'visa',
          last4: '4242',
          expiryMonth: 12,
          expiryYear: 2030,
          holderName: 'ANA SOUZA',
        },
      },
      {
        type: 'CARD',
        currency: 'CLP',
        amount: '700000',
        card: { token: 'tok_1', holder: 'ANA SOUZA', expiryMonth: 12, expiryYear: 2030, scheme: 'visa' },
      },
    ],
  ])('writes %s %j', (id, given, origin) => {
    expect(onWire(conomy.paymentBody(requestFor(session, id, given)))).toEqual({
      origins: [origin],
      // A card's node has no place for the payer.
      ...(id === 'CARD' && { customer }),
      locale: 'pt-BR',
      returnUrl: 'https://shop.example/cart',
    });
  });

  test.each([
    [{ name: 'Ana Maria Souza' }, { firstName: 'Ana', lastName: 'Maria Souza' }],
    [{ name: 'Ana' }, { firstName: 'Ana' }],
    [{ name: '  ' }, {}],
    [{ phone: '+56 9 1234 5678' }, { phoneNumberPrefix: '+56', phoneNumber: '912345678' }],
    [{ phone: '+5511987654321' }, { phoneNumberPrefix: '+55', phoneNumber: '11987654321' }],
    [{ phone: '+12025550123' }, { phoneNumberPrefix: '+1', phoneNumber: '2025550123' }],
    [{ phone: '+595981123456' }, { phoneNumberPrefix: '+595', phoneNumber: '981123456' }],
    [{ phone: '+263771234567' }, { phoneNumberPrefix: '+263', phoneNumber: '771234567' }],
    [{ phone: '+447911123456' }, { phoneNumberPrefix: '+44', phoneNumber: '7911123456' }],
    [{ phone: '+919876543210' }, { phoneNumberPrefix: '+91', phoneNumber: '9876543210' }],
    [{ phone: '+353861234567' }, { phoneNumberPrefix: '+353', phoneNumber: '861234567' }],
    [{ phone: '+79161234567' }, { phoneNumberPrefix: '+7', phoneNumber: '9161234567' }],
    [{ phone: '912345678' }, { phoneNumber: '912345678' }],
    [{ document: '529.982.247-25' }, { documentNumber: '52998224725' }],
    [{ address: { line1: 'Rua A', country: 'BR' } }, { address: { street: 'Rua A', country: 'BRA' } }],
    [{ address: { line1: 'Rua A', country: 'ZZ' } }, { address: { street: 'Rua A' } }],
    [{}, {}],
  ])('writes the customer %j', (typed, written) => {
    const body = conomy.paymentBody(requestFor(session, 'ETPAY', { customer: typed }));
    expect(onWire(body)).toMatchObject({ origins: [{ etpay: { customer: written } }] });
    expect(
      (onWire(body) as { origins: [{ etpay: { customer: object } }] }).origins[0].etpay.customer,
    ).toEqual(written);
  });

  test('confirms with the code', () => {
    expect(conomy.confirmBody?.({ code: '1' })).toEqual({ code: '1' });
  });
});

describe('Conomy requests', () => {
  test.each([
    ['chk_sess_1', true],
    ['0123456789abcdef', true],
    ['short', false],
    ['with space in it', false],
    ['../../secrets', false],
  ])('takes the token %s: %s', (token, fits) => {
    expect(conomy.tokenPattern.test(token)).toBe(fits);
  });

  test('names the session by its id, which a refresh may change', () => {
    expect(conomy.authorization('chk_sess_1')).toEqual({ Authorization: 'Bearer chk_sess_1' });
    expect(conomy.pathId?.(undefined, 'chk_sess_1')).toBe('chk_sess_1');
    expect(conomy.pathId?.(conomy.parseSession({ ...DOCUMENTED, id: 'chk_sess_2' }), 'chk_sess_1')).toBe(
      'chk_sess_2',
    );
  });
});
