import { describe, expect, test } from 'vitest';
import type { SessionInput } from '../../src/sandbox/index.js';
import { Shopper } from './shopper.js';
import { createServer } from './support.js';

describe('a session by default', () => {
  test.each([
    ['BRL', ['card', 'pix', 'boleto']],
    ['USD', ['mobile_money', 'card', 'zimswitch']],
    ['ZWG', ['mobile_money', 'zimswitch']],
    ['CLP', ['bank_redirect', 'card']],
    ['EUR', ['card']],
  ])('in %s offers %j', async (currency, types) => {
    const { paymentMethods } = await new Shopper({ currency }).read();
    expect(paymentMethods.map(({ type }: { type: string }) => type)).toEqual(types);
  });

  test('names the card frame as the tokenizer of its card', async () => {
    const cardFrameUrl = 'http://frame.localhost:4003/card-frame/index.html';
    const { paymentMethods } = await new Shopper({}, { cardFrameUrl }).read();
    expect(paymentMethods[0].tokenizer).toEqual({ name: 'sandbox', frameUrl: cardFrameUrl });
  });

  test.each([
    ['a total alone', { amount: 500 }, { subtotal: 500, discount: 0, tax: 0, shipping: 0, total: 500 }],
    [
      'items',
      {
        items: [
          { name: 'Tea', quantity: 3, unitAmount: 250 },
          { name: 'Cup', unitAmount: 1000 },
        ],
      },
      { subtotal: 1750, discount: 0, tax: 0, shipping: 0, total: 1750 },
    ],
    [
      'items and what is added to them',
      { items: [{ name: 'Tea', unitAmount: 1000 }], amount: { discount: 100, shipping: 350, tax: 50 } },
      { subtotal: 1000, discount: 100, tax: 50, shipping: 350, total: 1300 },
    ],
    [
      'items with their own tax',
      { items: [{ name: 'Tea', unitAmount: 1000, tax: { type: 'fixed', value: '190', amount: 190 } }] },
      { subtotal: 1000, discount: 0, tax: 190, shipping: 0, total: 1190 },
    ],
    [
      'a lower total than its items',
      { items: [{ name: 'Tea', unitAmount: 1000 }], amount: 900 },
      { subtotal: 1000, discount: 100, tax: 0, shipping: 0, total: 900 },
    ],
  ] as [string, SessionInput, object][])('of %s adds up', async (_what, input, totals) => {
    const { amount, items } = await new Shopper(input).read();
    expect(amount).toEqual({ ...totals, paid: 0, due: (totals as { total: number }).total });
    expect(items.length).toBeGreaterThan(0);
  });

  test('shows everything it was made of', async () => {
    const input: SessionInput = {
      branding: { primaryColor: '#123456' },
      locale: 'pt-BR',
      submitType: 'donate',
      customer: { email: 'ana@example.com' },
      requiredFields: ['name'],
      customFields: [
        { key: 'size', label: 'Size', type: 'select', required: true, options: [{ value: 'm', label: 'M' }] },
      ],
      successUrl: 'https://shop.example/ok?s={CHECKOUT_SESSION_ID}',
      cancelUrl: 'https://shop.example/cart',
      failureUrl: 'https://shop.example/no',
      metadata: { order: '7' },
      combined: { enabled: true, max: 2 },
    };
    expect(await new Shopper(input).read()).toMatchObject(input);
  });
});

