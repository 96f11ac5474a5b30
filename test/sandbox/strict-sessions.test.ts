import { describe, expect, test } from 'vitest';
import { CURRENCIES } from '../../src/sandbox/engine/currencies.js';
import { SANDBOX_KEYS } from '../../src/sandbox/index.js';
import { ISO_ROWS } from '../support/iso-4217.js';
import { createServer, type Reply, type Server } from './support.js';

type Body = Readonly<Record<string, unknown>>;

/** A merchant's request of each provider that is taken as it is. */
interface Merchant {
  readonly path: string;
  readonly headers: (
    server: Server,
  ) => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
  readonly body: Body;
  /** Where the provider's own documents say another status than 422 for a wrong member. */
  readonly status: number;
  /** What the provider's shape of an error says of the member, and of how to put it right. */
  readonly read: (body: Reply['body']) => readonly [param: unknown, words: unknown];
}

const ITEM = { name: 'Tea', quantity: 2, unitAmount: 2500 };
const OK = 'https://shop.example/ok';

const MERCHANTS: Readonly<Record<string, Merchant>> = {
  native: {
    path: '/native/checkout-sessions',
    headers: () => ({ Authorization: 'Bearer sk_test_sandbox' }),
    body: { currency: 'BRL', amount: 5000 },
    status: 422,
    read: ({ param, detail }) => [param, detail],
  },
  z2pay: {
    path: '/z2pay/checkout/sessions',
    headers: () => ({ 'x-api-key': 'z2_chk_sk_sandbox' }),
    body: { items: [ITEM], paymentMethods: { pix: { enabled: true } } },
    status: 400, // `validation_failed`
    read: ({ error }) => [error.param, error.message],
  },
  plugtopay: {
    path: '/plugtopay/api/v1/checkout/sessions',
    headers: () => ({ 'X-API-Key': 'p2p_test_sandbox' }),
    body: { amount: 5000, currency: 'BRL', merchant_order_id: '7' },
    status: 422,
    read: ({ param, message }) => [param, message],
  },
  conomy: {
    path: '/conomy/checkout-sessions',
    async headers({ call }) {
      const key = { 'x-api-key': SANDBOX_KEYS.conomy.apiKey };
      const { clientId, clientSecret } = SANDBOX_KEYS.conomy;
      const body = { clientId, clientSecret };
      const { accessToken } = (await call('/conomy/auth', { headers: key, body })).body as {
        accessToken: string;
      };
      return { ...key, Authorization: `Bearer ${accessToken}`, 'User-Agent': 'shop/1' };
    },
    body: {
      checkoutToken: 'order-7',
      items: [{ preTaxAmount: '5000', totalAmount: '5000', description: 'Tea' }],
      currency: 'BRL',
      paymentMethodsAllowed: ['PIX'],
      destinations: [{ identityId: '1' }],
      duration: 1800,
      owner: { identityId: '1' },
    },
    status: 400, // `invalidParam`
    read: ({ param, message }) => [param, message],
  },
  payonify: {
    path: '/payonify/v1/checkout/sessions',
    headers: () => ({ Authorization: `Basic ${btoa('pk_test_sandbox:sk_test_sandbox')}` }),
    body: {
      line_items: [{ name: 'Tea', quantity: 2, unit_amount: 2500 }],
      mode: 'payment',
      success_url: OK,
      cancel_url: OK,
      currency: 'usd',
    },
    status: 400, // `parameter_invalid`
    read: ({ param, message }) => [param, message],
  },
};

async function create(provider: string, change: Body): Promise<Reply & { readonly server: Server }> {
  const merchant = MERCHANTS[provider];
  if (!merchant) throw new Error(provider);
  const server = createServer();
  const reply = await server.call(merchant.path, {
    headers: await merchant.headers(server),
    body: { ...merchant.body, ...change },
  });
  return { ...reply, server };
}

/** Refused, with the member's name, words that help, and no session left behind. */
async function expectRefusal(provider: string, change: Body, param: string, words: RegExp): Promise<void> {
  const { status, body, server } = await create(provider, change);
  const merchant = MERCHANTS[provider];
  expect([status, ...(merchant?.read(body) ?? [])]).toEqual([
    merchant?.status,
    param,
    expect.stringMatching(words),
  ]);
  const { sandbox } = server;
  expect(() => sandbox.session(String(body.id))).toThrow();
}

describe.each(Object.keys(MERCHANTS))('the sandbox as %s', (provider) => {
  test('makes a session of a sound request', async () => {
    expect((await create(provider, {})).status).toBe(201);
  });

  const end = { z2pay: 'expiresAt', conomy: 'expiresAt', native: 'expiresAt' }[provider] ?? 'expires_at';
  test('takes no moment as the end of a session, above all no past one', async () => {
    const lifetime = /expiresIn|expires_in|expiresInMinutes|duration|24 hours/;
    await expectRefusal(provider, { [end]: '2020-01-01T00:00:00Z' }, end, lifetime);
  });
});

