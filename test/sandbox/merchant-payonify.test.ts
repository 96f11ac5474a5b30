import { describe, expect, test } from 'vitest';
import { createServer, type Call, type Reply } from './support.js';

const PATH = '/payonify/v1/checkout/sessions';
const basic = (keys: string): Record<string, string> => ({ Authorization: `Basic ${btoa(keys)}` });
const KEYS = basic('pk_test_sandbox:sk_test_sandbox');

const BODY = {
  line_items: [
    {
      unit_amount: 1250,
      name: 'Tea',
      description: 'Green',
      quantity: 2,
      images: ['https://shop.example/t.png'],
    },
  ],
  mode: 'payment',
  success_url: 'https://example.com/success?session_id={CHECKOUT_SESSION_ID}',
  cancel_url: 'https://example.com/cart',
  currency: 'usd',
};

const api = () => {
  const server = createServer();
  const call = (path: string, given: Call = {}): Promise<Reply> =>
    server.call(path, { ...given, headers: { ...KEYS, ...given.headers } });
  return {
    ...server,
    call,
    create: (change: object = {}, given: Call = {}) => call(PATH, { body: { ...BODY, ...change }, ...given }),
  };
};

describe('the merchant of Payonify', () => {
  test('creates a session in the documented shape', async () => {
    const { create } = api();
    const { status, body } = await create({
      customer_email: 'ana@example.com',
      client_reference_id: 'cart-7',
      source: 'pos',
      metadata: { order: '7' },
      submit_type: 'book',
      payment_method_types: ['onemoney', 'card'],
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^cs_/),
      object: 'checkout_session',
      status: 'open',
      payment_status: 'requires_payment_method',
      mode: 'payment',
      metadata: { order: '7' },
      currency: 'usd',
      url: expect.stringContaining('http'),
      livemode: false,
      payment_method_types: ['onemoney', 'card'],
      client_secret: expect.stringContaining('_secret_'),
      amount_total: 2500,
      amount_subtotal: 2500,
      client_reference_id: 'cart-7',
      source: 'pos',
      expires_at: Date.UTC(2026, 10, 21, 12) / 1000,
      created: Date.UTC(2026, 10, 20, 12) / 1000,
      charge_reference: expect.stringMatching(/^ch_/),
      success_url: BODY.success_url,
      cancel_url: BODY.cancel_url,
      customer_email: 'ana@example.com',
      failure_code: null,
      failure_reason: null,
      submit_type: 'book',
      shipping: null,
    });
  });

  test('gets every method of the currency where it names none', async () => {
    const { create } = api();
    const types = async (currency: string) => (await create({ currency })).body.payment_method_types;
    expect(await types('usd')).toEqual(['ecocash', 'onemoney', 'card', 'zimswitch']);
    expect(await types('zwg')).toEqual(['ecocash', 'onemoney', 'zimswitch']);
  });

  test('gets the line items only where it asks for them', async () => {
    const { create, call } = api();
    const bare = await create();
    const path = `${PATH}/${String(bare.body.id)}`;
    expect(bare.body).not.toHaveProperty('line_items');
    expect((await call(path)).body).not.toHaveProperty('line_items');
    expect((await call(`${path}?expand=line_items`)).body.line_items).toEqual([
      {
        id: 'li_1',
        name: 'Tea',
        description: 'Green',
        quantity: 2,
        unit_amount: 1250,
        images: ['https://shop.example/t.png'],
      },
    ]);
    expect((await create({ expand: ['line_items'] })).body.line_items).toHaveLength(1);
    expect((await call(`${path}?expand=customer`)).body).toMatchObject({
      code: 'parameter_invalid',
      param: 'expand',
    });
  });

  test.each([
    [{ line_items: [] }, 'line_items'],
    [{ line_items: [{ unit_amount: 0, name: 'Tea', quantity: 1 }] }, 'line_items[0].unit_amount'],
    [{ line_items: [{ unit_amount: 99, name: 'Tea', quantity: 1 }] }, 'line_items'], // less than a charge may be
    [{ line_items: [{ unit_amount: 100, quantity: 1 }] }, 'line_items[0].name'],
    [{ mode: 'subscription' }, 'mode'],
    [{ mode: undefined }, 'mode'],
    [{ success_url: undefined }, 'success_url'],
    [{ cancel_url: undefined }, 'cancel_url'],
    [{ success_url: '/ok' }, 'success_url'],
    [{ currency: 'USD' }, 'currency'],
    [{ currency: 'brl' }, 'currency'],
    [{ customer_email: 'ana' }, 'customer_email'],
    [{ source: 'kiosk' }, 'source'],
    [{ submit_type: 'buy' }, 'submit_type'],
    [{ expand: ['charge'] }, 'expand[0]'],
    [{ payment_method_types: ['paypal'] }, 'payment_method_types[0]'],
    [{ payment_method_types: [] }, 'payment_method_types'],
    [{ currency: 'zwg', payment_method_types: ['card'] }, 'payment_method_types'],
    [{ metadata: { a: '1', b: '2', c: '3', d: '4', e: '5', f: '6' } }, 'metadata'],
    [{ metadata: { ['k'.repeat(41)]: 'v' } }, 'metadata'],
    [{ metadata: { k: 'v'.repeat(501) } }, 'metadata.k'],
    [{ metadata: { k: 1 } }, 'metadata.k'],
  ])('cannot create a session with %j', async (change, param) => {
    const { status, body } = await api().create(change);
    expect([status, body.type, body.code]).toEqual([400, 'invalid_request_error', 'parameter_invalid']);
    expect(body.param.replace(/\.k{41}$/, '')).toBe(param);
    expect(body).toMatchObject({
      message: expect.any(String),
      doc_url: expect.stringContaining('https://docs.payonify.com'),
    });
  });

  test('may attach five keys of forty characters and five hundred', async () => {
    const metadata = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].map((key) => [key.repeat(40), 'v'.repeat(500)]),
    );
    expect((await api().create({ metadata })).body.metadata).toEqual(metadata);
  });

  test.each([
    ['nothing', {}, 'missing_credentials'],
    ['a bearer', { Authorization: 'Bearer sk_test_sandbox' }, 'missing_credentials'],
    ['the secret key alone', basic(':sk_test_sandbox'), 'invalid_publishable_key'],
    ['the publishable key alone', basic('pk_test_sandbox:'), 'invalid_secret_key'],
    ['the keys the other way round', basic('sk_test_sandbox:pk_test_sandbox'), 'invalid_publishable_key'],
    ['no base64', { Authorization: 'Basic §§§' }, 'invalid_publishable_key'],
  ])('is refused with %s', async (_what, headers, code) => {
    const { call } = createServer();
    for (const method of ['GET', 'POST']) {
      const safe = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replace(/§/g, '%')]),
      );
      const reply = await call(PATH, { method, headers: safe, ...(method === 'POST' && { body: BODY }) });
      expect([reply.status, reply.body.type, reply.body.code]).toEqual([401, 'authentication_error', code]);
    }
  });

  test('creates once for each Idempotency-Key', async () => {
    const { create } = api();
    const first = await create({}, { key: 'k' });
    expect((await create({}, { key: 'k' })).body.id).toBe(first.body.id);
    const other = await create({ currency: 'zwg' }, { key: 'k' });
    expect([other.status, other.body.type]).toEqual([422, 'idempotency_error']);
  });

  test('expires a session that has not been used', async () => {
    const { create, call, sandbox } = api();
    const { id } = (await create()).body as { id: string };
    const expire = (which = id): Promise<Reply> => call(`${PATH}/${which}/expire`, { method: 'POST' });
    expect((await expire()).body).toMatchObject({ id, status: 'expired' });
    const again = await expire();
    expect([again.status, again.body.code]).toEqual([409, 'checkout_session_already_expired']);
    expect((await expire('cs_none')).body.code).toBe('resource_missing');
    const used = sandbox.createSession('payonify');
    const pay = (number: string) =>
      call(`/payonify/checkout-sessions/${used.id}/payments`, {
        token: used.token,
        headers: { Authorization: `Bearer ${used.token}` },
        key: `${used.id}:1`,
        body: {
          amount: 12_990,
          currency: 'usd',
          payment_method: { type: 'card', card: { token: sandbox.tokenize({ number }) } },
        },
      });
    await pay('4000002500003155');
    expect((await expire(used.id)).body.code).toBe('charge_pending');
    sandbox.finishChallenge(used.id, true);
    expect((await expire(used.id)).body.code).toBe('charge_invalid_state');
  });

  test('expires by itself after 24 hours', async () => {
    const { create, call, clock } = api();
    const { id } = (await create()).body as { id: string };
    clock.advance(86_399_999);
    expect((await call(`${PATH}/${id}`)).body.status).toBe('open');
    clock.advance(1);
    expect((await call(`${PATH}/${id}`)).body.status).toBe('expired');
  });

  test('reads the charge of a session before and after it is paid', async () => {
    const { create, call, sandbox } = api();
    const { id, charge_reference } = (await create()).body as Record<string, string>;
    const charge = `/payonify/v1/charges/${charge_reference ?? ''}`;
    expect((await call(charge)).body).toMatchObject({ status: 'requires_payment_method', amount: 2500 });
    await call(`/payonify/checkout-sessions/${id ?? ''}/payments`, {
      headers: { Authorization: `Bearer ${id ?? ''}` },
      key: `${id ?? ''}:1`,
      body: {
        amount: 2500,
        currency: 'usd',
        payment_method: { type: 'mobile_money', mobile_money: { ecocash: { mobile_number: '771111111' } } },
      },
    });
    const pending = (await call(`${PATH}/${id ?? ''}`)).body;
    expect(pending).toMatchObject({ status: 'open', payment_status: 'pending' });
    sandbox.pay(id ?? '');
    expect((await call(`${PATH}/${id ?? ''}`)).body).toMatchObject({
      status: 'complete',
      payment_status: 'succeeded',
    });
    expect((await call(`/payonify/v1/charges/${String(pending.charge_reference)}`)).body).toMatchObject({
      object: 'charge',
      status: 'succeeded',
    });
    expect((await call('/payonify/v1/charges/ch_none')).status).toBe(404);
  });

  describe('lists sessions', () => {
    const seven = async () => {
      const server = api();
      const ids: string[] = [];
      for (let turn = 0; turn < 7; turn++) {
        ids.unshift((await server.create({ currency: turn % 2 ? 'zwg' : 'usd' })).body.id as string);
        if (turn === 3) server.clock.advance(43_200_000); // to the next day
      }
      const list = async (query: string): Promise<number[]> =>
        (await server.call(`${PATH}?${query}`)).body.data.map(({ id }: { id: string }) => ids.indexOf(id));
      return { ...server, ids, list };
    };

    test('newest first, ten to a page', async () => {
      const { call, create, list } = await seven();
      expect(await list('')).toEqual([0, 1, 2, 3, 4, 5, 6]);
      for (let turn = 0; turn < 5; turn++) await create();
      const { body } = await call(PATH);
      expect(body).toMatchObject({
        object: 'list',
        paging: { has_next_page: true, has_previous_page: false },
      });
      expect(body.data).toHaveLength(10);
    });

    test('forward and backward by cursor', async () => {
      const { ids, list, call } = await seven();
      expect(await list('limit=3')).toEqual([0, 1, 2]);
      expect(await list(`first=2&after=${ids[2] ?? ''}`)).toEqual([3, 4]);
      expect(await list(`last=2&before=${ids[3] ?? ''}`)).toEqual([1, 2]);
      expect(await list('last=2')).toEqual([5, 6]);
      expect(await list(`limit=2&before=${ids[1] ?? ''}`)).toEqual([0]);
      const { paging } = (await call(`${PATH}?first=2&after=${ids[0] ?? ''}`)).body;
      expect(paging).toEqual({ before: ids[1], after: ids[2], has_previous_page: true, has_next_page: true });
    });

    test('walks through all of them by the cursor it is given', async () => {
      const { call, ids } = await seven();
      const seen: string[] = [];
      let after = '';
      for (;;) {
        const { data, paging } = (await call(`${PATH}?first=3${after && `&after=${after}`}`)).body;
        seen.push(...data.map(({ id }: { id: string }) => id));
        if (!paging.has_next_page) break;
        after = paging.after as string;
      }
      expect(seen).toEqual(ids);
    });

    test('by status, currency and days', async () => {
      const { list, sandbox, ids } = await seven();
      sandbox.expire(ids[4] ?? '');
      expect(await list('status=expired')).toEqual([4]);
      expect(await list('status=open&currency=zwg')).toEqual([1, 3, 5]);
      expect(await list('start_date=2026-11-21')).toEqual([0, 1, 2]);
      expect(await list('end_date=2026-11-20')).toEqual([3, 4, 5, 6]);
      expect(await list('start_date=2026-11-22')).toEqual([]);
    });

    test.each([
      'limit=0',
      'limit=101',
      'first=0',
      'first=1&last=1',
      'first=1&before=x',
      'after=cs_none',
      'status=paid',
      'currency=brl',
      'start_date=20/11/2026',
      'start_date=2026-02-30',
      'end_date=x',
    ])('never by %s', async (query) => {
      const { call } = await seven();
      const { status, body } = await call(`${PATH}?${query}`);
      expect([status, body.code]).toEqual([400, 'parameter_invalid']);
    });
  });
});

