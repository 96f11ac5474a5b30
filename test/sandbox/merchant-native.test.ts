import { describe, expect, test } from 'vitest';
import { createServer, type Call, type Reply, type Server } from './support.js';

const KEY = 'sk_test_sandbox';
const PATH = '/native/checkout-sessions';
const BODY = { currency: 'BRL', amount: 5000, successUrl: 'https://shop.example/ok?s={CHECKOUT_SESSION_ID}' };

const api = (server: Server = createServer()) => {
  const call = (path: string, given: Call = {}): Promise<Reply> =>
    server.call(path, { token: KEY, ...given });
  return {
    ...server,
    call,
    create: (body: unknown = BODY, given: Call = {}) => call(PATH, { body, ...given }),
  };
};

describe('the merchant of the native format', () => {
  test('creates a session, and gets its token this once', async () => {
    const { create, call } = api();
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body.token).toMatch(/^cs_test_[0-9a-f]{48}$/);
    expect(body).toMatchObject({ status: 'open', amount: { total: 5000 }, successUrl: BODY.successUrl });
    const read = await call(`${PATH}/${String(body.id)}`);
    expect(read.body).toMatchObject({ id: body.id, status: 'open' });
    expect(read.text).not.toContain(body.token);
    const shopper = await call(`${PATH}/current`, { token: body.token });
    expect(shopper.body.id).toBe(body.id);
  });

  test.each([
    ['no key', {}],
    ['a wrong key', { token: 'sk_test_other' }],
    ['a session’s token', { token: 'cs_test_000000000000' }],
  ])('is refused with %s', async (_what, given) => {
    const { call } = createServer();
    for (const [method, path] of [
      ['POST', PATH],
      ['GET', PATH],
      ['DELETE', `${PATH}/x`],
      ['POST', '/native/payment-links'],
    ] as const) {
      const reply = await call(path, { method, ...given, ...(method === 'POST' && { body: BODY }) });
      expect([method, path, reply.status, reply.body.code]).toEqual([method, path, 401, 'unauthorized']);
    }
  });

  test.each([
    [{ currency: undefined }, 'currency'],
    [{ currency: 'brl' }, 'currency'],
    [{ amount: 0 }, 'amount'],
    [{ amount: 10.5 }, 'amount'],
    [{ amount: undefined }, 'amount'],
    [{ amount: undefined, items: [] }, 'items'],
    [{ amount: undefined, items: [{ name: 'Tea', unitAmount: -1 }] }, 'items[0].unitAmount'],
    [{ amount: { discount: 9000 }, items: [{ name: 'Tea', unitAmount: 9000 }] }, 'amount'],
    [{ successUrl: 'javascript:alert(1)' }, 'successUrl'],
    [{ cancelUrl: '/cart' }, 'cancelUrl'],
    [{ expiresIn: 59 }, 'expiresIn'],
    [{ expiresIn: 86_401 }, 'expiresIn'],
    [{ requiredFields: ['shoeSize'] }, 'requiredFields[0]'],
    [{ customFields: [{ key: 'a', label: 'A', type: 'radio' }] }, 'customFields[0].type'],
    [{ paymentMethods: [] }, 'paymentMethods'],
    [{ metadata: { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' } }, 'metadata'],
    [{ metadata: { ['k'.repeat(41)]: '1' } }, 'metadata'],
    [{ metadata: { k: 'v'.repeat(501) } }, 'metadata.k'],
  ])('cannot create a session with %j', async (change, param) => {
    const { create, sandbox } = api();
    const { status, body } = await create({ ...BODY, ...change });
    expect([status, body.code]).toEqual([422, 'invalid_session']);
    expect(body.param.startsWith(param)).toBe(true);
    expect(sandbox.ledger.arrivals).toEqual([]);
  });

  test.each([60, 86_400])('may give a session %i seconds', async (expiresIn) => {
    const { create } = api();
    const { body } = await create({ ...BODY, expiresIn });
    expect(Date.parse(body.expiresAt) - Date.parse(body.createdAt)).toBe(expiresIn * 1000);
  });

  test('may say everything a session is made of', async () => {
    const full = {
      currency: 'USD',
      items: [
        {
          name: 'Tea',
          description: 'Green',
          imageUrl: 'https://shop.example/t.png',
          quantity: 2,
          unitAmount: 700,
        },
      ],
      amount: { shipping: 100 },
      paymentMethods: [
        'card',
        { type: 'mobile_money', networks: ['ecocash'], requiredFields: ['email'] },
        'x_crypto_wave',
      ],
      merchant: { name: 'Tea House', supportEmail: 'help@shop.example' },
      branding: { primaryColor: '#0a7d3c' },
      locale: 'en',
      submitType: 'book',
      customer: { firstName: 'Ana', address: { city: 'Harare', country: 'ZW' } },
      requiredFields: ['email', 'address'],
      customFields: [{ key: 'gift', label: 'A gift?', type: 'checkbox', required: false, options: [] }],
      combined: { enabled: true, max: 2 },
      failureUrl: 'https://shop.example/no',
      metadata: { order: '7' },
    };
    const { paymentMethods, amount: _amount, ...rest } = full;
    const { body } = await api().create(full);
    expect(body).toMatchObject(rest);
    expect(body.amount.total).toBe(1500);
    expect(body.paymentMethods.map(({ id }: { id: string }) => id)).toEqual([
      'card',
      'mobile_money',
      'x_crypto_wave',
    ]);
    expect(body.paymentMethods[1]).toMatchObject(paymentMethods[1] as object);
  });

  test('creates once for each Idempotency-Key', async () => {
    const { create, call } = api();
    const first = await create(BODY, { key: 'order-7' });
    const again = await create(BODY, { key: '"order-7"' });
    expect([again.status, again.text, again.headers.get('Idempotency-Replayed')]).toEqual([
      201,
      first.text,
      'true',
    ]);
    expect((await create({ ...BODY, amount: 1 }, { key: 'order-7' })).status).toBe(422);
    expect((await create(BODY, { key: 'k'.repeat(256) })).status).toBe(400);
    expect((await create({ ...BODY, amount: 0 }, { key: 'order-8' })).status).toBe(422);
    expect((await create(BODY, { key: 'order-8' })).status).toBe(201); // a refusal leaves the key free
    expect((await call(PATH)).body.data).toHaveLength(2);
  });

  test('cancels a session that nobody paid', async () => {
    const { create, call } = api();
    const { body } = await create();
    const cancel = (): Promise<Reply> => call(`${PATH}/${String(body.id)}/cancel`, { body: {} });
    expect((await cancel()).body.status).toBe('canceled');
    expect((await cancel()).body.code).toBe('session_not_cancellable');
    expect((await call(`${PATH}/ses_none/cancel`, { body: {} })).status).toBe(404);
  });

  test('expires a session, and cannot expire it twice', async () => {
    const { create, call } = api();
    const { body } = await create();
    const expire = (): Promise<Reply> => call(`${PATH}/${String(body.id)}/expire`, { body: {} });
    expect((await expire()).body.status).toBe('expired');
    expect((await expire()).status).toBe(409);
  });

  test('deletes a session, whose token opens nothing after that', async () => {
    const { create, call } = api();
    const { body } = await create();
    expect((await call(`${PATH}/${String(body.id)}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(`${PATH}/${String(body.id)}`)).status).toBe(404);
    expect((await call(`${PATH}/current`, { token: body.token })).status).toBe(401);
  });

  test('lists sessions, newest first, in pages', async () => {
    const { create, call, clock, sandbox } = api();
    const ids: string[] = [];
    for (let turn = 0; turn < 5; turn++) {
      ids.unshift((await create({ ...BODY, currency: turn % 2 ? 'USD' : 'BRL' })).body.id);
      if (turn < 3) clock.advance(1000); // the last ones are of one instant
    }
    const list = async (query: string): Promise<string[]> =>
      (await call(`${PATH}?${query}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await list('')).toEqual(ids);
    expect(await list('limit=2')).toEqual(ids.slice(0, 2));
    expect(await list(`limit=2&after=${ids[1] ?? ''}`)).toEqual(ids.slice(2, 4));
    expect((await call(`${PATH}?limit=2&after=${ids[3] ?? ''}`)).body).toMatchObject({
      hasMore: false,
      after: ids[4],
    });
    expect(await list('currency=USD')).toEqual([ids[1], ids[3]]);
    sandbox.expire(ids[0] ?? '');
    expect(await list('status=expired')).toEqual([ids[0]]);
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'status=done', 'after=ses_none'])(
    'cannot list by %s',
    async (query) => {
      const { call } = api();
      expect((await call(`${PATH}?${query}`)).status).toBe(400);
    },
  );

  test('makes payment links', async () => {
    const { call } = api();
    const { status, body } = await call('/native/payment-links', { body: BODY });
    expect(status).toBe(201);
    const opened = await call(`/native/payment-links/token/${String(body.token)}/checkout-sessions`, {
      token: undefined,
      body: {},
    });
    expect([opened.status, opened.body.amount.total]).toEqual([201, 5000]);
    expect((await call('/native/payment-links')).body.data).toHaveLength(1);
  });
});
