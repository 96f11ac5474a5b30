import { bare } from '../bare.js';
import type { Clock } from '../clock.js';

/** The one thing a request needs from outside. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Already serialised: a re-send is the same bytes. */
  readonly body?: string;
}

/**
 * What came of a request. `answer` holds a complete HTTP answer; `lost` proves nothing about what the server did:
 * no answer, a broken one, or one that stopped half way.
 */
export type Outcome =
  | {
      readonly type: 'answer';
      readonly status: number;
      /** Parsed JSON; `undefined` where the body was not JSON. */
      readonly body: unknown;
      readonly headers: Headers;
    }
  | { readonly type: 'lost'; readonly reason: 'network' | 'timeout' | 'aborted' };

/** After this long without a complete answer a request counts as lost. */
export const REQUEST_TIMEOUT_MS = 20_000;

/** Every member named and no prototype, so that a polluted `Object.prototype` adds nothing (S-12, S-14). */
const requestInit = (request: HttpRequest, signal: AbortSignal): RequestInit =>
  Object.assign(Object.create(null) as RequestInit, {
    method: request.method,
    headers: Object.entries({ Accept: 'application/json', ...request.headers }),
    body: request.body ?? null,
    mode: 'cors',
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    integrity: '',
    keepalive: false,
    signal,
  });

/** Sends once. Never throws, never retries: what an outcome means is decided in `conclude.ts`. */
export async function send(
  fetch: Fetch,
  clock: Clock,
  request: HttpRequest,
  signal?: AbortSignal,
): Promise<Outcome> {
  if (signal?.aborted) return { type: 'lost', reason: 'aborted' };
  const abort = new AbortController();
  let timedOut = false;
  const cancelTimeout = clock.schedule(() => {
    timedOut = true;
    abort.abort();
  }, REQUEST_TIMEOUT_MS);
  const onAbort = (): void => {
    abort.abort();
  };
  signal?.addEventListener('abort', onAbort);
  try {
    const response = await fetch(request.url, requestInit(request, abort.signal));
    const text = await response.text();
    return { type: 'answer', status: response.status, body: parseJson(text), headers: response.headers };
  } catch {
    return { type: 'lost', reason: timedOut ? 'timeout' : signal?.aborted ? 'aborted' : 'network' };
  } finally {
    cancelTimeout();
    signal?.removeEventListener('abort', onAbort);
  }
}

/** No object of an answer has a prototype: what the page has put on every object is no member that the server sent (S-14). */
const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'object' && value && !Array.isArray(value) ? bare(value) : value,
    ) as unknown;
  } catch {
    return undefined;
  }
};

const RETRY_AFTER_CAP_MS = 120_000;

/** The server's own time of an answer, milliseconds since the epoch, where it tells. */
export const dateOf = (headers: Headers): number | undefined => {
  const date = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(date) ? undefined : date;
};

/**
 * `Retry-After` as seconds or as an HTTP date, in milliseconds, capped; `undefined` where it makes no sense. A date
 * counts from the answer's own `Date`: the page's clock may be days off.
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('Retry-After')?.trim();
  if (!value) return undefined;
  // Date.parse reads far more than an HTTP date: `-5` would be a day in May.
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1000
    : /[a-z]{3}/i.test(value)
      ? // The oldest of the three forms names no zone, and means this one.
        Date.parse(value.endsWith('GMT') ? value : `${value} GMT`) - (dateOf(headers) ?? now)
      : NaN;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), RETRY_AFTER_CAP_MS);
}

const BACKOFF_BASE_MS = 500;
const BACKOFF_CAP_MS = 8_000;

/** Full jitter: anywhere from nothing to the doubled base, so that many pages do not ask in step. */
export const backoffMs = (turn: number, random: () => number): number =>
  random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** turn);

/** Settles after `ms` by the clock. */
export const wait = async (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => clock.schedule(resolve, ms));