describe('the shopper of Payonify', () => {
  test.each([
    ['no network', {}],
    ['two networks', { ecocash: { mobile_number: '771111111' }, onemoney: { mobile_number: '711111111' } }],
    ['no number', { ecocash: {} }],
    ['a number of another country', { ecocash: { mobile_number: '11987654321' } }],
  ])('cannot pay by mobile money with %s', async (_what, mobile_money) => {
    const { sandbox, call } = createServer();
    const { id, token } = sandbox.createSession('payonify');
    const { status, body } = await call(`/payonify/checkout-sessions/${id}/payments`, {
      token,
      key: `${id}:1`,
      body: { amount: 12_990, currency: 'usd', payment_method: { type: 'mobile_money', mobile_money } },
    });
    expect([status, body.code, body.param.split('.')[0]]).toEqual([
      400,
      'parameter_invalid',
      'payment_method',
    ]);
  });

  test('sees a prompt in Unix seconds', async () => {
    const { sandbox, call } = createServer();
    const { id, token } = sandbox.createSession('payonify', { currency: 'ZWG' });
    const { body } = await call(`/payonify/checkout-sessions/${id}/payments`, {
      token,
      key: `${id}:1`,
      body: {
        amount: 12_990,
        currency: 'zwg',
        payment_method: { type: 'mobile_money', mobile_money: { onemoney: { mobile_number: '719999999' } } },
      },
    });
    expect(body.next_action).toEqual({
      type: 'phone_prompt',
      network: 'onemoney',
      phone: '+263719999999',
      expires_at: Date.UTC(2026, 10, 20, 12, 2) / 1000,
      resend_after: Date.UTC(2026, 10, 20, 12, 1) / 1000,
    });
  });
});
