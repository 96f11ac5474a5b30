import { describe, expect, test } from 'vitest';
import { createServer, type Call } from './support.js';

const PATH = '/plugtopay/api/v1/checkout/sessions';
/** The request of the create-session document, word for word. */
const BODY = {
  amount: 15000,
  currency: 'BRL',
  merchant_order_id: 'ORD-123',
  payment_method: 'card',
  gateway_first_try: 'pagarme',
  expires_in: 1800,
  metadata: {},
  success_url: 'https://mystore.com/order/success',
  cancel_url: 'https://mystore.com/order/failed',
};

const api = () => {
  const server = createServer();
  const create = (change: object = {}, given: Call = {}) =>
    server.call(PATH, {
      body: { ...BODY, ...change },
      headers: { 'X-API-Key': 'p2p_test_sandbox' },
      ...given,
    });
  return { ...server, create };
};

describe('the merchant of PlugToPay', () => {
  test('creates a session and gets exactly the documented members', async () => {
    const { status, body } = await api().create();
    expect(status).toBe(201);
    expect(body).toEqual({
      token: expect.stringMatching(/^cs_test_[0-9a-f]{48}$/),
      amount: 15000,
      currency: 'BRL',
      merchant_order_id: 'ORD-123',
      payment_method: 'card',
      gateway_first_try: 'pagarme',
      metadata: {},
      success_url: 'https://mystore.com/order/success',
      cancel_url: 'https://mystore.com/order/failed',
      expires_at: '2026-11-20T12:30:00+00:00',
    });
  });

  test('may leave out what is optional, or send null', async () => {
    const { create } = api();
    const bare = { payment_method: null, gateway_first_try: null, success_url: null, cancel_url: null };
    const { status, body } = await create({ ...bare, metadata: undefined, expires_in: undefined });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...bare, metadata: {}, expires_at: '2026-11-20T12:30:00+00:00' });
  });

  test('gets a session in dollars for cards only', async () => {
    const { create } = api();
    expect((await create({ currency: 'USD', payment_method: undefined })).body.payment_method).toBe('card');
    expect((await create({ currency: 'USD', payment_method: 'pix' })).body.param).toBe('payment_method');
  });

  test.each([
    [{ amount: undefined }, 'amount'],
    [{ amount: 0 }, 'amount'],
    [{ amount: 1.5 }, 'amount'],
    [{ amount: '15000' }, 'amount'],
    [{ currency: 'EUR' }, 'currency'],
    [{ currency: undefined }, 'currency'],
    [{ merchant_order_id: undefined }, 'merchant_order_id'],
    [{ merchant_order_id: '' }, 'merchant_order_id'],
    [{ merchant_order_id: 'x'.repeat(101) }, 'merchant_order_id'],
    [{ payment_method: 'billet' }, 'payment_method'],
    [{ gateway_first_try: 'paypal' }, 'gateway_first_try'],
    [{ expires_in: 59 }, 'expires_in'],
    [{ expires_in: 86_401 }, 'expires_in'],
    [{ success_url: 'not a url' }, 'success_url'],
    [{ metadata: [] }, 'metadata'],
  ])('cannot create a session with %j', async (change, param) => {
    const { status, body } = await api().create(change);
    expect([status, body.code, body.param]).toEqual([422, 'invalid_session', param]);
  });

  test.each([60, 86_400])('may give a session %i seconds', async (expires_in) => {
    const { body } = await api().create({ expires_in });
    expect(Date.parse(body.expires_at) - Date.UTC(2026, 10, 20, 12)).toBe(expires_in * 1000);
  });

  test.each([[{}], [{ 'X-API-Key': 'p2p_test_other' }], [{ Authorization: 'Bearer p2p_test_sandbox' }]])(
    'is refused with the headers %j',
    async (headers) => {
      const { status, body } = await api().create({}, { headers });
      expect([status, body.code]).toEqual([401, 'unauthorized']);
    },
  );

  test('creates once for each Idempotency-Key', async () => {
    const { create } = api();
    const first = await create({}, { key: 'ORD-123' });
    const again = await create({}, { key: 'ORD-123' });
    expect(again.body.token).toBe(first.body.token);
    expect((await create({ amount: 1 }, { key: 'ORD-123' })).status).toBe(422);
  });

  test('hands on its metadata to the page, and reads the order back on the server', async () => {
    const { create, call, sandbox } = api();
    const { token } = (await create({ metadata: { note: 'x' }, payment_method: null })).body as {
      token: string;
    };
    const page = await call('/plugtopay/checkout-sessions/current', { token });
    expect(page.body).toMatchObject({ metadata: { note: 'x' }, status: 'open', attempt: 1, version: 1 });
    await call('/plugtopay/checkout-sessions/current/payments', {
      token,
      key: `${String(page.body.id)}:1`,
      body: {
        payment_method: 'pix',
        amount: 15000,
        currency: 'BRL',
        merchant_order_id: 'ORD-123',
        customer: { name: 'Ana', email: 'ana@example.com', document: '52998224725' },
      },
    });
    sandbox.payPix(token);
    const order = await call(`${PATH}/ORD-123`, { headers: { 'X-API-Key': 'p2p_test_sandbox' } });
    expect(order.body).toMatchObject({
      status: 'paid',
      payment: { status: 'approved', payment_method: 'pix' },
    });
  });

  test.each([
    [{ merchant_order_id: 'ORD-124' }, 'merchant_order_id'],
    [{ customer: { name: 'Ana', email: 'ana@example.com' } }, 'customer.document'],
    [{ payment_method: 'billet' }, 'payment_method'],
    [{ amount: 99 }, 'amount'],
    [{ payment_method: 'card' }, 'card.token'],
    [{ return_url: 'javascript:1' }, 'return_url'],
  ])('takes no payment with %j', async (change, param) => {
    const { create, call } = api();
    const { token } = (await create({ payment_method: null })).body as { token: string };
    const { id } = (await call('/plugtopay/checkout-sessions/current', { token })).body as { id: string };
    const { status, body } = await call('/plugtopay/checkout-sessions/current/payments', {
      token,
      key: `${id}:1`,
      body: {
        payment_method: 'pix',
        amount: 15000,
        currency: 'BRL',
        customer: { name: 'Ana', email: 'ana@example.com', document: '52998224725' },
        ...change,
      },
    });
    expect([status, body.param]).toEqual([400, param]);
  });
});
