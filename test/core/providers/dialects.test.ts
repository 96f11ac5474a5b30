import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CheckoutError } from '../../../src/core/errors.js';
import { PROVIDERS, type Dialect, type ProviderId } from '../../../src/core/providers/dialect.js';
import { loadDialect } from '../../../src/core/providers/index.js';
import {
  CUSTOMER_FIELDS,
  PAYMENT_STATUSES,
  SESSION_STATUSES,
  type CheckoutSession,
} from '../../../src/core/session/session.js';
import { createSandbox } from '../../../src/sandbox/index.js';
import { leaves, requestFor, withValue } from './support.js';

/** A session and a payment of each provider, and where they keep their status words. */
const SAMPLES: Readonly<
  Record<ProviderId, { session: object; payment: object; statusAt: string; paymentStatusAt: string }>
> = {
  native: {
    session: {
      id: 'ses_1',
      version: 1,
      status: 'open',
      attempt: 1,
      currency: 'BRL',
      amount: { total: 9500, paid: 0 },
      items: [{ name: 'Coffee', quantity: 1, unitAmount: 9500, totalAmount: 9500 }],
      customer: { email: 'ana@example.com' },
      paymentMethods: [{ id: 'm', type: 'pix', enabled: true, requiredFields: [] }],
      expiresAt: '2026-11-20T12:00:00Z',
      payment: { id: 'p', attempt: 1, status: 'processing', amount: 9500, currency: 'BRL', method: 'pix' },
    },
    payment: {
      id: 'p',
      attempt: 1,
      status: 'requires_action',
      amount: 9500,
      currency: 'BRL',
      method: 'pix',
      nextAction: { type: 'redirect', url: 'https://a.example' },
    },
    statusAt: 'status',
    paymentStatusAt: 'status',
  },
  z2pay: {
    session: {
      session: {
        id: `cs_${'a'.repeat(48)}`,
        status: 'opened',
        currency: 'BRL',
        amount: 9500,
        subtotal: 9500,
        config: { paymentMethods: { pix: { enabled: true } }, requiredFields: ['phone'] },
        customer: { name: 'Ana' },
        paymentAttempts: 0,
      },
      items: [{ name: 'Coffee', quantity: 1, unitAmount: 9500 }],
      version: 1,
    },
    payment: {
      session: {
        id: `cs_${'a'.repeat(48)}`,
        status: 'paying',
        currency: 'BRL',
        amount: 9500,
        config: { paymentMethods: {} },
        paymentAttempts: 1,
      },
      payments: [
        {
          id: 'p',
          attempt: 1,
          method: 'pix',
          status: 'pending',
          amount: 9500,
          redirectUrl: 'https://a.example',
        },
      ],
    },
    statusAt: 'session.status',
    paymentStatusAt: 'payments[0].status',
  },
  plugtopay: {
    session: {
      token: 'cs_test_abcdefgh',
      amount: 9500,
      currency: 'BRL',
      merchant_order_id: 'o',
      payment_method: null,
      status: 'open',
      attempt: 1,
      version: 1,
    },
    payment: {
      id: 'p',
      attempt: 1,
      status: 'pending',
      amount: 9500,
      currency: 'BRL',
      payment_method: 'pix',
      redirect_url: 'https://a.example',
    },
    statusAt: 'status',
    paymentStatusAt: 'status',
  },
  conomy: {
    session: {
      id: 'sess_0001',
      status: 'ATTEMPT',
      currency: 'CLP',
      totalAmount: '9500',
      items: [{ preTaxAmount: '9500', totalAmount: '9500', description: 'Coffee' }],
      paymentConfigs: [
        {
          currency: 'CLP',
          paymentMethods: [{ id: 'ETPAY', type: 'ETPAY', enabled: true, requiredFields: [] }],
        },
      ],
      attempt: 1,
    },
    payment: {
      id: 'p',
      status: 'ATTEMPT',
      amount: '9500',
      currency: 'CLP',
      attempt: 1,
      origins: [{ type: 'ETPAY', etpay: { url: 'https://a.example' } }],
    },
    statusAt: 'status',
    paymentStatusAt: 'status',
  },
  payonify: {
    session: {
      id: 'cs_12345678',
      status: 'open',
      payment_status: 'requires_payment_method',
      currency: 'usd',
      amount_total: 9500,
      payment_method_types: ['ecocash'],
      attempt: 1,
    },
    payment: {
      id: 'p',
      status: 'pending',
      amount: 9500,
      currency: 'usd',
      attempt: 1,
      next_action: { type: 'redirect', url: 'https://a.example' },
    },
    statusAt: 'status',
    paymentStatusAt: 'status',
  },
};

/** A word no document has, and the names every object has from its prototype. */
const unknownWord = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'on_hold', 'refund_pending'),
  fc.stringMatching(/^x[a-z_]{3,12}$/),
);

const loaded = new Map<ProviderId, Dialect>();
beforeAll(async () => {
  for (const id of PROVIDERS) loaded.set(id, await loadDialect(id));
});
const dialectOf = (id: ProviderId): Dialect => loaded.get(id) ?? expect.fail(`no dialect ${id}`);

