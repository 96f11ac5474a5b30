import type { Clock } from '../clock.js';
import { CheckoutError } from '../errors.js';
import type { Dialect, RouteName, Routes } from '../providers/dialect.js';
import type { CheckoutSession } from '../session/session.js';
import { dateOf, retryAfterMs, send, type Fetch, type HttpRequest, type Outcome } from './request.js';

export interface ApiOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly dialect: Dialect;
  /** Absolute, already checked; requests go below its path. */
  readonly apiBase: string;
  readonly token: string;
  readonly routes?: Routes;
}

/** A session read, or why there is none. `denied`: the API refuses the token. */
export type ReadResult =
  | {
      readonly type: 'session';
      readonly session: CheckoutSession;
      readonly serverNow?: number;
      readonly token?: string;
    }
  | {
      readonly type: 'failed';
      readonly error: CheckoutError;
      readonly denied: boolean;
      readonly retryAfterMs?: number;
    };

/** The requests of one session, in its provider's dialect. Holds the token, so that nothing else has to. */
export class Api {
  readonly #options: ApiOptions;
  #token: string;

  constructor(options: ApiOptions) {
    this.#options = options;
    this.#token = options.token;
  }

  /** Takes a new token, of a refreshed session or of one opened from a payment link. */
  useToken(token: string): void {
    this.#token = token;
  }

  has(route: RouteName): boolean {
    return this.#template(route) !== undefined;
  }

  /** Serialises a request once; sending it twice sends the same bytes. */
  request(
    route: RouteName,
    params: {
      readonly session?: CheckoutSession;
      readonly paymentId?: string;
      readonly link?: string;
      readonly candidate?: string;
    },
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): HttpRequest {
    const { dialect, apiBase } = this.#options;
    const template = this.#template(route);
    if (template === undefined) throw new Error(`${dialect.id} has no request ${route}`);
    const [method = 'GET', path = ''] = template.split(' ');
    const json = method === 'GET' || body === undefined ? undefined : JSON.stringify(body);
    const values: Record<string, string | undefined> = {
      id: dialect.pathId ? dialect.pathId(params.session, this.#token) : (params.session?.id ?? 'current'),
      paymentId: params.paymentId,
      token: params.session?.refreshToken?.reveal(),
      link: params.link,
      candidate: params.candidate,
    };
    const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(values[name] ?? ''),
    );
    return {
      method,
      url: apiBase.replace(/\/$/, '') + filled,
      headers: {
        ...(this.#token && dialect.authorization(this.#token)),
        ...(json !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: json,
    };
  }

  async send(request: HttpRequest, signal?: AbortSignal): Promise<Outcome> {
    return send(this.#options.fetch, this.#options.clock, request, signal);
  }

  /** Sends a request whose answer is a session. */
  async readSession(request: HttpRequest, signal?: AbortSignal): Promise<ReadResult> {
    const { dialect, clock } = this.#options;
    const outcome = await this.send(request, signal);
    if (outcome.type === 'lost') return { type: 'failed', error: unreachable(outcome.reason), denied: false };
    const { status, body, headers } = outcome;
    if (status >= 200 && status < 300) {
      try {
        const session = dialect.parseSession(body);
        return {
          type: 'session',
          session,
          serverNow: session.serverNow ?? dateOf(headers),
          token: tokenOf(body) ?? dialect.tokenOf?.(session),
        };
      } catch (error) {
        if (error instanceof CheckoutError) return { type: 'failed', error, denied: false };
        throw error;
      }
    }
    const { code, message, requestId } = dialect.parseError(status, body);
    return {
      type: 'failed',
      // A gateway's own page is not the API's word.
      denied: body !== undefined && isRefused(status),
      error: readError(
        status,
        body === undefined ? 'not_json' : code,
        // Some APIs quote the token they refuse; an error is no place for it.
        this.#token && message?.includes(this.#token) ? undefined : message,
        requestId,
      ),
      retryAfterMs: retryAfterMs(headers, clock.now()),
    };
  }

  #template(route: RouteName): string | undefined {
    return this.#options.routes?.[route] ?? this.#options.dialect.routes[route];
  }
}

const tokenOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string'
    ? body.token
    : undefined;

const unreachable = (reason: string): CheckoutError =>
  new CheckoutError({
    kind: 'network',
    code: reason === 'timeout' ? 'timeout' : 'unreachable',
    message: 'The payment API could not be reached.',
    hint: 'Check api-base, and that the API allows this origin (CORS).',
    retryable: true,
  });

const isRefused = (status: number): boolean =>
  status === 401 || status === 403 || status === 404 || status === 410;

/** The three ways a read is refused: the token (merchant), too many or a fault (API). */
function readError(
  status: number,
  code: string,
  message: string | undefined,
  requestId?: string,
): CheckoutError {
  if (isRefused(status))
    return new CheckoutError({
      kind: 'integration',
      code: status === 410 ? 'session_expired' : 'invalid_token',
      message: message ?? `The API does not know this token (HTTP ${String(status)}).`,
      hint: 'Create a new session on your server; check that api-base and provider belong to its token.',
      retryable: false,
      requestId,
    });
  return new CheckoutError({
    kind: 'api',
    code,
    message: message ?? `The API answered HTTP ${String(status)}.`,
    retryable: true,
    requestId,
  });
}