describe('a submit', () => {
  const NEEDS: SessionInput = {
    requiredFields: ['name', 'email'],
    customFields: [
      { key: 'terms', label: 'Terms', type: 'checkbox', required: true },
      { key: 'size', label: 'Size', type: 'select', required: false, options: [{ value: 'm', label: 'M' }] },
    ],
  };
  const CUSTOMER = { name: 'Ana', email: 'ana@example.com' };

  test.each([
    [
      'without the name',
      { customer: { email: 'a@b.example' }, customFields: { terms: true } },
      'customer.name',
    ],
    [
      'with an empty name',
      { customer: { ...CUSTOMER, name: ' ' }, customFields: { terms: true } },
      'customer.name',
    ],
    [
      'with half a name',
      { customer: { firstName: 'Ana', email: 'a@b.example' }, customFields: { terms: true } },
      'customer.name',
    ],
    [
      'with an e-mail that is none',
      { customer: { ...CUSTOMER, email: 'ana' }, customFields: { terms: true } },
      'customer.email',
    ],
    [
      'without the box that has to be ticked',
      { customer: CUSTOMER, customFields: { terms: false } },
      'customFields.terms',
    ],
    [
      'with a choice that is not offered',
      { customer: CUSTOMER, customFields: { terms: true, size: 'xl' } },
      'customFields.size',
    ],
    [
      'by a method that is not offered',
      { customer: CUSTOMER, customFields: { terms: true }, method: 'zimswitch' },
      'method',
    ],
    [
      'in another currency',
      { customer: CUSTOMER, customFields: { terms: true }, currency: 'USD' },
      'currency',
    ],
    [
      'of another attempt than its key',
      { customer: CUSTOMER, customFields: { terms: true }, attempt: 2 },
      'attempt',
    ],
    ['of half a cent', { customer: CUSTOMER, customFields: { terms: true }, amount: 1.5 }, 'amount'],
    ['of nothing', { customer: CUSTOMER, customFields: { terms: true }, amount: 0 }, 'amount'],
  ])('%s is refused and says where', async (_what, body, param) => {
    const shopper = new Shopper(NEEDS);
    const reply = await shopper.payByCard(undefined, body);
    expect([reply.status, reply.body.code, reply.body.param]).toEqual([400, 'invalid_request', param]);
  });

  test('needs nothing that the session knows already', async () => {
    const shopper = new Shopper({ ...NEEDS, customer: CUSTOMER });
    expect((await shopper.payByCard(undefined, { customFields: { terms: true } })).status).toBe(201);
  });

  test('takes both parts of a name for the name', async () => {
    const shopper = new Shopper({ requiredFields: ['name'] });
    const customer = { firstName: 'Ana', lastName: 'Souza' };
    expect((await shopper.payByCard(undefined, { customer })).status).toBe(201);
  });

  test('by boleto needs a name and a document, and gives a line to pay', async () => {
    const shopper = new Shopper();
    expect((await shopper.pay('boleto')).body.param).toBe('customer.name');
    const { body } = await shopper.pay('boleto', { customer: { name: 'Ana', document: '52998224725' } });
    expect(body.nextAction).toMatchObject({
      type: 'voucher',
      scheme: 'boleto',
      expiresAt: '2026-11-23T12:00:00.000Z',
    });
    expect(body.nextAction.line).toMatch(/^9999\d{33}0000012990$/);
    shopper.server.sandbox.pay(shopper.id);
    expect((await shopper.read()).status).toBe('paid');
  });

  test('by a method with an amount and a currency of its own pays the whole session', async () => {
    const method = { type: 'card', id: 'card_usd', currency: 'USD', amount: 2500, exchangeRate: '5.196' };
    const shopper = new Shopper({ paymentMethods: ['pix', method] });
    expect((await shopper.payByCard(undefined, { method: 'card_usd', currency: 'USD' })).body.param).toBe(
      'amount',
    );
    const { body } = await shopper.payByCard(undefined, {
      method: 'card_usd',
      amount: 2500,
      currency: 'USD',
    });
    expect(body).toMatchObject({ status: 'succeeded', amount: 2500, currency: 'USD' });
    expect(await shopper.read()).toMatchObject({ status: 'paid', amount: { paid: 12_990, due: 0 } });
  });

  test.each(['crypto_wave', 'constructor', '__proto__'])(
    'by %s, which is listed but unknown, is refused',
    async (type) => {
      const shopper = new Shopper({ paymentMethods: [type, 'pix'] });
      expect((await shopper.pay(type)).body.param).toBe('method');
    },
  );

  test('by a method that is switched off is refused', async () => {
    const shopper = new Shopper({ paymentMethods: [{ type: 'pix', enabled: false }, 'boleto'] });
    expect((await shopper.pay('pix')).body.param).toBe('method');
  });
});

