import { describe, expect, test } from 'vitest';
import { createServer, type Call, type Reply } from './support.js';

const API_KEY = { 'x-api-key': 'conomy_test_sandbox' };
const AGENT = { 'User-Agent': 'shop/1.0' };

const item = (total: number, tax = 0) => ({
  preTaxAmount: String(total - tax),
  totalAmount: String(total),
  description: 'Tea',
  tax: tax ? { name: 'IVA', type: 'PERCENTAGE', value: '19', amount: String(tax) } : null,
});

const BODY = {
  checkoutToken: 'order-1',
  items: [item(11_900, 1900)],
  currency: 'CLP',
  paymentMethodsAllowed: ['CARD', 'ETPAY'],
  customer: {
    firstName: 'Ana',
    lastName: 'Souza',
    email: 'ana@example.com',
    phoneNumber: '987654321',
    phoneNumberPrefix: '+56',
    documentType: 'RUT',
    documentNumber: '11111111-1',
    address: {
      street: 'Alameda',
      streetNumber: '1',
      administrativeAreaLevel1: 'RM',
      country: 'CHL',
      zipcode: '8320000',
    },
  },
  destinations: [
    { name: 'Shop', type: 'ACCOUNT', account: { type: 'CHECKING', currency: 'CLP', accountNumber: '1234' } },
  ],
  duration: 900,
  customerRequirements: ['firstName', 'email'],
  owner: { identityId: '1234a', name: 'Tea House' },
  successUrl: 'https://shop.example/ok',
  failedUrl: 'https://shop.example/no',
};

const api = () => {
  const server = createServer();
  const signIn = async (): Promise<Reply> =>
    server.call('/conomy/auth', { body: { clientId: 'sandbox', clientSecret: 'sandbox' }, headers: API_KEY });
  /** A merchant's request, signed in anew each time: tests move the clock by days. */
  const call = async (path: string, given: Call = {}): Promise<Reply> =>
    server.call(`/conomy${path}`, {
      token: (await signIn()).body.accessToken as string,
      ...given,
      headers: { ...API_KEY, ...AGENT, ...given.headers },
    });
  let orders = 0;
  const create = (change: object = {}, given: Call = {}): Promise<Reply> =>
    call('/checkout-sessions', {
      body: { ...BODY, checkoutToken: `order-${String(++orders)}`, ...change },
      ...given,
    });
  /** A shopper's read. */
  const look = (id: string): Promise<Reply> => server.call(`/conomy/checkout-sessions/${id}`, { token: id });
  return { ...server, signIn, call, create, look };
};

describe('signing in to Conomy', () => {
  test('gives an access token for an hour', async () => {
    const { signIn, call, clock } = api();
    const { accessToken: token, ...rest } = (await signIn()).body;
    expect(rest).toEqual({ tokenType: 'Bearer', expiresIn: 3600 });
    clock.advance(3_599_999);
    expect((await call('/checkout-sessions', { token })).status).toBe(200);
    clock.advance(1);
    expect((await call('/checkout-sessions', { token })).status).toBe(401);
  });

  test.each([
    [{ clientId: 'sandbox', clientSecret: 'wrong' }, API_KEY, 401],
    [{ clientId: 'sandbox', clientSecret: 'sandbox' }, {}, 401],
    [{ clientId: 'sandbox' }, API_KEY, 400],
  ])('with %j and %j is refused with %i', async (body, headers, status) => {
    expect((await createServer().call('/conomy/auth', { body, headers })).status).toBe(status);
  });

  test.each([
    ['no x-api-key', { 'x-api-key': '' }, 401, 'Unauthorized'],
    ['a wrong x-api-key', { 'x-api-key': 'other' }, 401, 'Unauthorized'],
    ['no access token', { Authorization: '' }, 401, 'Unauthorized'],
    ['a wrong access token', { Authorization: 'Bearer at_x' }, 401, 'Unauthorized'],
    ['no User-Agent', { 'User-Agent': '' }, 400, 'Bad Request'],
  ])('is needed for every request: %s', async (_what, headers, status, error) => {
    const { call } = api();
    for (const [method, path] of [
      ['GET', '/checkout-sessions'],
      ['POST', '/checkout-sessions'],
      ['DELETE', '/checkout-sessions/x'],
      ['POST', '/payment-links'],
      ['GET', '/payment-links'],
    ] as const) {
      const reply = await call(path, { method, headers, ...(method === 'POST' && { body: BODY }) });
      expect([path, reply.status]).toEqual([path, status]);
      expect(reply.body).toMatchObject({ statusCode: status, error, message: expect.any(String) });
    }
  });
});

