import { describe, expect, test } from 'vitest';
import { Shopper } from './shopper.js';
import { createServer } from './support.js';

const CUSTOM_FIELDS = [
  { key: 'note', label: 'Note', type: 'text', required: false, options: [] },
  { key: 'gift', label: 'A gift', type: 'checkbox', required: false, options: [] },
] as const;
const ADDRESS = { line1: 'Rua Augusta', number: '5', city: 'São Paulo', country: 'BR' };
const SECRET_KEY = 'sk_test_sandbox';
const DECLINED = '4000000000000002';

describe('what a payment was sent with', () => {
  const setUp = (): Shopper =>
    new Shopper({
      customer: {
        email: 'shop@example.com',
        phone: '+5511987654321',
        address: { city: 'Recife', state: 'PE' },
      },
      customFields: CUSTOM_FIELDS,
    });

  test('is known to the next page and to the merchant, on top of what the merchant told', async () => {
    const shopper = setUp();
    await shopper.payByCard(DECLINED, {
      customer: { name: 'Ana Lima', email: 'ana@example.com', address: ADDRESS },
      customFields: { note: 'Ring twice', gift: true, other: 'x' },
    });
    const asMerchant = await shopper.server.call(`/native/checkout-sessions/${shopper.id}`, {
      token: SECRET_KEY,
    });
    for (const body of [await shopper.read(), asMerchant.body]) {
      expect(body.customer).toEqual({
        name: 'Ana Lima',
        email: 'ana@example.com',
        phone: '+5511987654321',
        // Of one address, not of two.
        address: ADDRESS,
      });
      expect(body.customFields.map(({ value }: { value: unknown }) => value)).toEqual(['Ring twice', true]);
    }
  });

  test('leaves what it did not say, left empty, or had seen in part only', async () => {
    const shopper = setUp();
    await shopper.payByCard(DECLINED, { customer: { name: '', phone: '+55********21' } });
    const { customer, customFields } = await shopper.read();
    expect(customer).toEqual({
      email: 'shop@example.com',
      phone: '+5511987654321',
      address: { city: 'Recife', state: 'PE' },
    });
    expect(customFields.map((field: object) => 'value' in field)).toEqual([false, false]);
  });

  test('is not kept of a payment that was refused', async () => {
    const shopper = setUp();
    const { status } = await shopper.pay('card', { customer: { name: 'Ana Lima' } });
    expect(status).toBe(400);
    expect((await shopper.read()).customer.name).toBeUndefined();
  });
});

test('z2pay and Conomy tell it in their own words', async () => {
  const server = createServer();
  const z2pay = server.sandbox.createSession('z2pay', {
    paymentMethods: ['pix'],
    customFields: CUSTOM_FIELDS,
  });
  await server.call(`/z2pay/public/checkout/${z2pay.id}/confirm`, {
    key: `${z2pay.id}:1`,
    body: {
      payments: [{ method: 'pix', amount: 12_990 }],
      buyer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
      customFields: { note: 'Hi' },
    },
  });
  const { body } = await server.call(`/z2pay/public/checkout/${z2pay.id}`);
  expect(body.session.customer).toMatchObject({ name: 'Ana Lima', email: 'ana@example.com' });
  expect(body.session.config.customFields[0].value).toBe('Hi');

  const conomy = server.sandbox.createSession('conomy', { paymentMethods: ['ETPAY'] });
  await server.call(`/conomy/checkout-sessions/${conomy.id}/payments`, {
    token: conomy.token,
    key: `${conomy.id}:1`,
    body: {
      origins: [{ type: 'ETPAY', currency: 'CLP', amount: '12990' }],
      customer: { firstName: 'Ana', email: 'ana@example.com' },
    },
  });
  const read = await server.call(`/conomy/checkout-sessions/${conomy.id}`, { token: conomy.token });
  expect(read.body.customer).toMatchObject({ firstName: 'Ana', email: 'ana@example.com' });
});

describe('a wallet method that names no networks', () => {
  const create = (currency: string, paymentMethods: readonly unknown[]) =>
    createServer().call('/native/checkout-sessions', {
      token: SECRET_KEY,
      body: { currency, amount: 5000, paymentMethods },
    });

  test.each([
    ['USD', ['ecocash', 'onemoney']],
    ['ZWG', ['ecocash', 'onemoney']],
    ['KES', ['mpesa', 'airtel']],
  ])('has those of its currency: %s', async (currency, networks) => {
    const { status, body } = await create(currency, [{ type: 'mobile_money' }]);
    expect(status).toBe(201);
    expect(body.paymentMethods[0].networks).toEqual(networks);
  });

  test('is refused by the name of the member where the currency has none', async () => {
    const { status, body } = await create('EUR', ['card', { type: 'mobile_money' }]);
    expect([status, body.param]).toEqual([422, 'paymentMethods[1].networks']);
    expect(body.detail).toMatch(/Name its networks/);
  });
});