describe('a payment in parts', () => {
  const combined = { enabled: true, max: 2 };
  const currency = 'BRL';
  const pix = (amount: number) => ({ method: 'pix', type: 'pix', amount, currency });
  const card = (shopper: Shopper, amount: number, number?: string) => ({
    method: 'card',
    type: 'card',
    amount,
    currency,
    card: { token: shopper.server.sandbox.tokenize(number === undefined ? {} : { number }) },
  });
  const payIn = async (shopper: Shopper, payments: readonly object[], attempt = 1) =>
    shopper.server.call(`/native/checkout-sessions/${shopper.id}/payments`, {
      token: shopper.token,
      key: `${shopper.id}:${String(attempt)}`,
      body: { attempt, payments },
    });
  const amounts = (shopper: Shopper) =>
    shopper.server.sandbox.ledger.chargesOf(shopper.id).map(({ amount }) => amount);

  test('is answered with the session, and paid when all of its parts are', async () => {
    const shopper = new Shopper({ combined });
    const { status, body } = await payIn(shopper, [card(shopper, 5000), pix(7990)]);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'processing',
      attempt: 1,
      amount: { total: 12_990, paid: 5000, due: 7990 },
      payments: [
        { method: 'card', status: 'succeeded', amount: 5000 },
        { method: 'pix', status: 'requires_action', amount: 7990 },
      ],
    });
    shopper.server.sandbox.payPix(shopper.id);
    expect(await shopper.read()).toMatchObject({ status: 'paid', amount: { paid: 12_990, due: 0 } });
    expect(amounts(shopper)).toEqual([5000, 7990]);
  });

  test('keeps the other part alive where one fails, and takes the rest in the next try', async () => {
    const shopper = new Shopper({ combined });
    const { body } = await payIn(shopper, [card(shopper, 5000, '4000000000000002'), pix(7990)]);
    expect(body).toMatchObject({
      status: 'processing',
      attempt: 1,
      payments: [{ status: 'failed' }, { status: 'requires_action' }],
    });
    shopper.server.sandbox.payPix(shopper.id);
    expect(await shopper.read()).toMatchObject({
      status: 'partially_paid',
      attempt: 2,
      amount: { paid: 7990, due: 5000 },
    });
    expect((await payIn(shopper, [card(shopper, 5000), pix(7990)], 2)).body.param).toBe('amount');
    await payIn(shopper, [card(shopper, 2000), card(shopper, 3000)], 2);
    expect(await shopper.read()).toMatchObject({ status: 'paid', amount: { paid: 12_990, due: 0 } });
    expect(amounts(shopper)).toEqual([7990, 2000, 3000]);
  });

  test.each([
    ['less than is due', [5000, 7989], 'amount'],
    ['more than is due', [5000, 7991], 'amount'],
    ['a part of nothing', [12_990, 0], 'amount'],
    ['a part below nothing', [12_991, -1], 'amount'],
    ['more parts than are allowed', [5000, 5000, 2990], 'payments'],
    ['no part', [], 'payments'],
  ])('is refused as a whole with %s', async (_what, sums, param) => {
    const shopper = new Shopper({ combined });
    expect((await payIn(shopper, sums.map(pix))).body.param).toBe(param);
    expect(shopper.server.sandbox.session(shopper.id).payments).toEqual([]);
  });

  test('is refused where it leaves something for later, or the session does not allow it', async () => {
    expect((await new Shopper({ combined }).pay('pix', { amount: 5000 })).body.param).toBe('amount');
    const shopper = new Shopper();
    expect((await payIn(shopper, [pix(5000), pix(7990)])).body.param).toBe('payments');
  });

  test('cannot be left once a part was paid', async () => {
    const shopper = new Shopper({ combined });
    await payIn(shopper, [card(shopper, 5000), card(shopper, 7990, '4000000000000002')]);
    const path = `/native/checkout-sessions/${shopper.id}/cancel`;
    expect((await shopper.server.call(path, { token: shopper.token, body: {} })).body.code).toBe(
      'payment_exists',
    );
  });
});

