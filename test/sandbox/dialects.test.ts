import { describe, expect, test } from 'vitest';
import { loadDialect } from '../../src/core/providers/index.js';
import type { Dialect, PaymentRequest, RouteName } from '../../src/core/providers/dialect.js';
import { native } from '../../src/core/providers/native.js';
import { payonify } from '../../src/core/providers/payonify.js';
import { plugtopay } from '../../src/core/providers/plugtopay.js';
import { z2pay } from '../../src/core/providers/z2pay.js';
import type { CheckoutSession, Payment } from '../../src/core/session/session.js';
import type { CreatedSession, SessionInput } from '../../src/sandbox/index.js';
import { createServer, type Reply, type Server } from './support.js';

/** A shopper's browser: the product's own dialect on one side, the sandbox on the other. */
class Browser {
  constructor(
    readonly dialect: Dialect,
    readonly server: Server,
    readonly created: CreatedSession,
  ) {}

  async send(
    route: RouteName,
    session?: CheckoutSession,
    body?: unknown,
    paymentId = '',
    key?: string,
  ): Promise<Reply> {
    const [method, path = ''] = (this.dialect.routes[route] ?? '').split(' ');
    const { token } = this.created;
    const id = this.dialect.pathId ? this.dialect.pathId(session, token) : (session?.id ?? 'current');
    const filled = path.replace('{id}', id).replace('{paymentId}', paymentId);
    const headers = {
      ...this.dialect.authorization(token),
      ...(key !== undefined && { 'Idempotency-Key': key }),
    };
    return this.server.call(`/${this.created.provider}${filled}`, { method, body, headers });
  }

  async read(session?: CheckoutSession): Promise<CheckoutSession> {
    const { status, body } = await this.send(session ? 'poll' : 'read', session);
    expect(status).toBe(200);
    return this.dialect.parseSession(body);
  }

  async pay(
    session: CheckoutSession,
    given: Partial<PaymentRequest> & Pick<PaymentRequest, 'method'>,
  ): Promise<Payment> {
    const request: PaymentRequest = {
      session,
      amount: given.method.amount ?? session.amount.due,
      currency: given.method.currency ?? session.currency,
      customer: CUSTOMER,
      customFields: {},
      details: {},
      locale: 'en',
      returnUrl: 'https://shop.example/cart',
      ...given,
    } as PaymentRequest;
    const key = `${session.id}:${String(session.attempt)}`;
    const { status, body } = await this.send('pay', session, this.dialect.paymentBody(request), '', key);
    if (status >= 400) {
      const error = this.dialect.parseError(status, body, session);
      if (!error.payment) throw new Error(`${String(status)} ${error.code} ${error.param ?? ''}`);
      return error.payment;
    }
    const { payment } = this.dialect.parsePayment(body, session);
    if (!payment) throw new Error('an answer without a payment');
    return payment;
  }
}

const CUSTOMER = {
  name: 'Ana Souza',
  firstName: 'Ana',
  lastName: 'Souza',
  email: 'ana@example.com',
  document: '52998224725',
  phone: '+5511987654321',
} as const;

const open = async (
  dialect: Dialect,
  input: SessionInput = {},
): Promise<{ browser: Browser; session: CheckoutSession; server: Server }> => {
  const server = createServer();
  const created = server.sandbox.createSession(dialect.id, input);
  expect(created.token).toMatch(dialect.tokenPattern);
  const browser = new Browser(dialect, server, created);
  return { browser, server, session: await browser.read() };
};

const card = (server: Server, number?: string) => ({
  token: server.sandbox.tokenize(number === undefined ? {} : { number }),
  brand: 'visa',
  last4: '4242',
});

const ECOCASH = { phone: '0779999999', network: 'ecocash' };

const conomy = await loadDialect('conomy');

