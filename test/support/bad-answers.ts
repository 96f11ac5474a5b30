import type { ProviderId } from '../../src/core/providers/dialect.js';

/** The statuses an answer may have; 0 stands for a request that was never answered. */
export const STATUSES: readonly number[] = [
  ...[0, 200, 201, 202, 203, 204, 205, 206, 207, 226],
  ...[300, 301, 302, 303, 304, 305, 307, 308],
  ...[400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418],
  ...[421, 422, 423, 424, 425, 426, 428, 429, 431, 440, 444, 449, 450, 451, 460, 463, 494, 498, 499],
  ...[500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511],
  ...[520, 521, 522, 523, 524, 525, 526, 527, 530, 561, 598, 599],
];

/** The statuses that a code of an error body is looked at for: each with every code. */
export const TELLING_STATUSES: readonly number[] = [
  ...[200, 400, 401, 402, 403, 404, 409, 410, 422, 425, 429, 500, 502, 503],
];

/** The contract's codes, and some that are nobody's. */
export const CODES: readonly string[] = [
  ...['invalid_request', 'invalid_token', 'unauthorized', 'forbidden', 'session_locked', 'not_found'],
  ...['method_not_allowed', 'payment_exists', 'in_progress', 'session_not_cancellable', 'already_expired'],
  ...['session_expired', 'session_canceled', 'idempotency_key_reused', 'rate_limited', 'internal_error'],
  ...['declined', 'insufficient_funds', 'quota_of_moons', 'constructor', '__proto__', '<b>code</b>'],
];

type Json = Readonly<Record<string, unknown>>;

/** An error body in a provider's own form, by its documents. */
export function problemBody(provider: ProviderId, status: number, code: unknown, payment?: unknown): Json {
  const message = 'Something about this request.';
  switch (provider) {
    case 'native':
      return { type: 'about:blank', title: message, status, code, requestId: 'req_1', payment };
    case 'z2pay':
      return { error: { code, message, requestId: 'req_1' }, payments: payment && [payment] };
    case 'plugtopay':
      return { code, message, payment, request_id: 'req_1' };
    case 'conomy':
      return { statusCode: status, message, code, payment };
    case 'payonify':
      return { code, message, payment, request_id: 'req_1' };
  }
}

/** The payment inside of an answer to `pay`. */
export function paymentIn(provider: ProviderId, own: Json): Json {
  const inner = provider === 'z2pay' ? (own['payments'] as readonly Json[])[0] : own['payment'];
  return (inner as Json | undefined) ?? own;
}

/** An answer to `pay` with members of its payment changed. */
export function withPayment(provider: ProviderId, own: Json, change: Json): Json {
  if (provider !== 'z2pay') return { ...own, ...change };
  // There a payment comes in its session, which must not say more than the payment does.
  const session = { ...(own['session'] as Json), status: 'paying' };
  return { ...own, session, payments: [{ ...paymentIn(provider, own), ...change }] };
}

/** How a body came about: what it may prove depends on that. */
export type Kind =
  /** Nobody's format. */
  | 'garbage'
  /** What the API itself answered, perhaps in odd bytes. */
  | 'own'
  /** An error in the provider's form. */
  | 'problem'
  /** The error of a session that has a payment, with the payment the API really has. */
  | 'embedded'
  /** The API's own answer, changed so that it cannot be about this payment, or is not understood. */
  | 'changed';

export interface BodyClass {
  readonly name: string;
  readonly kind: Kind;
  readonly code?: string;
  /** The bytes; `undefined` where there is no such body. `own`: what the API answered, where it was asked. */
  readonly make: (context: {
    readonly provider: ProviderId;
    readonly status: number;
    readonly own: string | undefined;
  }) => BodyInit | null | undefined;
}

const parsed = (own: string): Json => JSON.parse(own) as Json;

/** Every value that is no list or object, as another type. */
export function retyped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(retyped);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, retyped(member)]));
  return typeof value === 'string' ? 7 : typeof value === 'number' ? `x${String(value)}` : [value];
}

const HOSTILE = '</script><img src=x onerror=alert(1)>\u202e\u0000javascript:alert(1)';

const withHostileText = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withHostileText);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withHostileText(member)]));
  return typeof value === 'string' ? HOSTILE : value;
};

const always =
  (body: BodyInit | null): BodyClass['make'] =>
  () =>
    body;
const garbage = (name: string, make: BodyClass['make']): BodyClass => ({ name, kind: 'garbage', make });
const own = (
  name: string,
  kind: Kind,
  make: (own: string, provider: ProviderId) => BodyInit | undefined,
): BodyClass => ({
  name,
  kind,
  make: (context) => (context.own === undefined ? undefined : make(context.own, context.provider)),
});

const HTML =
  '<!doctype html><html><head><title>Checkout</title></head><body><h1>Bad Gateway</h1></body></html>';
const DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const DEEP_PAYMENT = `{"payment":${'{"payment":'.repeat(5_000)}1${'}'.repeat(5_000)}}`;
const HUGE = JSON.stringify({ padding: 'x'.repeat(2_000_000) });

