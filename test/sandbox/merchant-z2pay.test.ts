import { describe, expect, test } from 'vitest';
import { createServer, type Call, type Reply } from './support.js';

const BODY = {
  items: [{ name: 'Tea', quantity: 2, unitAmount: 4250 }],
  paymentMethods: {
    pix: { enabled: true },
    boleto: { enabled: false },
    credit_card: { enabled: true, maxInstallments: 3 },
  },
};
const BUYER = { name: 'Ana Souza', email: 'ana@example.com', document: '52998224725', phone: '11987654321' };

const api = () => {
  const server = createServer();
  const call = (path: string, given: Call = {}): Promise<Reply> =>
    server.call(`/z2pay${path}`, {
      ...given,
      headers: { 'x-api-key': 'z2_chk_sk_sandbox', ...given.headers },
    });
  return {
    ...server,
    call,
    create: (change: object = {}, given: Call = {}) =>
      call('/checkout/charges', { body: { ...BODY, ...change }, ...given }),
    publicCall: (path: string, given: Call = {}) => server.call(`/z2pay/public/checkout/${path}`, given),
  };
};

describe('the merchant of z2pay', () => {
  test('creates a charge: a session without a link, and its address', async () => {
    const { create, call } = api();
    const { status, body } = await create({
      successUrl: 'https://shop.example/ok',
      metadata: { order: '7' },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^cs_[a-f0-9]{48}$/),
      linkId: null,
      status: 'created',
      currency: 'BRL',
      locale: 'pt-BR',
      amount: 8500,
      subtotal: 8500,
      discountTotal: 0,
      paymentAttempts: 0,
      metadata: { order: '7' },
      expiresAt: '2026-11-21T12:00:00.000Z',
      url: expect.stringContaining(body.id),
    });
    expect(body.config.successUrl).toBe('https://shop.example/ok');
    expect((await call(`/checkout/charges/${String(body.id)}`)).body).toEqual(body);
    expect((await call(`/checkout/sessions/${String(body.id)}`)).body).toEqual(body);
    expect((await call('/checkout/charges/cs_none')).status).toBe(404);
  });

  test.each([
    [undefined, 401, 'UNAUTHORIZED'],
    ['z2_chk_sk_other', 401, 'UNAUTHORIZED'],
    ['z2_chk_pk_sandbox', 403, 'FORBIDDEN'],
  ])('with the key %s gets %i %s', async (key, status, code) => {
    const { call } = createServer();
    const reply = await call('/z2pay/checkout/charges', {
      headers: key === undefined ? {} : { 'x-api-key': key },
    });
    expect([reply.status, reply.body.error.code]).toEqual([status, code]);
  });

  test.each([
    [{ items: [] }, 'items'],
    [{ items: undefined }, 'items'],
    [{ items: [{ name: 'Tea', quantity: 1, unitAmount: 10.5 }] }, 'items[0].unitAmount'],
    [{ items: [{ name: 'Tea', quantity: 0, unitAmount: 100 }] }, 'items[0].quantity'],
    [{ currency: 'USD' }, 'currency'],
    [{ locale: 'fr-FR' }, 'locale'],
    [{ mode: 'subscription' }, 'mode'],
    [{ paymentMethods: { pix: { enabled: false } } }, 'paymentMethods'],
    [{ paymentMethods: { combined: { enabled: true } } }, 'paymentMethods'],
    [{ paymentMethods: { paypal: { enabled: true } } }, 'paymentMethods.paypal'],
    [{ expiresInMinutes: 4 }, 'expiresInMinutes'],
    [{ expiresInMinutes: 43_201 }, 'expiresInMinutes'],
    [{ requiredFields: ['name'] }, 'requiredFields[0]'],
    [
      { customFields: Array.from({ length: 21 }, (_, n) => ({ key: `k${String(n)}`, label: 'L' })) },
      'customFields',
    ],
    [{ splits: [{ percentage: 60 }, { percentage: 30 }] }, 'splits'],
    [{ discounts: [{ amount: 8500 }] }, 'discounts'],
    [{ successUrl: `https://shop.example/${'x'.repeat(2000)}` }, 'successUrl'],
    [{ metadata: { order: 7 } }, 'metadata.order'],
  ])('cannot create a charge with %j', async (change, param) => {
    const { status, body } = await api().create(change);
    expect([status, body.error.code, body.error.param]).toEqual([400, 'validation_failed', param]);
  });

  test.each([
    [5, '2026-11-20T12:05:00.000Z'],
    [10_080, '2026-11-27T12:00:00.000Z'],
    [43_200, '2026-12-20T12:00:00.000Z'],
  ])('may give a charge %i minutes', async (expiresInMinutes, expiresAt) => {
    expect((await api().create({ expiresInMinutes })).body.expiresAt).toBe(expiresAt);
  });

  test('takes discounts off, and offers instalments of what is left', async () => {
    const { create, publicCall } = api();
    const { body } = await create({ discounts: [{ name: 'First order', amount: 500 }] });
    expect([body.subtotal, body.discountTotal, body.amount]).toEqual([8500, 500, 8000]);
    const { session } = (await publicCall(body.id)).body;
    expect(session.config.paymentMethods).toMatchObject({
      pix: { enabled: true },
      boleto: { enabled: false },
      credit_card: {
        enabled: true,
        installments: [
          { count: 1, amount: 8000, total: 8000 },
          { count: 2, amount: 4000, total: 8000 },
          { count: 3, amount: 2666, total: 8000 },
        ],
        tokenizer: { name: 'sandbox' },
      },
      combined: { enabled: false },
    });
  });

  test('shows the shopper no tenant, metadata or return address', async () => {
    const { create, publicCall } = api();
    const { body } = await create({ metadata: { secret: 'm1' }, successUrl: 'https://shop.example/secret' });
    expect((await publicCall(body.id)).text).not.toMatch(/tenant|metadata|secret|transactionId|successUrl/);
  });

  test('cancels what was created, opened or failed, and nothing else', async () => {
    const { create, call, publicCall, sandbox } = api();
    const cancel = async (id: string): Promise<unknown[]> => {
      const { status, body } = await call(`/checkout/charges/${id}/cancel`, { body: {} });
      return [status, body.error?.code ?? body.status];
    };
    const ids = await Promise.all(Array.from({ length: 6 }, async () => (await create()).body.id as string));
    const [created = '', opened = '', failed = '', paying = '', paid = '', expired = ''] = ids;
    await publicCall(`${opened}/opened`, { body: {} });
    const confirm = (id: string, number?: string, attempt = 1): Promise<Reply> =>
      publicCall(`${id}/confirm`, {
        key: `${id}:${String(attempt)}`,
        body: {
          payments: [
            { method: 'credit_card', amount: 8500, tokenId: sandbox.tokenize(number ? { number } : {}) },
          ],
          buyer: BUYER,
        },
      });
    await confirm(failed, '4000000000000002');
    await confirm(paying, '4000002500003155');
    await confirm(paid);
    sandbox.expire(expired);
    for (const id of [created, opened, failed]) expect(await cancel(id)).toEqual([200, 'canceled']);
    for (const id of [created, paying, paid, expired])
      expect(await cancel(id)).toEqual([409, 'session_not_cancellable']);
    expect(await cancel('cs_none')).toEqual([404, 'NOT_FOUND']);
    // Locked after five declines: failed as well.
    const locked = (await create()).body.id as string;
    for (let attempt = 1; attempt <= 5; attempt++) await confirm(locked, '4000000000000002', attempt);
    expect(await cancel(locked)).toEqual([200, 'canceled']);
    expect((await call(`/checkout/charges/${paid}`)).body).toMatchObject({ status: 'paid', amountDue: 0 });
  });

  test('creates and cancels once for each Idempotency-Key', async () => {
    const { create, call } = api();
    const first = await create({}, { key: 'a' });
    expect((await create({}, { key: 'a' })).text).toBe(first.text);
    expect((await create({ locale: 'en-US' }, { key: 'a' })).body.error.code).toBe('idempotency_key_reused');
    const cancel = (): Promise<Reply> =>
      call(`/checkout/charges/${String(first.body.id)}/cancel`, { body: {}, key: 'b' });
    expect((await cancel()).status).toBe(200);
    expect((await cancel()).headers.get('Idempotency-Replayed')).toBe('true');
  });

  test('lists charges by status, search and page', async () => {
    const { create, call, clock, sandbox } = api();
    const ids: string[] = [];
    for (const name of ['Ana Souza', 'Bruno Lima', 'Carla Dias']) {
      const customer = { ...BUYER, name, email: `${name.slice(0, 3).toLowerCase()}@example.com` };
      ids.push((await create({ customer })).body.id as string);
      clock.advance(1000);
    }
    const [ana = '', bruno = '', carla = ''] = ids;
    sandbox.expire(bruno);
    const list = async (query: string): Promise<string[]> =>
      (await call(`/checkout/charges?${query}`)).body.data.map(({ id }: { id: string }) => id);
    expect(await list('')).toEqual([carla, bruno, ana]);
    expect(await list('status=expired')).toEqual([bruno]);
    expect(await list('status=created,expired')).toEqual([carla, bruno, ana]);
    expect(await list('search=LIMA')).toEqual([bruno]);
    expect(await list('search=car%40example')).toEqual([carla]);
    expect(await list(`search=${ana}`)).toEqual([ana]);
    expect(await list('search=529982')).toEqual([carla, bruno, ana]);
    expect(await list('page=2&limit=2')).toEqual([ana]);
    expect(await list('page=3&limit=2')).toEqual([]);
    const { pagination } = (await call('/checkout/charges?limit=2')).body;
    expect(pagination).toEqual({ page: 1, limit: 2, total: 3, totalPages: 2 });
  });

  test.each(['page=0', 'page=x', 'limit=0', 'limit=101', 'status=open', 'status=created,'])(
    'cannot list by %s',
    async (query) => {
      const { status, body } = await api().call(`/checkout/charges?${query}`);
      expect([status, body.error.code]).toEqual([400, 'validation_failed']);
    },
  );

  test('makes links, whose sessions are no charges', async () => {
    const { call, publicCall } = api();
    const link = await call('/checkout/links', { body: BODY });
    expect([link.status, link.body.id]).toEqual([201, expect.stringMatching(/^chk_/)]);
    const path = `/checkout/links/${String(link.body.id)}`;
    const session = await call('/checkout/sessions', { body: { linkId: link.body.id } });
    expect(session.body).toMatchObject({ linkId: link.body.id, amount: 8500 });
    expect((await call(`/checkout/charges/${String(session.body.id)}`)).status).toBe(404);
    expect((await call('/checkout/charges')).body.data).toEqual([]);
    expect((await call('/checkout/sessions')).body.data).toHaveLength(1);
    await call(path, {
      method: 'PUT',
      body: { ...BODY, items: [{ name: 'Cup', quantity: 1, unitAmount: 100 }] },
    });
    expect((await publicCall(link.body.id)).body.session.amount).toBe(100);
    expect((await call('/checkout/links')).body.pagination.total).toBe(1);
    expect((await call(path, { method: 'DELETE' })).status).toBe(204);
    expect((await call(path)).status).toBe(404);
    expect((await call('/checkout/sessions', { body: { linkId: link.body.id } })).status).toBe(404);
  });
});