describe.each([
  ['native', 'successUrl'],
  ['native', 'cancelUrl'],
  ['native', 'failureUrl'],
  ['z2pay', 'successUrl'],
  ['z2pay', 'cancelUrl'],
  ['plugtopay', 'success_url'],
  ['plugtopay', 'cancel_url'],
  ['conomy', 'successUrl'],
  ['conomy', 'failedUrl'],
  ['payonify', 'success_url'],
  ['payonify', 'cancel_url'],
])('%s: %s', (provider, member) => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,paid',
    'ftp://shop.example/ok',
    'myapp://paid',
    'http://shop.example/ok', // the checkout would not go there
    'https://ana:secret@shop.example/ok',
    '//shop.example/ok',
    '/ok',
    'shop.example',
  ])('is not %s', async (url) => {
    await expectRefusal(provider, { [member]: url }, member, /https/);
  });

  test.each([OK, 'http://localhost:4100/ok', `${OK}?s={CHECKOUT_SESSION_ID}`])('may be %s', async (url) => {
    expect((await create(provider, { [member]: url })).status).toBe(201);
  });
});

// Nonsense that the request of each provider has room for; the member is called as the provider calls it.
test.each([
  ['z2pay', { currency: 'USD' }, 'currency', /only BRL/],
  ['z2pay', { paymentMethods: { paypal: { enabled: true } } }, 'paymentMethods.paypal', /no such member/],
  ['z2pay', { paymentMethods: { combined: { enabled: true } } }, 'paymentMethods', /has to be enabled/],
  ['z2pay', { expiresInMinutes: -5 }, 'expiresInMinutes', /At least 5/],
  ['z2pay', { discounts: [{ amount: 5000 }] }, 'discounts', /above 0/],
  ['plugtopay', { currency: 'XYZ' }, 'currency', /One of: BRL, USD/],
  ['plugtopay', { payment_method: 'paypal' }, 'payment_method', /One of: card, pix/],
  ['plugtopay', { payment_method: 'pix', currency: 'USD' }, 'payment_method', /BRL/],
  ['plugtopay', { expires_in: -1 }, 'expires_in', /At least 60/],
  ['conomy', { currency: 'XYZ' }, 'currency', /One of: CLP/],
  ['conomy', { paymentMethodsAllowed: ['PAYPAL'] }, 'paymentMethodsAllowed[0]', /One of: .*PIX/],
  ['conomy', { duration: 0 }, 'duration', /At least 30/],
  [
    'conomy',
    { items: [{ preTaxAmount: '5000', totalAmount: '9999', description: 'Tea' }] },
    'items[0].totalAmount',
    /come to 5000/,
  ],
  ['payonify', { currency: 'xyz' }, 'currency', /One of: usd, zwg/],
  ['payonify', { payment_method_types: ['paypal'] }, 'payment_method_types[0]', /One of: .*ecocash/],
  ['payonify', { line_items: [{ name: 'Tea', quantity: 1, unit_amount: 5 }] }, 'line_items', /at least 100/],
] as const)('%s refuses %j', async (provider, change, param, words) => {
  await expectRefusal(provider, change, param, words);
});

const card = (offer: Body): Body => ({ paymentMethods: [{ type: 'card', installments: [offer] }] });
const priced = (amount: unknown, item: Body = {}): Body => ({ amount, items: [{ ...ITEM, ...item }] });
const tax = (type: string, value: string, amount: number): Body => ({ tax: { type, value, amount } });

