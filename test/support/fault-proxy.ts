import { throwawayCertificate } from './fault-proxy-certificate.js';
import { serveHttp1 } from './fault-proxy-http1.js';
import { serveHttp2 } from './fault-proxy-http2.js';
import {
  CUTS,
  cut,
  hasEffect,
  madeUpAnswer,
  PASS,
  skewed,
  whole,
  type Answer,
  type Ending,
  type Plan,
} from './fault-proxy-plans.js';

/** A request, complete, as it came over one of the proxy's own sockets. */
export interface ProxyRequest {
  /** Number of the connection, over both protocols. */
  readonly connection: number;
  /** How many requests the connection had carried before: 0 for a fresh one. */
  readonly earlier: number;
  readonly protocol: 'h1' | 'h2';
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type RequestKind = 'preflight' | 'read' | 'pay' | 'write';

export const kindOf = ({ method, headers }: ProxyRequest): RequestKind =>
  method === 'OPTIONS'
    ? 'preflight'
    : method === 'GET'
      ? 'read'
      : headers['idempotency-key'] === undefined
        ? 'write'
        : 'pay';

/** A request that arrived, and what was planned for it. */
export interface ProxyArrival extends ProxyRequest {
  readonly kind: RequestKind;
  readonly plan: Plan;
  /** Milliseconds, by `performance.now()`. */
  readonly at: number;
}

/** Decides about one request. */
export type PlanRequest = (request: ProxyRequest, kind: RequestKind) => Plan;

export interface FaultProxyOptions {
  /** The server behind: the sandbox's fetch handler. */
  readonly upstream: (request: Request) => Promise<Response>;
  /** Where a redirect leads that must not be followed. */
  readonly otherOrigin: string;
}

/**
 * A network that fails on purpose, on real sockets: HTTP/1.1 on one port and HTTP/2 over TLS on another, in front of a
 * fetch handler. It counts what arrives, because a browser sends some requests more often than a page asks for.
 */
export class FaultProxy {
  readonly arrivals: ProxyArrival[] = [];
  /** Called for each request before the server sees it. */
  plan: PlanRequest = () => PASS;
  /** Called after a request had its effect, and before its answer leaves. */
  onEffect: (arrival: ProxyArrival, status: number) => void = () => undefined;
  readonly #options: FaultProxyOptions;
  readonly #firstReads = new Map<string, Answer>();
  readonly #waits = new Set<() => void>();
  readonly #closers: (() => Promise<void>)[] = [];
  #connections = 0;
  http1Url = '';
  http2Url = '';

  private constructor(options: FaultProxyOptions) {
    this.#options = options;
  }

  static async start(options: FaultProxyOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(options);
    const handlers = {
      connect: () => ++proxy.#connections,
      exchange: async (request: ProxyRequest) => proxy.#exchange(request),
    };
    const http1 = await serveHttp1(handlers);
    const http2 = await serveHttp2(handlers, throwawayCertificate());
    proxy.http1Url = `http://localhost:${String(http1.port)}`;
    proxy.http2Url = `https://localhost:${String(http2.port)}`;
    proxy.#closers.push(http1.close, http2.close);
    return proxy;
  }

  /** Ends every wait that is going on: the network is whole again. */
  release(): void {
    for (const end of [...this.#waits]) end();
  }

  /** Forgets what arrived. */
  clear(): void {
    this.arrivals.length = 0;
    this.#firstReads.clear();
  }

  async close(): Promise<void> {
    this.release();
    for (const close of this.#closers) await close();
  }

  async #exchange(request: ProxyRequest): Promise<Ending> {
    const kind = kindOf(request);
    const plan = this.plan(request, kind);
    const arrival: ProxyArrival = { ...request, kind, plan, at: performance.now() };
    this.arrivals.push(arrival);
    const { ms = 0 } = plan;
    if (plan.name === 'delay') await this.#wait(ms);
    const answer = hasEffect(plan) ? await this.#upstream(arrival) : undefined;
    if (plan.name === 'hold-then-drop' || plan.name === 'reorder') await this.#wait(ms);
    const how = CUTS[plan.name];
    if (how !== undefined) return cut(how);
    const made = madeUpAnswer(plan, request.headers['origin'], this.#options.otherOrigin);
    if (made) return whole(made);
    return this.#spoiled(plan, request, answer ?? { status: 500, headers: {}, body: '' });
  }

  #spoiled(plan: Plan, request: ProxyRequest, answer: Answer): Ending {
    switch (plan.name) {
      case 'truncate':
        return { type: 'answer', answer, how: 'half' };
      case 'slow-slice':
        return { type: 'answer', answer, how: 'sliced', ms: plan.ms ?? 100 };
      case 'bad-json':
        return whole({ ...answer, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) });
      case 'stale-read':
        return whole(this.#firstReads.get(sessionKey(request)) ?? answer);
      case 'skew':
        return whole(skewed(answer, plan.ms ?? 0));
      default:
        return whole(answer);
    }
  }

  async #upstream(arrival: ProxyArrival): Promise<Answer> {
    const { method, path, headers, body } = arrival;
    const sent = new Headers(Object.entries(headers).filter(([name]) => !name.startsWith(':')));
    const init = { method, headers: sent, ...(method === 'POST' && { body }) };
    const response = await this.#options.upstream(new Request(`http://proxy.invalid${path}`, init));
    const answer = {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
    if (arrival.kind === 'read' && response.ok && !this.#firstReads.has(sessionKey(arrival)))
      this.#firstReads.set(sessionKey(arrival), answer);
    this.onEffect(arrival, answer.status);
    return answer;
  }

  async #wait(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#waits.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#waits.add(end);
    });
  }
}

const sessionKey = ({ headers, path }: ProxyRequest): string => headers['authorization'] ?? path;
