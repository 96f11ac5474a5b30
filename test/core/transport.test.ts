import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimulatedClock } from '../../src/core/clock.js';
import { fillSessionId, safeUrl } from '../../src/core/navigation.js';
import { native } from '../../src/core/providers/native.js';
import { conclude, type Conclusion } from '../../src/core/transport/conclude.js';
import { Poll } from '../../src/core/transport/poll.js';
import { backoffMs, retryAfterMs, send, type Outcome } from '../../src/core/transport/request.js';
import { aPayment, aSession } from '../support/fixtures.js';

const NOW = Date.UTC(2026, 10, 20, 12, 0, 0);
const failedPayment = { ...aPayment({ status: 'failed' }), failure: { code: 'declined', retryable: true } };

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}): Outcome => ({
  type: 'answer',
  status,
  body,
  headers: new Headers(headers),
});
const problem = (status: number, code: string, more: object = {}) => ({
  type: 'about:blank',
  title: code,
  status,
  code,
  ...more,
});

describe('what an answer to a payment proves', () => {
  const rows: [string, Outcome, Conclusion['type']][] = [
    ['201 with a payment', answer(201, aPayment()), 'payment'],
    [
      '200 replayed',
      answer(200, aPayment({ status: 'succeeded' }), { 'Idempotency-Replayed': 'true' }),
      'payment',
    ],
    ['201 with a body that is no payment', answer(201, { hello: 'there' }), 'lost'],
    ['200 with HTML', answer(200, undefined), 'lost'],
    ['402 with a code', answer(402, problem(402, 'declined', { payment: failedPayment })), 'declined'],
    ['402 with a code and no payment', answer(402, problem(402, 'insufficient_funds')), 'declined'],
    ['402 with HTML', answer(402, undefined), 'lost'],
    [
      '400 of the validation',
      answer(400, problem(400, 'invalid_request', { param: 'customer.email' })),
      'refused',
    ],
    ['422 of the validation', answer(422, problem(422, 'invalid_request')), 'refused'],
    ['400 in nobody’s form', answer(400, { message: 'Bad Request' }), 'lost'],
    ['422 in nobody’s form', answer(422, { errors: [] }), 'lost'],
    ['422 of a key used with other bytes', answer(422, problem(422, 'idempotency_key_reused')), 'lost'],
    [
      '409 while another send runs',
      answer(409, problem(409, 'in_progress'), { 'Retry-After': '2' }),
      'in_progress',
    ],
    [
      '409 with the payment that stands there',
      answer(409, problem(409, 'payment_exists', { payment: aPayment() })),
      'exists',
    ],
    ['409 with no payment in it', answer(409, problem(409, 'payment_exists')), 'lost'],
    ['409 of a gateway, in HTML', answer(409, undefined), 'lost'],
    ['409 of something else', answer(409, problem(409, 'conflict')), 'lost'],
    ['500 with a code', answer(500, problem(500, 'internal_error')), 'lost'],
    ['502 with a code', answer(502, problem(502, 'bad_gateway')), 'lost'],
    ['425', answer(425, problem(425, 'too_early')), 'busy'],
    ['429', answer(429, problem(429, 'rate_limited'), { 'Retry-After': '5' }), 'busy'],
    ['429 of a gateway, in HTML', answer(429, undefined), 'busy'],
    ['503 with Retry-After', answer(503, undefined, { 'Retry-After': '5' }), 'busy'],
    ['503 without', answer(503, problem(503, 'unavailable')), 'lost'],
    ['401', answer(401, problem(401, 'invalid_token')), 'denied'],
    ['403', answer(403, problem(403, 'forbidden')), 'denied'],
    ['403 of a locked session', answer(403, problem(403, 'session_locked')), 'declined'],
    ['410', answer(410, problem(410, 'session_expired')), 'denied'],
    ['no answer', { type: 'lost', reason: 'network' }, 'lost'],
    ['a timeout', { type: 'lost', reason: 'timeout' }, 'lost'],
  ];
  test.each(rows)('%s', (_name, outcome, expected) => {
    expect(conclude(outcome, native, aSession(), NOW).type).toBe(expected);
  });

  test('no server fault, broken body or odd status is ever taken for a decline or a refusal', () => {
    const bodies = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    const statuses = fc.oneof(
      fc.integer({ min: 500, max: 599 }),
      fc.integer({ min: 300, max: 399 }),
      fc.constant(200),
    );
    fc.assert(
      fc.property(statuses, bodies, (status, body) => {
        const { type } = conclude(answer(status, body), native, aSession(), NOW);
        expect(['lost', 'payment']).toContain(type);
        if (status !== 200) expect(type).toBe('lost');
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('Retry-After', () => {
  test.each<[string, string | undefined, number | undefined]>([
    ['seconds', '7', 7_000],
    ['a date', new Date(NOW + 30_000).toUTCString(), 30_000],
    ['a date that has passed', new Date(NOW - 30_000).toUTCString(), 0],
    ['an absurd time is capped', '999999', 120_000],
    ['nothing', undefined, undefined],
    ['nonsense is ignored', 'soon', undefined],
    ['a negative number is ignored', '-5', undefined],
  ])('%s', (_name, value, expected) => {
    const headers = new Headers(value === undefined ? {} : { 'Retry-After': value });
    expect(retryAfterMs(headers, NOW)).toBe(expected);
  });

  test('back-off has full jitter and a cap', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.double({ min: 0, max: 0.999, noNaN: true }), (turn, random) => {
        const ms = backoffMs(turn, () => random);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(8_000);
      }),
    );
  });
});

describe('a request', () => {
  const request = { method: 'POST', url: 'https://api.example/x', headers: { A: '1' }, body: '{}' };

  test('carries the options that keep it from being redirected, cached or accompanied', async () => {
    let seen: RequestInit = {};
    await send(
      async (_url, init) => {
        seen = init;
        return new Response('{}');
      },
      new SimulatedClock(),
      request,
    );
    expect(seen).toMatchObject({
      method: 'POST',
      body: '{}',
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(Object.getPrototypeOf(seen)).toBeNull();
  });

  test('is answered with objects that have what the server sent, and nothing of the page', async () => {
    const outcome = await send(
      async () => Promise.resolve(new Response('{"a":{"b":1},"list":[{}]}')),
      new SimulatedClock(),
      request,
    );
    const body = (outcome as { body: { a: object; list: object[] } }).body;
    expect(body).toEqual({ a: { b: 1 }, list: [{}] });
    for (const object of [body, body.a, body.list[0]]) expect(Object.getPrototypeOf(object)).toBeNull();
  });

  test('that is not answered in time is lost, and is taken back', async () => {
    const clock = new SimulatedClock();
    let signal: AbortSignal | undefined;
    const outcome = send(
      (_url, init) =>
        new Promise((_resolve, reject) => {
          signal = init.signal ?? undefined;
          signal?.addEventListener('abort', () => {
            reject(new DOMException('aborted', 'AbortError'));
          });
        }),
      clock,
      request,
    );
    await clock.advanceAsync(60_000);
    expect(await outcome).toEqual({ type: 'lost', reason: 'timeout' });
    expect(signal?.aborted).toBe(true);
  });

  test('whose body breaks off is lost', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    expect(await send(async () => new Response(body), new SimulatedClock(), request)).toEqual({
      type: 'lost',
      reason: 'network',
    });
  });
});

describe('polling', () => {
  test('asks fast at first, slower later, one question at a time', async () => {
    const clock = new SimulatedClock();
    const asked: number[] = [];
    let open = 0;
    const poll = new Poll(clock, 2_000, async () => {
      open += 1;
      expect(open).toBe(1);
      asked.push(clock.now());
      await new Promise<void>((resolve) => clock.schedule(resolve, 500));
      open -= 1;
      return {};
    });
    poll.set(true);
    poll.set(true);
    await clock.advanceAsync(60_000);
    const inFirstMinute = asked.length;
    expect(inFirstMinute).toBeGreaterThan(20);
    expect(inFirstMinute).toBeLessThanOrEqual(30);
    await clock.advanceAsync(60_000);
    expect(asked.length - inFirstMinute).toBeLessThanOrEqual(13);
    poll.set(false);
    const stopped = asked.length;
    await clock.advanceAsync(60_000);
    expect(asked.length).toBe(stopped);
  });

  test('backs off while reads fail and never asks sooner than told', async () => {
    const clock = new SimulatedClock();
    const asked: number[] = [];
    const poll = new Poll(clock, 2_000, async () => {
      asked.push(clock.now());
      return { waitMs: 30_000 };
    });
    poll.set(true);
    await clock.advanceAsync(100_000);
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30_000);
    poll.set(false);
  });
});

describe('the gate for URLs', () => {
  test.each<[string, string | undefined, boolean]>([
    ['https', 'https://shop.example/ok?x=1', true],
    ['http on this machine', 'http://localhost:4100/ok', true],
    ['http on a loopback address', 'http://127.0.0.1/ok', true],
    ['http on IPv6 loopback', 'http://[::1]:80/', true],
    ['http elsewhere', 'http://shop.example/ok', false],
    ['a host that only looks like this machine', 'http://localhost.evil.example/', false],
    ['script', 'javascript:alert(1)', false],
    ['script in disguise', ' \tjava\nscript:alert(1)', false],
    ['script with a host', 'JAVASCRIPT://shop.example/%0aalert(1)', false],
    ['data', 'data:text/html,hi', false],
    ['credentials', 'https://user:pw@shop.example/', false],
    ['a relative path', '/ok', false],
    ['no scheme', '//shop.example/ok', false],
    ['nothing', undefined, false],
    ['another scheme', 'ftp://shop.example/', false],
    ['an app', 'intent://pay#Intent;end', false],
  ])('%s', (_name, url, passes) => {
    expect(safeUrl(url) !== undefined).toBe(passes);
  });

  test('whatever passes is https, or http on this machine, and carries no credentials', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.webUrl().map((url) => `java\tscript:${url}`),
        ),
        (value) => {
          const passed = safeUrl(value);
          if (passed === undefined) return;
          const url = new URL(passed);
          expect(url.protocol === 'https:' || /localhost$|^127\.|^\[::1\]$/.test(url.hostname)).toBe(true);
          expect(url.username + url.password).toBe('');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('the session id goes where the URL asks for it', () => {
    expect(fillSessionId('https://a.example/?s={CHECKOUT_SESSION_ID}', 'ses 1')).toBe(
      'https://a.example/?s=ses%201',
    );
    expect(fillSessionId('https://a.example/?s=%7BCHECKOUT_SESSION_ID%7D', 'ses_1')).toBe(
      'https://a.example/?s=ses_1',
    );
    expect(fillSessionId('https://a.example/ok', 'ses_1')).toBe('https://a.example/ok');
  });
});