describe('the merchant of Conomy', () => {
  test('creates a session in the documented shape', async () => {
    const { create } = api();
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[\w-]{8,}$/),
      checkoutToken: 'order-1',
      paymentConfigs: [
        {
          currency: 'CLP',
          product: 'CLP:CLP',
          exchangeRate: '1',
          paymentMethods: [
            { id: 'CARD', type: 'CARD', enabled: true, requiredFields: [], purchaseAmount: '11900' },
            { id: 'ETPAY', type: 'ETPAY', enabled: true, requiredFields: [], purchaseAmount: '11900' },
          ],
        },
      ],
      createdAt: '2026-11-20T12:00:00.000Z',
      status: 'ATTEMPT',
      items: BODY.items,
      currency: 'CLP',
      preTaxAmount: '10000',
      totalAmount: '11900',
      url: expect.stringContaining('/payer/c/'),
      paymentMethodsAllowed: ['CARD', 'ETPAY'],
      customer: BODY.customer,
      redirectUrl: 'https://shop.example/ok',
      destinations: BODY.destinations,
      customerRequirements: ['firstName', 'email'],
      expiresAt: '2026-11-20T12:15:00.000Z',
      owner: BODY.owner,
    });
  });

  test('keeps a session an ATTEMPT until a shopper looks at it', async () => {
    const { create, call, look } = api();
    const { id } = (await create()).body as { id: string };
    expect((await call(`/checkout-sessions/${id}`)).body.status).toBe('ATTEMPT');
    expect((await look(id)).body.status).toBe('ACTIVE');
    expect((await call(`/checkout-sessions/${id}`)).body.status).toBe('ACTIVE');
  });

  test.each([
    [{ checkoutToken: undefined }, 'checkoutToken'],
    [{ checkoutToken: 'a b' }, 'checkoutToken'],
    [{ items: [] }, 'items'],
    [{ items: [{ ...item(100), totalAmount: '101' }] }, 'items[0].totalAmount'],
    [{ items: [{ ...item(100), preTaxAmount: '1.00' }] }, 'items[0].preTaxAmount'],
    [{ items: [item(0)] }, 'items[0].totalAmount'],
    [{ currency: 'XXX' }, 'currency'],
    [{ paymentMethodsAllowed: [] }, 'paymentMethodsAllowed'],
    [{ paymentMethodsAllowed: ['CASH'] }, 'paymentMethodsAllowed[0]'],
    [{ destinations: [] }, 'destinations'],
    [{ duration: 29 }, 'duration'],
    [{ duration: 30.5 }, 'duration'],
    [{ duration: undefined }, 'duration'],
    [{ owner: undefined }, 'owner'],
    [{ owner: { name: 'x' } }, 'owner.identityId'],
    [{ customerRequirements: ['shoeSize'] }, 'customerRequirements[0]'],
    [{ successUrl: 'ftp://shop.example' }, 'successUrl'],
  ])('cannot create a session with %j', async (change, param) => {
    const { create } = api();
    const { status, body } = await create(change);
    expect([status, body.error, body.param]).toEqual([400, 'Bad Request', param]);
  });

  test('may give a session 30 seconds', async () => {
    const { create, clock, call } = api();
    const { id } = (await create({ duration: 30 })).body as { id: string };
    clock.advance(30_000);
    expect((await call(`/checkout-sessions/${id}`)).body.status).toBe('EXPIRED');
  });

  test('gets errors of the second version where it asks for it', async () => {
    const { create } = api();
    const { status, body } = await create(
      { duration: 1 },
      { headers: { 'conomyhq-api-version': '24-04-2025' } },
    );
    expect(status).toBe(400);
    expect(body).toMatchObject({
      status: 400,
      code: '11',
      type: 'invalidParam',
      detail: expect.any(String),
      traceId: expect.any(String),
    });
    expect(body.statusCode).toBeUndefined();
  });

  test('cannot use a checkoutToken twice, but an Idempotency-Key it can', async () => {
    const { create } = api();
    const first = await create({ checkoutToken: 'same' }, { key: 'k' });
    const again = await create({ checkoutToken: 'same' }, { key: 'k' });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    const other = await create({ checkoutToken: 'same' });
    expect([other.status, other.body.code]).toEqual([409, 'already_exists']);
  });

  test('fetches and deletes a session', async () => {
    const { create, call } = api();
    const { id } = (await create()).body as { id: string };
    expect((await call(`/checkout-sessions/${id}`)).body.id).toBe(id);
    const gone = await call(`/checkout-sessions/${id}`, { method: 'DELETE' });
    expect([gone.status, gone.body]).toEqual([200, {}]);
    expect((await call(`/checkout-sessions/${id}`)).status).toBe(404);
    expect((await call(`/checkout-sessions/${id}`, { method: 'DELETE' })).status).toBe(404);
  });

  test('submits a payment itself, as documented', async () => {
    const { create, call } = api();
    const { id } = (await create()).body as { id: string };
    const { status, body } = await call(`/checkout-sessions/${id}/payments`, {
      key: `${id}:1`,
      body: { origins: [{ type: 'ETPAY', currency: 'CLP', amount: '11900', etpay: {} }] },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'PENDING',
      amount: '11900',
      currency: 'CLP',
      origins: [{ type: 'ETPAY', etpay: { url: expect.stringContaining('/payer/bank/'), token: body.id } }],
    });
  });

  describe('lists sessions', () => {
    const three = async () => {
      const server = api();
      const ids: string[] = [];
      for (const [total, identityId, accountNumber] of [
        [300, 'a', '1'],
        [100, 'b', '2'],
        [200, 'a', '2'],
      ] as const) {
        const { body } = await server.create({
          items: [item(total)],
          owner: { identityId },
          destinations: [{ account: { accountNumber } }],
          duration: 999_999,
        });
        ids.push(body.id as string);
        server.clock.advance(86_400_000);
      }
      const list = async (query: string): Promise<number[]> =>
        (await server.call(`/checkout-sessions?${query}`)).body.results.map(({ id }: { id: string }) =>
          ids.indexOf(id),
        );
      return { ...server, ids, list };
    };

    test('by every documented filter', async () => {
      const { list } = await three();
      expect(await list('')).toEqual([2, 1, 0]);
      expect(await list('identityId=a')).toEqual([2, 0]);
      expect(await list('accountNumber=2')).toEqual([2, 1]);
      expect(await list('status=ATTEMPT')).toEqual([2, 1, 0]);
      expect(await list('status=FINISHED')).toEqual([]);
      expect(await list('startDate=21/11/2026')).toEqual([2, 1]);
      expect(await list('endDate=21/11/2026')).toEqual([1, 0]);
      expect(await list('startDate=21/11/2026&endDate=21/11/2026')).toEqual([1]);
    });

    test('sorted by what is asked', async () => {
      const { list } = await three();
      expect(await list('sort=createdAt:asc')).toEqual([0, 1, 2]);
      expect(await list('sort=createdAt:desc')).toEqual([2, 1, 0]);
      expect(await list('sort=totalAmount:asc')).toEqual([1, 2, 0]);
    });

    test('in pages by limit and offset', async () => {
      const { call, list } = await three();
      expect(await list('limit=2&offset=1')).toEqual([1, 0]);
      const page = async (query: string) => (await call(`/checkout-sessions?${query}`)).body.pagination;
      expect(await page('limit=1')).toEqual({ count: 1, next: 1, previous: null, total: 3 });
      expect(await page('limit=1&offset=1')).toEqual({ count: 1, next: 2, previous: 0, total: 3 });
      expect(await page('limit=2&offset=2')).toEqual({ count: 1, next: null, previous: 0, total: 3 });
    });

    test.each([
      'status=open',
      'startDate=2026-11-20',
      'startDate=31/02/2026',
      'endDate=1/1/2026',
      'sort=createdAt',
      'sort=id:asc',
      'sort=createdAt:up',
      'sort=constructor:asc',
      'limit=0',
      'limit=x',
      'offset=-1',
    ])('never by %s', async (query) => {
      const { call } = api();
      expect((await call(`/checkout-sessions?${query}`)).status).toBe(400);
    });
  });

  test('refreshes an expired session by its checkout token', async () => {
    const { create, call, sandbox } = api();
    const { id } = (await create({ checkoutToken: 'tok-1' })).body as { id: string };
    sandbox.expire(id);
    const { status, body } = await call('/checkout-sessions/token/tok-1/refresh', { body: {} });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'ATTEMPT',
      checkoutToken: 'tok-1',
      totalAmount: '11900',
      token: body.id,
    });
    expect(body.id).not.toBe(id);
    expect((await call('/checkout-sessions/token/none/refresh', { body: {} })).status).toBe(404);
  });

  test('makes payment links that can be opened and deleted', async () => {
    const { call } = api();
    const link = await call('/payment-links', { body: { ...BODY, checkoutToken: 'link-1' } });
    expect([link.status, link.body.status]).toEqual([201, 'ACTIVE']);
    const opened = await call('/payment-links/token/link-1/checkout-sessions', { body: {} });
    expect([opened.status, opened.body.paymentLinkId, opened.body.totalAmount]).toEqual([
      201,
      link.body.id,
      '11900',
    ]);
    const path = `/payment-links/${String(link.body.id)}`;
    expect((await call(path)).body.id).toBe(link.body.id);
    expect((await call('/payment-links')).body.pagination.total).toBe(1);
    expect((await call(`${path}/activate`, { body: {} })).body.status).toBe('ACTIVE');
    expect((await call(path, { method: 'DELETE' })).body).toEqual({});
    expect((await call('/payment-links/token/link-1/checkout-sessions', { body: {} })).status).toBe(404);
  });
});