/** What every session has to be, whoever it came from. */
function expectSound(session: CheckoutSession): void {
  const { amount } = session;
  expect(amount.due).toBe(Math.max(0, amount.total - amount.paid));
  for (const part of Object.values(amount)) expect(Number.isSafeInteger(part)).toBe(true);
  expect([...SESSION_STATUSES, 'unknown']).toContain(session.status);
  expect(session.currency).toMatch(/^[A-Z]{3,4}$/);
  expect(session.id).not.toBe('');
  for (const field of session.requiredFields) expect(CUSTOMER_FIELDS).toContain(field);
  expect(Array.isArray(session.items) && Array.isArray(session.paymentMethods)).toBe(true);
  expect(typeof session.merchant.name).toBe('string');
  if (session.payment) expect([...PAYMENT_STATUSES, 'unknown']).toContain(session.payment.status);
}

/** A parse ends in a sound session or in an error that says where. */
function expectSoundOrNamed(parse: () => CheckoutSession): void {
  let session: CheckoutSession;
  try {
    session = parse();
  } catch (error) {
    expect(error).toBeInstanceOf(CheckoutError);
    expect(error).toMatchObject({ kind: 'api', code: expect.stringMatching(/^malformed_/) as string });
    expect((error as CheckoutError).path).not.toBe('');
    return;
  }
  expectSound(session);
}

/** A copy in which every object has one more member. */
const grown = (value: unknown, key: string, extra: unknown): unknown => {
  if (Array.isArray(value)) return value.map((member) => grown(member, key, extra));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, grown(member, key, extra)]),
  );
  Object.defineProperty(copy, key, { value: extra, enumerable: true, configurable: true, writable: true });
  return copy;
};