describe('the buyer of z2pay', () => {
  const CANDIDATE = `cs_${'0123456789abcdef'.repeat(3)}`;

  test('opens a session once', async () => {
    const { create, publicCall } = api();
    const { id } = (await create()).body;
    const first = await publicCall(`${String(id)}/opened`, { body: {} });
    expect(first.body.session.status).toBe('opened');
    const again = await publicCall(`${String(id)}/opened`, { body: {} });
    expect(again.body.version).toBe(first.body.version);
  });

  test('turns a link into a session, the same for the same candidate', async () => {
    const { sandbox, publicCall } = api();
    const { link } = sandbox.createPaymentLink('z2pay', { amount: 900 });
    const first = await publicCall(`${link}?sessionId=${CANDIDATE}`);
    expect(first.body.session).toMatchObject({ id: CANDIDATE, amount: 900 });
    await publicCall(`${link}?sessionId=${CANDIDATE}`);
    expect((await publicCall(`${link}/opened`, { body: { sessionId: CANDIDATE } })).body.session.status).toBe(
      'opened',
    );
    expect((await publicCall(`${link}/opened`, { body: {} })).body.error.param).toBe('sessionId');
    const other = await publicCall(link);
    expect(other.body.session.id).not.toBe(CANDIDATE);
  });

  test.each([
    ['cs_short', 400],
    [`cs_${'A'.repeat(48)}`, 400],
  ])('cannot name the session %s itself', async (candidate, status) => {
    const { sandbox, publicCall } = api();
    const { link } = sandbox.createPaymentLink('z2pay');
    expect((await publicCall(`${link}?sessionId=${candidate}`)).status).toBe(status);
  });

  test('cannot take over a session that is not of the link', async () => {
    const { sandbox, publicCall } = api();
    const { id } = sandbox.createSession('z2pay');
    const { link } = sandbox.createPaymentLink('z2pay');
    expect((await publicCall(`${link}?sessionId=${id}`)).status).toBe(404);
  });

  const combined = async (card?: string) => {
    const server = api();
    const methods = { ...BODY.paymentMethods, combined: { enabled: true } };
    const { id } = (await server.create({ paymentMethods: methods })).body as { id: string };
    const confirm = (amounts: readonly [number, number], attempt = 1): Promise<Reply> =>
      server.publicCall(`${id}/confirm`, {
        key: `${id}:${String(attempt)}`,
        body: {
          payments: [
            { method: 'pix', amount: amounts[0] },
            {
              method: 'credit_card',
              amount: amounts[1],
              tokenId: server.sandbox.tokenize(card ? { number: card } : {}),
            },
          ],
          buyer: BUYER,
        },
      });
    return { ...server, id, confirm };
  };

  test('pays a part by Pix and a part by card', async () => {
    const { id, confirm, sandbox, publicCall } = await combined();
    const { body } = await confirm([3500, 5000]);
    expect(body.session).toMatchObject({ status: 'paying', paymentAttempts: 1 });
    expect(body.payments.map(({ method, status }: Record<string, string>) => [method, status])).toEqual([
      ['pix', 'requires_action'],
      ['credit_card', 'paid'],
    ]);
    sandbox.payPix(id);
    expect((await publicCall(id)).body.session.status).toBe('paid');
    expect(sandbox.ledger.chargesOf(id).map(({ amount }) => amount)).toEqual([5000, 3500]);
  });

  test('keeps the other part alive where the card of two is declined', async () => {
    const { id, confirm, sandbox, publicCall } = await combined('4000000000000002');
    const { status, body } = await confirm([3500, 5000]);
    expect([status, body.session.status]).toEqual([200, 'paying']);
    expect(body.payments.map(({ status: word }: Record<string, string>) => word)).toEqual([
      'requires_action',
      'failed',
    ]);
    sandbox.payPix(id);
    expect((await publicCall(id)).body.session.status).toBe('partially_paid');
    expect(sandbox.ledger.chargesOf(id).map(({ amount }) => amount)).toEqual([3500]);
  });

  test('has paid a part where the code of the other runs out, and pays the rest later', async () => {
    const { id, confirm, clock, publicCall, sandbox } = await combined();
    await confirm([3500, 5000]);
    clock.advance(16 * 60_000);
    expect((await publicCall(id)).body.session).toMatchObject({
      status: 'partially_paid',
      paymentAttempts: 1,
    });
    expect((await confirm([3500, 5000], 2)).body.error.code).toBe('validation_failed');
    expect((await confirm([500, 3000], 2)).status).toBe(200);
    sandbox.payPix(id);
    expect((await publicCall(id)).body.session.status).toBe('paid');
  });

  test.each([
    ['sum of its parts', [3500, 4999]],
    ['sum of its parts', [8500, 1]],
    ['an amount below one', [8500, 0]],
  ] as const)('cannot confirm a wrong %s: %j', async (_what, amounts) => {
    const { confirm } = await combined();
    const { status, body } = await confirm(amounts);
    expect([status, body.error.code]).toEqual([400, 'validation_failed']);
  });

  test.each([
    [
      'two parts of a session that takes one',
      {
        payments: [
          { method: 'pix', amount: 4000 },
          { method: 'boleto', amount: 4500 },
        ],
      },
      'payments',
    ],
    ['nine parts', { payments: Array.from({ length: 9 }, () => ({ method: 'pix', amount: 1 })) }, 'payments'],
    ['no part', { payments: [] }, 'payments'],
    ['no buyer', { buyer: undefined }, 'buyer'],
    ['no name', { buyer: { ...BUYER, name: undefined } }, 'buyer.name'],
    ['no document', { buyer: { ...BUYER, document: '' } }, 'buyer.document'],
    ['no card token', { payments: [{ method: 'credit_card', amount: 8500 }] }, 'payments[0].tokenId'],
    ['a method that is off', { payments: [{ method: 'boleto', amount: 8500 }] }, 'payments[0].method'],
  ])('cannot confirm with %s', async (_what, change, param) => {
    const { create, publicCall } = api();
    const { id } = (await create()).body;
    const { status, body } = await publicCall(`${String(id)}/confirm`, {
      key: `${String(id)}:1`,
      body: { payments: [{ method: 'pix', amount: 8500 }], buyer: BUYER, ...change },
    });
    expect([status, body.error.code, body.error.param]).toEqual([400, 'validation_failed', param]);
  });
});