describe.each([native, z2pay, plugtopay, conomy, payonify])('the $id dialect and the sandbox', (dialect) => {
  test('agree on every method of every default session', async () => {
    for (const currency of dialect.id === 'z2pay'
      ? ['BRL']
      : dialect.id === 'payonify'
        ? ['USD', 'ZWG']
        : ['BRL', 'USD', 'CLP']) {
      const { session } = await open(dialect, { currency });
      expect(session.paymentMethods.length).toBeGreaterThan(0);
      for (const method of session.paymentMethods) {
        const fresh = await open(dialect, { currency });
        const offered = fresh.session.paymentMethods.find(({ id }) => id === method.id);
        if (!offered) throw new Error(`${method.id} is gone`);
        const isCard = offered.type === 'card';
        const payment = await fresh.browser.pay(fresh.session, {
          method: offered,
          card: isCard ? card(fresh.server) : undefined,
          details: offered.type === 'mobile_money' ? ECOCASH : {},
        });
        expect([method.id, payment.status]).toEqual([method.id, isCard ? 'succeeded' : 'requires_action']);
        expect(payment.method).toBe(method.type);
        if (!isCard) {
          expect((await fresh.browser.read(fresh.session)).status).toBe('processing');
          fresh.server.sandbox.pay(payment.id);
        }
        const paid = await fresh.browser.read(fresh.session);
        expect(paid).toMatchObject({ status: 'paid', payment: { id: payment.id, status: 'succeeded' } });
        expect(paid.version).toBeGreaterThan(fresh.session.version);
        expect(fresh.server.sandbox.ledger.chargesOf(fresh.browser.created.id)).toHaveLength(1);
      }
    }
  });

  test.each([
    ['4000000000000002', 'declined'],
    ['4000000000009995', 'insufficient_funds'],
    ['4000000000000119', 'processing_error'],
  ])('agree that %s is a decline that may be tried again: %s', async (number, code) => {
    const { browser, session, server } = await open(dialect);
    const method = session.paymentMethods.find(({ type }) => type === 'card');
    if (!method) throw new Error('no card');
    const payment = await browser.pay(session, { method, card: card(server, number) });
    expect(payment).toMatchObject({ status: 'failed', failure: { code } });
    const after = await browser.read(session);
    expect(after).toMatchObject({
      status: 'open',
      attempt: 2,
      canRetryAfterFailure: true,
      payment: { failure: { code } },
    });
    const second = await browser.pay(after, { method, card: card(server) });
    expect(second).toMatchObject({ status: 'succeeded', attempt: 2 });
    expect(await browser.read(session)).toMatchObject({ status: 'paid' });
  });

  test.each([
    ['4000002500003155', 'three_d_secure'],
    ['4000002760003184', 'redirect'],
  ])('agree that %s asks for %s', async (number, type) => {
    const { browser, session, server } = await open(dialect);
    const method = session.paymentMethods.find((offered) => offered.type === 'card');
    if (!method) throw new Error('no card');
    const payment = await browser.pay(session, { method, card: card(server, number) });
    expect(payment).toMatchObject({ status: 'requires_action', nextAction: { type } });
    expect(await browser.read(session)).toMatchObject({ payment: { nextAction: { type } } });
    server.sandbox.finishChallenge(payment.id, false);
    const after = await browser.read(session);
    expect(after).toMatchObject({
      status: 'open',
      attempt: 2,
      payment: { failure: { code: 'authentication_failed' } },
    });
  });

  test('agree that the fifth decline locks the session', async () => {
    const { browser, session, server } = await open(dialect);
    const method = session.paymentMethods.find(({ type }) => type === 'card');
    if (!method) throw new Error('no card');
    let current = session;
    for (let turn = 1; turn <= 5; turn++) {
      await browser.pay(current, { method, card: card(server, '4000000000000002') });
      current = await browser.read(session);
    }
    expect(current).toMatchObject({ status: 'failed', canRetryAfterFailure: false });
    expect(current.payment?.failure).toMatchObject({ retryable: false });
  });

  test('agree that an expired session can still be read', async () => {
    const { browser, session, server } = await open(dialect);
    server.sandbox.expire(browser.created.token);
    server.clock.advance(24 * 3600_000);
    expect(await browser.read(session)).toMatchObject({ status: 'expired' });
  });
});
