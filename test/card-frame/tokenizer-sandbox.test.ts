import { afterEach, describe, expect, test, vi } from 'vitest';
import { sandbox } from '../../src/card-frame/frame/tokenizers/sandbox.js';
import type { TokenizeResult } from '../../src/card-frame/frame/tokenizers/tokenizer.js';

const CARD = {
  number: '4242424242424242',
  expiryMonth: 12,
  expiryYear: 2040,
  cvc: '123',
  holderName: 'Ana Souza',
};
const NONCE = '0123456789abcdef0123456789abcdef';
const tokenize = async (timeoutMs = 15_000): Promise<TokenizeResult> =>
  sandbox(CARD, { publicKey: '', nonce: NONCE, timeoutMs });

/** The tokenizer, as the frame's `fetch` meets it; the requests it got are the answer. */
function tokenizer(answer: (init: RequestInit) => Response | Promise<Response>): [URL, RequestInit][] {
  const requests: [URL, RequestInit][] = [];
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    requests.push([url, init]);
    return answer(init);
  });
  return requests;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const json =
  (body: unknown, status = 200) =>
  (): Response =>
    Response.json(body, { status });
const NETWORK = { ok: false, kind: 'network', code: 'card_frame_failed', retryable: true };
const BROKEN = { ok: false, kind: 'api', code: 'card_frame_failed', retryable: true };

test('the card goes once, to the frame’s own origin, with nothing of the browser’s and back no other way', async () => {
  const requests = tokenizer(json({ token: 'tok_1' }));
  await tokenize();
  expect(requests).toHaveLength(1);
  const [url, init] = requests[0] as [URL, RequestInit];
  expect(url.href).toBe(new URL('tokens', location.href).href);
  expect(JSON.parse(init.body as string)).toEqual({ ...CARD, frameNonce: NONCE });
  expect({ ...init, body: '', signal: undefined }).toEqual({
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: '',
    mode: 'same-origin',
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: undefined,
  });
});

test('a page that polluted Object.prototype adds nothing to the request', async () => {
  const requests = tokenizer(json({ token: 'tok_1' }));
  Object.defineProperty(Object.prototype, 'keepalive', { value: true, configurable: true });
  try {
    await tokenize();
  } finally {
    Reflect.deleteProperty(Object.prototype, 'keepalive');
  }
  const [, init] = requests[0] as [URL, RequestInit];
  expect(init.keepalive).toBeUndefined();
});

describe('an answer', () => {
  test.each([
    [
      { token: 'tok_1', brand: 'elo', last4: '1111' },
      { token: 'tok_1', brand: 'elo', last4: '1111' },
    ],
    [{ token: 'tok_1' }, { token: 'tok_1', last4: '4242' }],
    [
      { token: 'tok_1', pan: '4242424242424242' },
      { token: 'tok_1', last4: '4242' },
    ],
  ])('%j is taken', async (body, result) => {
    tokenizer(json(body));
    expect(await tokenize()).toEqual({ ok: true, ...result });
  });

  test.each([
    [
      json({ code: 'invalid_number', param: 'number' }, 422),
      { ok: false, kind: 'api', code: 'invalid_number', retryable: false, param: 'number' },
    ],
    [
      json({ code: 'invalid_request', param: 'cvc' }, 400),
      { ok: false, kind: 'api', code: 'invalid_request', retryable: false, param: 'cvc' },
    ],
    [json({ code: 'blocked' }, 403), { ok: false, kind: 'api', code: 'blocked', retryable: false }],
    [
      json({ code: 'Card 4242 is bad' }, 422),
      { ok: false, kind: 'api', code: 'card_frame_failed', retryable: false },
    ],
    [json({}, 429), { ok: false, kind: 'api', code: 'rate_limited', retryable: true }],
    [json({ code: 'x' }, 500), BROKEN],
    [json({ token: '4242424242424242' }), BROKEN], // no token, by its looks the card
    [json({}), BROKEN],
    [json(null), BROKEN],
    [() => new Response('<h1>Hello</h1>'), BROKEN],
    [() => new Response('<h1>Bad gateway</h1>', { status: 502 }), BROKEN],
    [() => new Response(null, { status: 204 }), BROKEN],
    [() => Promise.reject(new TypeError('Failed to fetch')), NETWORK],
    [
      () =>
        new Response(
          new ReadableStream({
            start: (c) => {
              c.error(new TypeError('network error'));
            },
          }),
        ),
      NETWORK,
    ],
  ])('%# is a failure that charges nothing', async (answer, result) => {
    tokenizer(answer);
    expect(await tokenize()).toEqual(result);
  });

  test('that does not come in time is none', async () => {
    tokenizer(
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        }),
    );
    expect(await tokenize(20)).toEqual(NETWORK);
  });
});

describe('the brands of a card', () => {
  const ask = async (signal = new AbortController().signal): Promise<readonly string[] | undefined> =>
    sandbox.brandsOf?.('40000076', signal);

  test('are asked for by its first eight digits, of the frame’s own origin', async () => {
    const requests = tokenizer(json({ brands: ['visa', 'elo'], note: 'x' }));
    expect(await ask()).toEqual(['visa', 'elo']);
    const [url, init] = requests[0] as [URL, RequestInit];
    expect(url.href).toBe(new URL('brands', location.href).href);
    expect(JSON.parse(init.body as string)).toEqual({ bin: '40000076' });
    expect(init).toMatchObject({ mode: 'same-origin', credentials: 'omit', redirect: 'error' });
  });

  test.each([
    json({}),
    json({ brands: 'visa' }),
    json({ brands: [4] }),
    json({ brands: ['<b>'] }),
    json({ code: 'not_found' }, 404),
    json({ brands: ['visa', 'elo'] }, 500),
    () => new Response('<h1>Not found</h1>', { status: 404 }),
    () => Promise.reject(new TypeError('Failed to fetch')),
  ])('%# are none where the answer is none', async (answer) => {
    tokenizer(answer);
    expect(await ask()).toEqual([]);
  });

  test('are no longer waited for once the number is another', async () => {
    const asking = new AbortController();
    tokenizer(
      ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            reject(signal.reason as Error);
          });
        }),
    );
    const answer = ask(asking.signal);
    asking.abort();
    expect(await answer).toEqual([]);
  });
});