describe('a session of the native format', () => {
  test.each([
    // Methods nobody knows
    ...['nonsense', '__proto__', 'constructor', 'ECOCASH'].map(
      (network) =>
        [
          { paymentMethods: ['pix', { type: 'mobile_money', networks: ['ecocash', network] }] },
          'paymentMethods[1].networks',
          /knows ecocash, .*begins with x_/,
        ] as const,
    ),
    [{ paymentMethods: ['paypal'] }, 'paymentMethods[0].type', /knows card, pix, .*begins with x_/],
    [{ paymentMethods: ['pix', { type: 'Card' }] }, 'paymentMethods[1].type', /knows card/],
    [{ paymentMethods: ['constructor'] }, 'paymentMethods[0].type', /knows card/],
    [{ paymentMethods: ['pix', 'pix'] }, 'paymentMethods[1].id', /id of its own/],
    // Instalments that do not multiply
    [
      card({ count: 12, amount: 459, total: 5000 }),
      'paymentMethods[0].installments[0].total',
      /12 × 459 is 5508, not 5000/,
    ],
    [card({ count: 3, amount: 1667, total: 4998 }), 'paymentMethods[0].installments[0].total', /is 5001/],
    [card({ count: 1, amount: 4999, total: 5000 }), 'paymentMethods[0].installments[0].total', /is 4999/],
    [
      card({ count: 12, amount: 459, total: 5508, interestFree: true }),
      'paymentMethods[0].installments[0].total',
      /the price, 5000/,
    ],
    [card({ count: 0, amount: 0, total: 0 }), 'paymentMethods[0].installments[0].count', /At least/],
    // Prices that do not add up
    [priced(4999), 'amount', /items come to 5000/],
    [priced({ total: 4999 }), 'amount.total', /is 5000/],
    [priced({ discount: 500, shipping: 200, total: 5000 }), 'amount.total', /is 4700/],
    [priced({ subtotal: 4000 }), 'amount.subtotal', /come to 5000/],
    [priced({ tax: 10 }, tax('fixed', '950', 950)), 'amount.tax', /come to 950/],
    [priced(undefined, { totalAmount: 5001 }), 'items[0].totalAmount', /is 5000/],
    [priced(undefined, tax('percentage', '19', 95)), 'items[0].tax.amount', /19 % of the item is 950/],
    [priced(undefined, tax('percentage', 'a lot', 95)), 'items[0].tax.value', /decimal/],
    [{ amount: { discount: 100 } }, 'amount.total', /Say the total/],
    [priced({ discount: 5000 }), 'amount', /nothing to pay/],
    // An end in the past
    [{ expiresIn: -60 }, 'expiresIn', /At least 60/],
    [{ expiresIn: 0 }, 'expiresIn', /At least 60/],
    [{ expires_at: 1_600_000_000 }, 'expires_at', /expiresIn/],
    // Currencies that do not exist
    [{ currency: 'XYZ' }, 'currency', /no currency XYZ: .*ISO 4217/],
    [{ currency: 'DEM' }, 'currency', /no currency DEM/],
    [{ currency: 'brl' }, 'currency', /upper-case/],
    [
      { paymentMethods: [{ type: 'card', currency: 'USDX', amount: 1 }] },
      'paymentMethods[0].currency',
      /no currency/,
    ],
    [{ paymentMethods: [{ type: 'card', currency: 'USD' }] }, 'paymentMethods[0].amount', /charged in USD/],
    [
      { paymentMethods: [{ type: 'card', exchangeRate: 'high' }] },
      'paymentMethods[0].exchangeRate',
      /decimal/,
    ],
    [
      { paymentMethods: [{ type: 'card', exchangeRate: '0.0' }] },
      'paymentMethods[0].exchangeRate',
      /above 0/,
    ],
    // Parts without combined payment
    [{ combined: { max: 4 } }, 'combined.enabled', /max counts/],
    [{ combined: { enabled: false, max: 4 } }, 'combined.max', /max counts/],
    [{ combined: { enabled: true } }, 'combined.max', /2 to 8/],
    [{ combined: { enabled: true, max: 9 } }, 'combined.max', /At most 8/],
    // What would have been dropped without a word
    [{ paymentmethods: ['pix'] }, 'paymentmethods', /no such member/],
    [
      { paymentMethods: [{ type: 'card', installment: [] }] },
      'paymentMethods[0].installment',
      /no such member/,
    ],
    [priced(undefined, { price: 3 }), 'items[0].price', /no such member/],
  ] as const)('is not made of %j', async (change, param, words) => {
    await expectRefusal('native', change as Body, param, words);
  });

  test.each([
    card({ count: 3, amount: 1666, total: 5000, interestFree: true }), // the last one takes the rest
    card({ count: 3, amount: 1667, total: 5000, interestFree: true }),
    card({ count: 12, amount: 459, total: 5508, interestRate: '1.99' }),
    priced(5000),
    priced(5950, tax('percentage', '19', 950)),
    priced(undefined, tax('percentage', '33.3', 1665)),
    priced({ discount: 500, shipping: 200, total: 4700 }),
    priced(undefined, { totalAmount: 5000 }),
    { amount: { subtotal: 6000, discount: 1000, total: 5000 } },
    { combined: { enabled: false } },
    { combined: { enabled: true, max: 8 } },
    { currency: 'ZWG' },
    { currency: 'USDC' },
    {
      paymentMethods: [
        { id: 'card', type: 'card' },
        { id: 'card', type: 'card', currency: 'USD', amount: 900, exchangeRate: '5.5' },
      ],
    },
    { paymentMethods: ['pix', { type: 'mobile_money', networks: ['ecocash', 'x_wallet'] }] },
    { paymentMethods: ['pix', 'x_crypto_wave'] }, // left out by every checkout, on purpose
  ])('may be made of %j', async (change) => {
    expect((await create('native', change)).status).toBe(201);
  });

  test('is in a currency of ISO 4217 or in a stable coin, and in no other', () => {
    expect([...CURRENCIES].sort()).toEqual([...ISO_ROWS.map(([code]) => code), 'USDC', 'USDT'].sort());
  });

  test('is checked the same way where a payment link is made', async () => {
    const { call } = createServer();
    const { status, body } = await call('/native/payment-links', {
      token: 'sk_test_sandbox',
      body: { currency: 'XYZ', amount: 5000 },
    });
    expect([status, body.code, body.param]).toEqual([422, 'invalid_session', 'currency']);
  });
});