const broken = (): ReadableStream =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"id":"pay_1","status":"fai'));
      controller.error(new TypeError('terminated'));
    },
  });

/** Bodies that are in nobody's format, whatever was asked. */
export const GARBAGE: readonly BodyClass[] = [
  garbage('empty', always('')),
  garbage('not JSON', always('upstream connect error or disconnect/reset before headers')),
  garbage('HTML', always(HTML)),
  garbage('cut off', ({ own: text }) => (text ?? '{"id":"pay_1","status":"failed"').slice(0, -1)),
  garbage('broken off on the way', () => broken()),
  garbage('null', always('null')),
  garbage('true', always('true')),
  garbage('a number', always('402')),
  garbage('a string', always('"declined"')),
  garbage('an empty string', always('""')),
  garbage('a list', always('[{"code":"declined","status":"failed"}]')),
  garbage('an empty object', always('{}')),
  garbage('deep lists', always(DEEP)),
  garbage('deep objects', always(DEEP_PAYMENT)),
  garbage('wrong types', ({ own: text, provider, status }) =>
    JSON.stringify(retyped(text === undefined ? problemBody(provider, status, 'declined') : parsed(text))),
  ),
  garbage(
    'prototype keys',
    always('{"__proto__":{"code":"declined","status":"failed","id":"p"},"constructor":{}}'),
  ),
  garbage('NaN', ({ own: text }) => (text ?? '{"code":"declined",').replace(/^\{/, '{"n":NaN,')),
  garbage('UTF-16', ({ own: text }) => new Uint8Array(Buffer.from(text ?? '{"code":"declined"}', 'utf16le'))),
  garbage('something behind it', ({ own: text }) => `${text ?? '{"code":"declined"}'} 0`),
  garbage('JSON in a string', ({ own: text }) => JSON.stringify(text ?? '{"code":"declined"}')),
  garbage('an error without a code', ({ provider, status }) =>
    JSON.stringify(problemBody(provider, status, undefined)),
  ),
  garbage('an error whose code is no text', ({ provider, status }) =>
    JSON.stringify(problemBody(provider, status, { declined: true })),
  ),
];

/** Slow to read: for a few statuses only. */
export const HEAVY: readonly BodyClass[] = [garbage('huge', always(HUGE))];

/** What the API really answered. */
export const OWN: readonly BodyClass[] = [
  own('the API’s own', 'own', (text) => text),
  own('the API’s own behind a BOM', 'own', (text) => `\ufeff${text}`),
  own('the API’s own with keys twice', 'own', (text) => text.replace(/^\{/, '{"status":"odd","id":"",')),
  own('the API’s own with lone surrogates', 'own', (text) => text.replace(/^\{/, '{"extra":"\\ud800",')),
];

/** An error of the provider's form with a code. */
export const problem = (code: string): BodyClass => ({
  name: `the error ${code}`,
  kind: 'problem',
  code,
  make: ({ provider, status }) => JSON.stringify(problemBody(provider, status, code)),
});

/** The error of a session that has a payment, with that payment inside. */
export const EMBEDDED: BodyClass = {
  name: 'the error payment_exists with the payment',
  kind: 'embedded',
  code: 'payment_exists',
  make: ({ provider, status, own: text }) =>
    text === undefined
      ? undefined
      : JSON.stringify(problemBody(provider, status, 'payment_exists', paymentIn(provider, parsed(text)))),
};

const changed = (name: string, change: (own: Json, provider: ProviderId) => Json): BodyClass =>
  own(name, 'changed', (text, provider) => JSON.stringify(change(parsed(text), provider)));

const FAILED: Readonly<Record<ProviderId, Json>> = {
  native: { status: 'failed', failure: { code: 'declined', retryable: true } },
  z2pay: { status: 'failed', failureCode: 'declined' },
  plugtopay: { status: 'failed', failure_code: 'declined' },
  conomy: { status: 'FAILED', failureCode: 'declined' },
  payonify: { status: 'failed', failure_code: 'declined' },
};

/** Answers of a success that are not, or not surely, about this payment: none of them may be shown as its end. */
export const CHANGED: readonly BodyClass[] = [
  changed('a success of another amount', (it, provider) =>
    withPayment(provider, it, { amount: provider === 'conomy' ? '1' : 1 }),
  ),
  changed('a success in another currency', (it, provider) => withPayment(provider, it, { currency: 'XAU' })),
  changed('a payment of a status nobody knows', (it, provider) =>
    withPayment(provider, it, { status: 'glorious' }),
  ),
  changed('a failure of a later try', (it, provider) =>
    withPayment(provider, it, { ...FAILED[provider], attempt: 7 }),
  ),
  changed('a failure of try 0', (it, provider) =>
    withPayment(provider, it, { ...FAILED[provider], attempt: 0 }),
  ),
  changed('a success of another session', (it, provider) =>
    provider === 'z2pay'
      ? { ...it, session: { ...(it['session'] as Json), id: `cs_${'0'.repeat(48)}`, status: 'paid' } }
      : withPayment(provider, it, { amount: provider === 'conomy' ? '2' : 2 }),
  ),
  changed('hostile text in every member', (it) => withHostileText(it) as Json),
];