describe.each(PROVIDERS)('the dialect %s', (id) => {
  const { session: body, payment, statusAt, paymentStatusAt } = SAMPLES[id];
  const parse = (value: unknown): CheckoutSession => dialectOf(id).parseSession(value);

  test('is the one that was asked for', () => {
    expect(dialectOf(id).id).toBe(id);
  });

  test('reads its sample', () => {
    expectSound(parse(body));
    expect(parse(body)).toMatchObject({
      status: 'open',
      attempt: 1,
      amount: { total: 9500, paid: 0, due: 9500 },
    });
  });

  test('reads the answer to a submit', () => {
    const answer = dialectOf(id).parsePayment(payment, parse(body));
    expect(answer.payment).toMatchObject({
      id: 'p',
      attempt: 1,
      status: 'requires_action',
      amount: 9500,
      nextAction: { type: 'redirect', url: 'https://a.example' },
    });
  });

  test('takes a status it does not know for a reason to ask again', () => {
    fc.assert(
      fc.property(unknownWord, (word) => {
        expect(parse(withValue(body, statusAt, word)).status).toBe('unknown');
        const answer = dialectOf(id).parsePayment(withValue(payment, paymentStatusAt, word), parse(body));
        expect(answer.payment?.status).toBe('unknown');
      }),
    );
  });

  test('ignores members it does not know, whatever they are called', () => {
    const names = fc.constantFrom('__proto__', 'constructor', 'prototype', 'x_new', 'then');
    fc.assert(
      fc.property(names, fc.jsonValue(), (name, extra) => {
        // A new kind of payment method is not ignored but reported, so an object is no member to add everywhere.
        fc.pre(typeof extra !== 'object');
        expect(parse(grown(body, name, extra))).toEqual(parse(body));
      }),
    );
  });

  test('is not poisoned by __proto__', () => {
    parse(grown(body, '__proto__', { polluted: true, status: 'paid', payment: { status: 'succeeded' } }));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(parse(grown(body, '__proto__', { status: 'paid' })).status).toBe('open');
  });

  test.each([[-0], ['-0']])('reads no amount as less than nothing, where a field holds %o', (zero) => {
    for (const path of leaves(body)) expectSoundOrNamed(() => parse(withValue(body, path, zero)));
  });

  test('ends in a session or in an error that names the field, whatever one field holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...leaves(body)), fc.anything(), (path, value) => {
        expectSoundOrNamed(() => parse(withValue(body, path, value)));
      }),
      { numRuns: 300 },
    );
  });

  test('ends in a session or in an error that names the field, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expectSoundOrNamed(() => parse(value));
        expectSoundOrNamed(() => {
          const known = parse(body);
          dialectOf(id).parsePayment(value, known);
          return known;
        });
      }),
      { numRuns: 300 },
    );
  });

  test('makes an error of any error body', () => {
    const status = fc.constantFrom(400, 401, 402, 403, 404, 409, 410, 422, 429, 500, 503);
    const text = fc.oneof(fc.string(), fc.jsonValue());
    const shaped = fc.record(
      { error: text, code: text, type: text, message: text, errors: text, payment: text, payments: text },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(status, fc.oneof(fc.anything(), shaped), (code, value) => {
        const error = dialectOf(id).parseError(code, value, parse(body));
        expect(error.code).toMatch(/^[\w.-]+$/);
        for (const said of [error.message, error.param, error.requestId])
          expect(['string', 'undefined']).toContain(typeof said);
      }),
      { numRuns: 300 },
    );
  });

  test.each([409, 403, 429, 500, 503])('sees no decline in a %i, which may hide a payment', (status) => {
    expect(
      dialectOf(id).parseError(status, { code: 'declined', error: { code: 'declined' } }).decline,
    ).toBeUndefined();
  });

  test('sees no decline in a page that is no JSON', () => {
    expect(dialectOf(id).parseError(402, undefined)).toMatchObject({ code: 'http_402', decline: undefined });
  });

  test('has routes for reading and paying, and no secret in an address', () => {
    const { routes } = dialectOf(id);
    expect(routes.read).toMatch(/^GET \//);
    expect(routes.poll).toMatch(/^GET \//);
    expect(routes.pay).toMatch(/^POST \//);
    for (const [name, template] of Object.entries(routes)) {
      const named: string[] = template === undefined ? [] : (template.match(/\{\w+\}/g) ?? []);
      expect(
        named.every((slot) => ['{id}', '{paymentId}', '{token}', '{link}', '{candidate}'].includes(slot)),
      ).toBe(true);
      // `{token}` is the refresh token, which is made for an address; the session's own travels in none.
      expect(named.includes('{token}')).toBe(name === 'refresh' && template !== undefined);
    }
  });

  test('does not read more often than its provider allows', () => {
    expect(dialectOf(id).minPollMs).toBe(id === 'z2pay' ? 3000 : 2000);
  });
});

describe('dialects on the sandbox', () => {
  test.each(PROVIDERS)('%s reads a session and pays it by every method it offers', async (id) => {
    const dialect = dialectOf(id);
    const sandbox = createSandbox();
    const { paymentMethods } = await readFrom(sandbox, dialect).then(({ session }) => session);
    expect(paymentMethods.length).toBeGreaterThan(0);
    for (const { id: methodId, type } of paymentMethods) {
      const { session, send } = await readFrom(sandbox, dialect);
      expectSound(session);
      expect(session).toMatchObject({ status: 'open', attempt: 1 });
      const request = requestFor(session, methodId, {
        customer: {
          ...session.customer,
          name: 'Ana Souza',
          firstName: 'Ana',
          lastName: 'Souza',
          email: 'ana@example.com',
          document: '52998224725',
        },
        details: type === 'mobile_money' ? { phone: '0771111111', network: 'ecocash' } : {},
        ...(type === 'card' && { card: { token: sandbox.tokenize(), brand: 'visa', last4: '4242' } }),
      });
      const answer = await send(dialect.routes.pay, session, dialect.paymentBody(request), {
        'Idempotency-Key': `${session.id}:1`,
      });
      expect(answer.status, `${methodId}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
      const { payment } = dialect.parsePayment(answer.body, session);
      expect(payment).toMatchObject({
        attempt: 1,
        method: type,
        status: type === 'card' ? 'succeeded' : 'requires_action',
      });
      const again = dialect.parseSession((await send(dialect.routes.poll, session)).body);
      expect(again).toMatchObject({
        status: type === 'card' ? 'paid' : 'processing',
        attempt: 1,
        payment: { id: payment?.id },
      });
    }
  });
});

/** A fresh session of the sandbox, read as a page would, and the means to send more. */
async function readFrom(sandbox: ReturnType<typeof createSandbox>, dialect: Dialect) {
  const { token, apiBase } = sandbox.createSession(dialect.id);
  const send = async (template = '', session?: CheckoutSession, body?: unknown, headers = {}) => {
    const [method = '', path = ''] = template.split(' ');
    const pathId = dialect.pathId?.(session, token) ?? session?.id ?? 'current';
    const response = await sandbox.fetch(apiBase + path.replace('{id}', pathId), {
      method,
      headers: { ...dialect.authorization(token), 'Content-Type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };
  return { session: dialect.parseSession((await send(dialect.routes.read)).body), send };
}

describe('loadDialect', () => {
  test.each(['stripe', '', '__proto__', 'constructor'])('refuses the provider %j with a hint', async (id) => {
    await expect(loadDialect(id as ProviderId)).rejects.toMatchObject({
      kind: 'integration',
      code: 'unknown_provider',
      hint: 'Set provider to one of: native, z2pay, plugtopay, conomy, payonify.',
    });
  });

  test('hands a dialect its own settings', async () => {
    const body = {
      ...SAMPLES.conomy.session,
      totalAmount: '95.00',
      currency: 'BRL',
      items: [],
      paymentConfigs: [],
    };
    expect((await loadDialect('conomy', { amountUnit: 'major' })).parseSession(body).amount.total).toBe(9500);
    expect(() => dialectOf('conomy').parseSession(body)).toThrow(CheckoutError);
  });
});
