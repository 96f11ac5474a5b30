import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/core/clock.js';
import { PROVIDERS } from '../../src/core/providers/dialect.js';
import { Shopper } from './shopper.js';
import { createServer } from './support.js';

describe('the control routes', () => {
  test('show the ledger as JSON', async () => {
    const shopper = new Shopper();
    await shopper.payByCard();
    const { status, body } = await shopper.server.call('/__sandbox/ledger', {
      headers: { Origin: 'https://shop.example' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      charges: [{ sessionId: shopper.id, amount: 12_990, currency: 'BRL', method: 'card' }],
      declines: [],
      arrivals: [{ sessionId: shopper.id, key: `${shopper.id}:1`, result: 'accepted' }],
    });
  });

  test('bring the ledger up to date with the clock', async () => {
    const shopper = new Shopper({}, { pixPaidAfterMs: 1000 });
    await shopper.pay('pix');
    shopper.server.clock.advance(1000);
    expect((await shopper.server.call('/__sandbox/ledger')).body.charges).toHaveLength(1);
  });

  test.each(PROVIDERS)('create a session of %s', async (provider) => {
    const { call } = createServer();
    const { status, body } = await call('/__sandbox/sessions', { body: { provider, amount: 4200 } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ provider, apiBase: `http://api.localhost:4001/${provider}` });
    const session = await call(`/__sandbox/sessions/${String(body.id)}`);
    expect(session.body.totals.total).toBe(4200);
  });

  test('show a session without its token, and expire it', async () => {
    const { server, id, token } = new Shopper();
    const { text, body } = await server.call(`/__sandbox/sessions/${id}`);
    expect(body).toMatchObject({ id, status: 'open', version: 1 });
    expect(text).not.toContain(token);
    expect((await server.call(`/__sandbox/sessions/${id}/expire`, { body: {} })).body.status).toBe('expired');
    expect((await server.call('/__sandbox/sessions/ses_none')).status).toBe(404);
  });

  test.each([
    ['pay', {}, 'succeeded', undefined],
    ['decline', {}, 'failed', 'declined'],
    ['decline', { code: 'insufficient_funds' }, 'failed', 'insufficient_funds'],
    ['cancel', {}, 'failed', 'canceled_by_payer'],
  ])('%s a payment (%j)', async (answer, request, status, code) => {
    const shopper = new Shopper();
    const { body: payment } = await shopper.pay('pix');
    const path = `/__sandbox/payments/${String(payment.id)}/${answer}`;
    const { body } = await shopper.server.call(path, { body: request });
    expect([body.status, body.failure?.code]).toEqual([status, code]);
    expect((await shopper.server.call(path, { body: request })).status).toBe(409);
    expect(
      (await shopper.server.call(`/__sandbox/payments/${String(payment.id)}/frob`, { body: {} })).status,
    ).toBe(404);
  });

  test('bring in the money of a Pix code that has run out', async () => {
    const shopper = new Shopper();
    const { body: payment } = await shopper.pay('pix');
    const path = `/__sandbox/payments/${String(payment.id)}/late`;
    expect((await shopper.server.call(path, { body: {} })).status).toBe(409);
    await shopper.server.call('/__sandbox/clock/advance', { body: { ms: 1_800_000 } });
    expect((await shopper.read()).status).toBe('expired');
    expect((await shopper.server.call(path, { body: {} })).body.status).toBe('succeeded');
    expect((await shopper.read()).status).toBe('paid');
    expect((await shopper.server.call(path, { body: {} })).status).toBe(409);
  });

  test('take a session for its payment', async () => {
    const shopper = new Shopper();
    const path = `/__sandbox/payments/${shopper.id}/pay`;
    expect((await shopper.server.call(path, { method: 'POST' })).status).toBe(404);
    await shopper.pay('pix');
    expect((await shopper.server.call(path, { method: 'POST' })).body.status).toBe('succeeded');
  });

  test('set faults and take them back', async () => {
    const { server, token } = new Shopper();
    const read = async () => (await server.call('/native/checkout-sessions/current', { token })).status;
    expect((await server.call('/__sandbox/fault', { body: { mode: '503', on: 'read' } })).status).toBe(200);
    expect(await read()).toBe(503);
    expect((await server.call('/__sandbox/fault')).body).toMatchObject({ mode: '503' });
    await server.call('/__sandbox/fault', { body: {} });
    expect(await read()).toBe(200);
    expect((await server.call('/__sandbox/fault', { body: { mode: 'meteor' } })).body.param).toBe('mode');
  });

  test('move a clock that is simulated, and only that', async () => {
    const shopper = new Shopper();
    await shopper.server.call('/__sandbox/clock/advance', { body: { ms: 1_800_000 } });
    expect((await shopper.read()).status).toBe('expired');
    const real = createServer({ clock: systemClock });
    expect((await real.call('/__sandbox/clock/advance', { body: { ms: 1 } })).status).toBe(405);
    expect((await shopper.server.call('/__sandbox/nothing')).status).toBe(404);
  });
});

describe('the direct methods', () => {
  test('find a session by its id or its token', () => {
    const { server, id, token } = new Shopper();
    expect(server.sandbox.session(token)).toBe(server.sandbox.session(id));
    expect(() => server.sandbox.session('cs_none')).toThrow('no such session');
  });

  test('refuse a card that the card frame would refuse', () => {
    expect(() => createServer().sandbox.tokenize({ number: '4242424242424241' })).toThrow('invalid_number');
  });

  test('delete a session', async () => {
    const { server, token, id } = new Shopper();
    server.sandbox.deleteSession(id);
    expect((await server.call('/native/checkout-sessions/current', { token })).status).toBe(401);
  });

  test.each(PROVIDERS)('make links of %s, which its page can open', async (provider) => {
    const { sandbox, call } = createServer();
    const { link } = sandbox.createPaymentLink(provider, { amount: 4200 });
    const isPublic = provider === 'z2pay';
    const open = (which: string) =>
      isPublic
        ? call(`/z2pay/public/checkout/${which}`)
        : call(`/${provider}/payment-links/token/${which}/checkout-sessions`, { body: {} });
    const { status, body } = await open(link);
    expect(status).toBe(isPublic ? 200 : 201);
    const session = sandbox.session(isPublic ? body.session.id : body.token);
    expect([session.provider, session.totals.total]).toEqual([provider, 4200]);
    const stranger = sandbox.createPaymentLink(provider === 'native' ? 'conomy' : 'native').link;
    expect((await open(stranger)).status).toBe(404);
  });

  test('give the same ids for the same source of randomness', () => {
    const random = (size: number): Uint8Array => new Uint8Array(size).fill(7);
    const ids = [0, 1].map(() => createServer({ random }).sandbox.createSession('native').id);
    expect(ids[0]).toBe('ses_070707070707070707070707');
    expect(ids[1]).toBe(ids[0]);
  });
});
