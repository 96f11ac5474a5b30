import type { Sandbox } from '../../src/sandbox/index.js';

/** A request of a shopper's page, told apart by what it may cause. */
export type RequestKind = 'read' | 'pay' | 'write';

/** A request as the server saw it. `answeredAt` is set once the answer is handed to the network. */
export interface Seen {
  readonly kind: RequestKind;
  readonly at: number;
  answeredAt?: number;
}

/** Marks a request that no rule applies to and nobody counts: somebody else's, in the same session. */
export const ELSEWHERE = 'X-Elsewhere';

/** Decides what becomes of one request: `run` lets it have its effect and answers what the sandbox says. */
export type Rule = (run: () => Promise<Response>, kind: RequestKind) => Promise<Response> | Response;

/** A place where requests wait until they are let go. */
export interface Latch {
  /** Resolves once a request has come. */
  readonly reached: Promise<void>;
  open(): void;
  /** Used in rules. */
  pass(): Promise<void>;
}

export function latch(): Latch {
  let open = (): void => undefined;
  let reach = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const reached = new Promise<void>((resolve) => (reach = resolve));
  return {
    reached,
    open: () => {
      open();
    },
    async pass() {
      reach();
      return opened;
    },
  };
}

/** What stands between the network and the sandbox, session by session, so that cases can run beside each other. */
export class Gate {
  readonly #rules = new Map<string, Rule>();
  readonly #seen = new Map<string, Seen[]>();

  /** Puts itself before the sandbox's own handler. */
  constructor(sandbox: Sandbox) {
    const handler = sandbox.fetch;
    (sandbox as { fetch: Sandbox['fetch'] }).fetch = async (input, init) => {
      const request = input instanceof Request && !init ? input : new Request(input, init);
      const token = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1];
      if (token === undefined || request.headers.has(ELSEWHERE)) return handler(request);
      const kind = kindOf(request);
      const seen: Seen = { kind, at: performance.now() };
      this.seen(token).push(seen);
      const rule = this.#rules.get(token);
      // A copy that outlives its page: what has left the browser arrives, whoever still waits for the answer.
      const { method, url, headers } = request;
      const body = method === 'GET' ? null : await request.arrayBuffer();
      const run = async (): Promise<Response> => handler(new Request(url, { method, headers, body }));
      const answer = await (rule ? rule(run, kind) : run());
      seen.answeredAt = performance.now();
      return answer;
    };
  }

  /** From now on the session's requests go by this rule; without one they pass. */
  rule(token: string, rule?: Rule): void {
    if (rule) this.#rules.set(token, rule);
    else this.#rules.delete(token);
  }

  /** What the server has seen of the session, in order. */
  seen(token: string): Seen[] {
    const list = this.#seen.get(token) ?? [];
    this.#seen.set(token, list);
    return list;
  }

  count(token: string, kind: RequestKind): number {
    return this.seen(token).filter((seen) => seen.kind === kind).length;
  }
}

const kindOf = ({ method, url }: Request): RequestKind =>
  method === 'GET' ? 'read' : new URL(url).pathname.endsWith('/payments') ? 'pay' : 'write';

/** An answer that a page may not read: to its script the network has failed. */
export const lost = (): Response => new Response(null, { status: 500 });

const withCors = (body: string, status: number, type: string): Response =>
  new Response(body, { status, headers: { 'Content-Type': type, 'Access-Control-Allow-Origin': '*' } });

/** What may come instead of the answer to a payment request. All but `hang` arrive; `plain` is the answer itself. */
export const ANSWER_FAULTS = {
  plain: async (run) => run(),
  lost: async (run) => {
    await run();
    return lost();
  },
  '500 after': async (run) => {
    await run();
    return withCors('{"code":"internal_error"}', 500, 'application/json');
  },
  html: async (run) => {
    await run();
    return withCors('<!doctype html><title>502</title>', 502, 'text/html');
  },
  hang: async (run) => {
    await run();
    return new Promise<Response>(() => undefined);
  },
} satisfies Record<string, (run: () => Promise<Response>) => Promise<Response>>;

export type AnswerFault = keyof typeof ANSWER_FAULTS;

/** Applies a rule to one kind of request and lets all others pass. */
export const only =
  (wanted: RequestKind, rule: Rule): Rule =>
  (run, kind) =>
    kind === wanted ? rule(run, kind) : run();