describe('a fresh session for an expired one', () => {
  const refresh = async (shopper: Shopper, token = shopper.server.sandbox.session(shopper.id).refreshToken) =>
    shopper.server.call(`/native/checkout-sessions/token/${token ?? ''}/refresh`, { body: {} });

  test('has a new id and token, the same purchase and attempt 1', async () => {
    const shopper = new Shopper({ amount: 777 });
    await shopper.payByCard('4000000000000002');
    shopper.server.sandbox.expire(shopper.id);
    const { status, body } = await refresh(shopper);
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'open', attempt: 1, version: 1, amount: { total: 777 } });
    expect(body.id).not.toBe(shopper.id);
    expect(body.payment).toBeUndefined();
    expect(
      (await shopper.server.call('/native/checkout-sessions/current', { token: body.token })).body.id,
    ).toBe(body.id);
    expect((await shopper.read()).status).toBe('expired');
  });

  test('is the same for every tab that asks', async () => {
    const shopper = new Shopper();
    shopper.server.sandbox.expire(shopper.id);
    const [first, second] = await Promise.all([refresh(shopper), refresh(shopper)]);
    expect(second.body.id).toBe(first.body.id);
  });

  test('is not made while a payment is on its way or done', async () => {
    const shopper = new Shopper({ expiresIn: 60 });
    await shopper.payByCard('4000002500003155');
    shopper.server.clock.advance(60_000);
    expect((await refresh(shopper)).body.code).toBe('payment_exists');
    shopper.server.sandbox.finishChallenge(shopper.id, true);
    expect((await refresh(shopper)).body).toMatchObject({
      code: 'payment_exists',
      payment: { status: 'succeeded' },
    });
  });

  test('does not open a lock: declines go along', async () => {
    const shopper = new Shopper();
    for (let turn = 0; turn < 4; turn++) await shopper.payByCard('4000000000000002');
    shopper.server.sandbox.expire(shopper.id);
    const { body } = await refresh(shopper);
    expect(shopper.server.sandbox.session(body.id).declines).toBe(4);
  });

  test('is not made of a session that was canceled, or by a token nobody gave out', async () => {
    const shopper = new Shopper();
    shopper.server.sandbox.cancelSession(shopper.id);
    expect((await refresh(shopper)).status).toBe(410);
    expect((await refresh(shopper, 'crt_x')).status).toBe(404);
  });

  test('cannot be had where the merchant does not want it', async () => {
    expect(await new Shopper({ refreshable: false }).read()).not.toHaveProperty('refreshToken');
  });
});

test('a payment link opens a new session each time', async () => {
  const { sandbox, call } = createServer();
  const { link } = sandbox.createPaymentLink('native', { amount: 4200 });
  const opened = [];
  for (let turn = 0; turn < 2; turn++) {
    opened.push(await call(`/native/payment-links/token/${link}/checkout-sessions`, { body: {} }));
  }
  expect(opened.map(({ status }) => status)).toEqual([201, 201]);
  expect(opened[0]?.body.id).not.toBe(opened[1]?.body.id);
  const { body } = await call('/native/checkout-sessions/current', { token: opened[0]?.body.token });
  expect(body.amount.total).toBe(4200);
  expect((await call('/native/payment-links/token/pl_none/checkout-sessions', { body: {} })).status).toBe(
    404,
  );
});
