import { describe, expect, test } from 'vitest';
import { SimulatedClock } from '../../src/core/clock.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { API_URL, createServer } from './support.js';

const ORIGIN = 'https://shop.example';
const CURRENT = '/native/checkout-sessions/current';

describe('every answer', () => {
  test('may be read by any page, with the headers a widget needs', async () => {
    const { call } = createServer();
    const { headers } = await call(CURRENT, { headers: { Origin: ORIGIN } });
    expect(headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    expect(headers.get('Access-Control-Expose-Headers')).toBe(
      'Retry-After, Idempotency-Replayed, Date, X-Request-Id',
    );
    expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(headers.get('Vary')).toBe('Origin');
    expect(headers.get('X-Request-Id')).toMatch(/^req_[0-9a-f]{16}$/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  test('may be read only by the origins that are allowed', async () => {
    const { call } = createServer({ allowedOrigins: [ORIGIN] });
    const allowed = await call(CURRENT, { headers: { Origin: ORIGIN } });
    const other = await call(CURRENT, { headers: { Origin: 'https://shop.example.evil' } });
    expect(allowed.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    expect(other.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  test('has a request id of its own', async () => {
    const { call } = createServer();
    const ids = [await call(CURRENT), await call(CURRENT)].map(({ headers }) => headers.get('X-Request-Id'));
    expect(ids[0]).not.toBe(ids[1]);
  });

  test.each([
    CURRENT,
    '/z2pay/public/checkout/cs_x/confirm',
    '/conomy/checkout-sessions/x/payments',
    '/payonify/v1/x',
  ])('to the preflight of %s allows what the widget sends', async (path) => {
    const reply = await createServer().call(path, {
      method: 'OPTIONS',
      headers: {
        Origin: ORIGIN,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
      },
    });
    expect([reply.status, reply.text]).toEqual([204, '']);
    expect(reply.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN);
    expect(reply.headers.get('Access-Control-Allow-Headers')).toBe(
      'Authorization, Content-Type, Idempotency-Key',
    );
    expect(reply.headers.get('Access-Control-Allow-Methods')).toContain('POST');
  });

  test('tells the server’s time, which may be wrong', async () => {
    const { sandbox, call } = createServer({ serverClockSkewMs: -86_400_000 });
    const { token } = sandbox.createSession('native');
    const { headers, body } = await call(CURRENT, { token });
    expect(headers.get('Date')).toBe('Thu, 19 Nov 2026 12:00:00 GMT');
    expect([body.serverNow, body.expiresAt]).toEqual([
      '2026-11-19T12:00:00.000Z',
      '2026-11-19T12:30:00.000Z',
    ]);
  });
});

describe('fetch', () => {
  test('takes an address with options, as the global one does', async () => {
    const sandbox = createSandbox({ clock: new SimulatedClock() });
    const { token, apiBase } = sandbox.createSession('native');
    const { fetch } = sandbox; // bound: it may be handed on
    const response = await fetch(`${apiBase}/checkout-sessions/current`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(response.ok).toBe(true);
  });

  test('rejects at once with the reason of an abort, while the server goes on', async () => {
    const { sandbox, clock } = createServer();
    const { id, token } = sandbox.createSession('native');
    sandbox.setFault({ latencyMs: 5000 });
    const abort = new AbortController();
    const request = sandbox.fetch(`${API_URL}/native/checkout-sessions/${id}/payments`, {
      method: 'POST',
      signal: abort.signal,
      headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': `${id}:1` },
      body: JSON.stringify({
        attempt: 1,
        method: 'card',
        amount: 12_990,
        currency: 'BRL',
        card: { token: sandbox.tokenize() },
      }),
    });
    await clock.advanceAsync(1000);
    abort.abort();
    await expect(request).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    await clock.advanceAsync(4000);
    expect(sandbox.session(id).status).toBe('paid');
  });

  test('rejects before anything happens where the signal is aborted already', async () => {
    const { sandbox } = createServer();
    await expect(sandbox.fetch(API_URL + CURRENT, { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  test('shares nothing with another sandbox', async () => {
    const { token } = createServer().sandbox.createSession('native');
    expect((await createServer().call(CURRENT, { token })).status).toBe(401);
  });
});

describe('faults', () => {
  const open = () => {
    const server = createServer();
    const { id, token } = server.sandbox.createSession('native');
    return {
      ...server,
      id,
      read: () => server.call(CURRENT, { token }),
      pay: () =>
        server.call(`/native/checkout-sessions/${id}/payments`, {
          token,
          key: `${id}:1`,
          body: {
            attempt: 1,
            method: 'card',
            amount: 12_990,
            currency: 'BRL',
            card: { token: server.sandbox.tokenize() },
          },
        }),
    };
  };

  test.each([
    ['html', 502, null],
    ['500', 500, null],
    ['503', 503, '2'],
    ['429', 429, '2'],
    ['401', 401, null],
  ] as const)('%s answers before anything happens', async (mode, status, retryAfter) => {
    const { sandbox, pay, read, id } = open();
    sandbox.setFault({ mode });
    const reply = await pay();
    expect([reply.status, reply.headers.get('Retry-After')]).toEqual([status, retryAfter]);
    expect((await read()).status).toBe(status);
    expect(sandbox.ledger.arrivals).toEqual([]);
    sandbox.setFault({});
    expect((await pay()).status).toBe(201);
    expect(sandbox.ledger.chargesOf(id)).toHaveLength(1);
  });

  test.each(['html', '500', 'malformed', 'wrong_type'] as const)(
    '%s can come after the payment was made, and only the answer is lost',
    async (mode) => {
      const { sandbox, pay, id } = open();
      sandbox.setFault({ mode, when: 'after', on: 'pay', times: 1 });
      const reply = await pay();
      expect(reply.body?.status).not.toBe('succeeded');
      expect(sandbox.ledger.chargesOf(id)).toHaveLength(1);
      expect((await pay()).status).toBe(422); // another token, so another body
    },
  );

  test('a broken body stops half way', async () => {
    const { sandbox, read } = open();
    sandbox.setFault({ mode: 'malformed' });
    const { status, text } = await read();
    expect(status).toBe(200);
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  test('a broken connection rejects as fetch does', async () => {
    const { sandbox, pay, id } = open();
    sandbox.setFault({ mode: 'network', when: 'after' });
    await expect(pay()).rejects.toThrow(TypeError);
    expect(sandbox.ledger.chargesOf(id)).toHaveLength(1);
  });

  test('a request that is never answered ends with the caller’s patience', async () => {
    const { sandbox } = open();
    sandbox.setFault({ mode: 'hang' });
    const abort = new AbortController();
    const request = sandbox.fetch(API_URL + CURRENT, { signal: abort.signal });
    abort.abort();
    await expect(request).rejects.toThrow();
  });

  test('hit only what they were set on, and only so often', async () => {
    const { sandbox, pay, read } = open();
    sandbox.setFault({ mode: '500', on: 'read', times: 2 });
    expect((await pay()).status).toBe(201);
    const statuses = [];
    for (let turn = 0; turn < 3; turn++) statuses.push((await read()).status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  test('never hit the merchant', async () => {
    const { sandbox, call } = open();
    sandbox.setFault({ mode: '500' });
    expect((await call('/native/checkout-sessions', { token: 'sk_test_sandbox' })).status).toBe(200);
  });

  test('delay every answer by the sandbox’s own clock', async () => {
    const { sandbox, clock, read } = open();
    sandbox.setFault({ latencyMs: 800 });
    let answered = false;
    const reply = read().then(() => (answered = true));
    await clock.advanceAsync(799);
    expect(answered).toBe(false);
    await clock.advanceAsync(1);
    await reply;
    expect(answered).toBe(true);
  });
});
