/** What becomes of one request at the proxy. `before`: without effect; `after`: with it, and only the answer suffers. */
export const PLAN_NAMES = [
  'pass',
  'drop-before',
  /** Effect, then the connection ends without a byte of an answer. */
  'drop-after',
  'rst-after',
  /** Effect, then silence for `ms`, then the connection ends. */
  'hold-then-drop',
  /** Reaches the server `ms` later. */
  'delay',
  /** Effect, and half of the answer's body. */
  'truncate',
  /** Effect, and the answer in pieces over `ms`. */
  'slow-slice',
  '500-before',
  '500-after',
  '502-html-before',
  '502-html-after',
  '409-in-progress',
  '409-exists-before',
  '409-exists-after',
  '422',
  '425',
  /** With `retryAfter`, or without the header. */
  '429',
  '503',
  '401-expired',
  /** Effect, and JSON that stops half way with a length that is right. */
  'bad-json',
  /** Effect, and JSON that is something else. */
  'wrong-type',
  /** The session as it was at its first read: a lower version. */
  'stale-read',
  /** Answered at once and delivered `ms` later, so that later answers overtake it. */
  'reorder',
  /** `Date` and `serverNow` are off by `ms`. */
  'skew',
  'redirect-307-cross-origin',
  /** HTTP/2 only, each after the effect; over HTTP/1.1 the connection just ends. */
  'h2-destroy',
  'h2-goaway',
  'h2-refused',
  'h2-internal',
  'h2-cancel',
] as const;
export type PlanName = (typeof PLAN_NAMES)[number];

export interface Plan {
  readonly name: PlanName;
  readonly ms?: number;
  /** Value of `Retry-After`; no header where it is not set. */
  readonly retryAfter?: string;
  /** A gateway that answers in the server's place seldom knows of CORS. */
  readonly withoutCors?: boolean;
}

export const PASS: Plan = { name: 'pass' };

/** An HTTP answer, complete. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How a connection, or a stream of it, ends without an answer. */
export type Cut = 'fin' | 'rst' | 'destroy' | 'goaway' | 'refused' | 'internal' | 'cancel';

/** What the proxy does to the socket in the end. */
export type Ending =
  | { readonly type: 'cut'; readonly how: Cut }
  | {
      readonly type: 'answer';
      readonly answer: Answer;
      readonly how: 'whole' | 'half' | 'sliced';
      /** Over which the slices go out. */
      readonly ms?: number;
    };

export const cut = (how: Cut): Ending => ({ type: 'cut', how });
export const whole = (answer: Answer): Ending => ({ type: 'answer', answer, how: 'whole' });

const EXPOSED = 'Retry-After, Idempotency-Replayed, Date, X-Request-Id';
const GATEWAY_PAGE = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>';

/** What a plan answers in the server's place; `undefined` where the plan lets the server speak or says nothing. */
export function madeUpAnswer(
  plan: Plan,
  origin: string | undefined,
  otherOrigin: string,
): Answer | undefined {
  const cors: Record<string, string> =
    origin === undefined || plan.withoutCors
      ? {}
      : { 'Access-Control-Allow-Origin': origin, 'Access-Control-Expose-Headers': EXPOSED, Vary: 'Origin' };
  const wait: Record<string, string> =
    plan.retryAfter === undefined ? {} : { 'Retry-After': plan.retryAfter };
  const problem = (status: number, code: string): Answer => ({
    status,
    headers: { ...cors, ...wait, 'Content-Type': 'application/problem+json' },
    body: JSON.stringify({
      type: 'about:blank',
      title: code,
      status,
      code,
      error: { code },
      requestId: 'req_proxy',
    }),
  });
  switch (plan.name) {
    case '500-before':
    case '500-after':
      return problem(500, 'internal_error');
    case '502-html-before':
    case '502-html-after':
      return { status: 502, headers: { ...cors, 'Content-Type': 'text/html' }, body: GATEWAY_PAGE };
    case '409-in-progress':
      return problem(409, 'in_progress');
    case '409-exists-before':
    case '409-exists-after':
      return problem(409, 'payment_exists');
    case '422':
      return problem(422, 'invalid_request');
    case '425':
      return problem(425, 'too_early');
    case '429':
      return problem(429, 'rate_limited');
    case '503':
      return problem(503, 'unavailable');
    case '401-expired':
      return problem(401, 'invalid_token');
    case 'wrong-type':
      return {
        status: 200,
        headers: { ...cors, 'Content-Type': 'application/json' },
        body: '["not","what","was","asked"]',
      };
    case 'redirect-307-cross-origin':
      return { status: 307, headers: { ...cors, Location: `${otherOrigin}/stolen` }, body: '' };
    default:
      return undefined;
  }
}

/** Whether the request reaches the server under the plan. */
export const hasEffect = ({ name }: Plan): boolean => !WITHOUT_EFFECT.has(name);

const WITHOUT_EFFECT: ReadonlySet<PlanName> = new Set([
  'drop-before',
  '500-before',
  '502-html-before',
  '409-in-progress',
  '409-exists-before',
  '422',
  '425',
  '429',
  '503',
  '401-expired',
  'redirect-307-cross-origin',
]);

/** The plans that end a connection before the first byte of an answer. */
export const CUTS: Readonly<Partial<Record<PlanName, Cut>>> = {
  'drop-before': 'fin',
  'drop-after': 'fin',
  'rst-after': 'rst',
  'hold-then-drop': 'fin',
  'h2-destroy': 'destroy',
  'h2-goaway': 'goaway',
  'h2-refused': 'refused',
  'h2-internal': 'internal',
  'h2-cancel': 'cancel',
};

/** `Date` and `serverNow` moved by `ms`, as by a server whose clock is off. */
export function skewed(answer: Answer, ms: number): Answer {
  const date = Date.parse(answer.headers['date'] ?? '');
  return {
    ...answer,
    headers: {
      ...answer.headers,
      ...(Number.isNaN(date) ? {} : { date: new Date(date + ms).toUTCString() }),
    },
    body: answer.body.replace(
      /"serverNow":"([^"]+)"/,
      (_all, at: string) => `"serverNow":"${new Date(Date.parse(at) + ms).toISOString()}"`,
    ),
  };
}