describe('the shopper of Conomy', () => {
  test('opens, refreshes and follows links with nothing but tokens', async () => {
    const { sandbox, call } = createServer();
    const { id, token } = sandbox.createSession('conomy', { refreshToken: 'tok-2' });
    expect((await call(`/conomy/checkout-sessions/${id}`, { token })).body.status).toBe('ACTIVE');
    sandbox.expire(id);
    const refreshed = await call('/conomy/checkout-sessions/token/tok-2/refresh', { token, body: {} });
    expect(refreshed.status).toBe(201);
    const { link } = sandbox.createPaymentLink('conomy');
    expect((await call(`/conomy/payment-links/token/${link}/checkout-sessions`, { body: {} })).status).toBe(
      201,
    );
    expect(
      (await call('/conomy/checkout-sessions/token/tok-2/refresh', { token: 'wrong-token', body: {} }))
        .status,
    ).toBe(401);
  });

  test('pays in another currency what that config says', async () => {
    const { sandbox, call } = createServer();
    const card = { type: 'card', id: 'CARD', currency: 'USD', amount: 1450, exchangeRate: '895.86' };
    const { id, token } = sandbox.createSession('conomy', { paymentMethods: ['ETPAY', card] });
    const { paymentConfigs } = (await call(`/conomy/checkout-sessions/${id}`, { token })).body;
    expect(
      paymentConfigs.map(({ currency, product, exchangeRate }: Record<string, string>) => [
        currency,
        product,
        exchangeRate,
      ]),
    ).toEqual([
      ['CLP', 'CLP:CLP', '1'],
      ['USD', 'CLP:USD', '895.86'],
    ]);
    expect(paymentConfigs[1].paymentMethods[0].purchaseAmount).toBe('1450');
    const { body } = await call(`/conomy/checkout-sessions/${id}/payments`, {
      token,
      key: `${id}:1`,
      body: {
        origins: [{ type: 'CARD', currency: 'USD', amount: '1450', card: { token: sandbox.tokenize() } }],
      },
    });
    expect(body).toMatchObject({ status: 'SETTLED', currency: 'USD', amount: '1450' });
  });

  test.each([
    [
      'in the payload',
      { pix: { firstName: 'Ana', lastName: 'S', email: 'a@b.example', documentNumber: '52998224725' } },
    ],
    [
      'in its customer',
      {
        pix: {
          customer: { firstName: 'Ana', lastName: 'S', email: 'a@b.example', documentNumber: '52998224725' },
        },
      },
    ],
  ])('may say who pays %s', async (_what, payload) => {
    const { sandbox, call } = createServer();
    const { id, token } = sandbox.createSession('conomy', { currency: 'BRL' });
    const pay = (extra: object): Promise<Reply> =>
      call(`/conomy/checkout-sessions/${id}/payments`, {
        token,
        key: `${id}:1`,
        body: { origins: [{ type: 'PIX', currency: 'BRL', amount: '12990', ...extra }] },
      });
    expect((await pay({ pix: {} })).body.param).toBe('firstName');
    const { body } = await pay(payload);
    expect(body.origins[0].pix).toMatchObject({
      data: expect.stringMatching(/^000201/),
      expiredAt: '2026-11-20T12:15:00.000Z',
    });
  });
});
