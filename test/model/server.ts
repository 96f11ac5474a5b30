import type { Bounds, Scheme } from './scheme.js';

/**
 * The payment API of the contract, as small as it can be: rules 1 to 7 and nothing else. Immutable; each function is
 * one transaction.
 */
export interface Server {
  readonly version: number;
  readonly attempt: number;
  readonly declines: number;
  readonly closed: '' | 'failed' | 'canceled';
  readonly expired: boolean;
  /** Every payment that was begun, oldest first. */
  readonly payments: readonly Entry[];
  /** What a copy of the data that is one change behind would answer; empty where there is none. */
  readonly before: string;
}

export interface Entry {
  readonly attempt: number;
  readonly key: string;
  readonly body: string;
  /** `running`: accepted, and the bank has not answered yet; shown as `processing`. */
  readonly status: 'running' | 'processing' | 'requires_action' | 'succeeded' | 'failed' | 'canceled';
  /** The answer that was given to the request that began it, kept for its repetition. */
  readonly answer: string;
}

/** A payment request on its way. It may arrive any number of times, in any order, at any time. */
export interface PayRequest {
  readonly key: string;
  readonly attempt: number;
  readonly body: string;
  /** A field in it is wrong. */
  readonly wrong: boolean;
}

export const freshServer: Server = {
  version: 1,
  attempt: 1,
  declines: 0,
  closed: '',
  expired: false,
  payments: [],
  before: '',
};

export const isLive = ({ status }: Entry): boolean =>
  status === 'running' || status === 'processing' || status === 'requires_action';

export const charges = ({ payments }: Server): number =>
  payments.filter(({ status }) => status === 'succeeded').length;

export const hasMoneyOnTheWay = ({ payments }: Server): boolean => payments.some(isLive);

/** Money first, then a payment on its way, then what was decided, then the clock. */
export function statusOf(server: Server): string {
  if (charges(server) > 0) return 'paid';
  if (hasMoneyOnTheWay(server)) return 'processing';
  return server.closed || (server.expired ? 'expired' : 'open');
}

/** A wire answer, `status` and native body as text: equal answers are equal strings. */
const answer = (status: number, body: unknown): string => JSON.stringify([status, body]);

const wirePayment = (server: Server, { attempt, status }: Entry, index: number): unknown => ({
  id: `pay_${String(index + 1)}`,
  attempt,
  status: status === 'running' ? 'processing' : status,
  amount: 1000,
  currency: 'BRL',
  method: 'pix',
  ...(status === 'failed' && { failure: { code: 'declined', retryable: server.closed !== 'failed' } }),
  ...(status === 'requires_action' && { nextAction: { type: 'qr_code', scheme: 'pix', data: '000201' } }),
});

const lastPayment = (server: Server): unknown => {
  const index = server.payments.length - 1;
  const entry = server.payments[index];
  return entry && wirePayment(server, entry, index);
};

/** The session as the wire has it. */
export const snapshot = (server: Server): string =>
  JSON.stringify({
    id: 'ses_1',
    version: server.version,
    livemode: false,
    status: statusOf(server),
    attempt: server.attempt,
    currency: 'BRL',
    amount: {
      subtotal: 1000,
      discount: 0,
      tax: 0,
      shipping: 0,
      total: 1000,
      paid: charges(server) > 0 ? 1000 : 0,
    },
    items: [],
    merchant: { name: 'Shop' },
    submitType: 'pay',
    customer: {},
    requiredFields: [],
    customFields: [],
    paymentMethods: [{ id: 'pix', type: 'pix', enabled: true, requiredFields: [] }],
    cancelUrl: 'https://shop.example/cart',
    successUrl: 'https://shop.example/thanks',
    payment: lastPayment(server),
  });

const problem = (status: number, code: string, server?: Server): string =>
  answer(status, { status, code, title: code, requestId: 'r', payment: server && lastPayment(server) });

/** Every change makes the version rise. */
const changed = (server: Server, over: Partial<Server>, bounds: Bounds): Server => ({
  ...server,
  ...over,
  version: server.version + 1,
  before: bounds.staleReads ? snapshot(server) : '',
});

/** The server after a request to pay, and its answer; no answer yet where the bank is being asked. */
export function pay(
  server: Server,
  request: PayRequest,
  scheme: Scheme,
  bounds: Bounds,
): readonly [Server, string | undefined] {
  const known = server.payments.find(({ key }) => key === request.key);
  if (known && scheme.remembersKeys) {
    if (known.body !== request.body) return [server, problem(422, 'idempotency_key_reused')];
    return [server, known.status === 'running' ? problem(409, 'in_progress') : known.answer];
  }
  const refusal = refuse(server, request, scheme);
  if (refusal !== undefined) return [server, refusal];
  const entry: Entry = {
    attempt: server.attempt,
    key: request.key,
    body: request.body,
    status: 'running',
    answer: '',
  };
  return [changed(server, { payments: [...server.payments, entry] }, bounds), undefined];
}

function refuse(server: Server, request: PayRequest, scheme: Scheme): string | undefined {
  const status = statusOf(server);
  if (scheme.guard && (status === 'paid' || status === 'processing'))
    return problem(409, 'payment_exists', server);
  if (server.closed === 'failed') return problem(403, 'session_locked');
  if (server.closed === 'canceled') return problem(410, 'session_canceled');
  if (server.expired) return problem(410, 'session_expired');
  const isStrange =
    scheme.key === 'attempt' && scheme.guard && request.key !== `ses_1:${String(server.attempt)}`;
  return request.wrong || isStrange ? problem(400, 'invalid_request') : undefined;
}

/** What the bank, the payer or the shopper decides of the payment at `index`. */
export function decide(
  server: Server,
  index: number,
  status: Exclude<Entry['status'], 'running'>,
  bounds: Bounds,
): Server {
  const entry = server.payments[index];
  if (!entry || !isLive(entry)) return server;
  const declines = server.declines + (status === 'failed' ? 1 : 0);
  const closed = declines >= bounds.declines ? 'failed' : server.closed;
  const isOver = status === 'failed' || status === 'canceled';
  const attempt =
    isOver && closed !== 'failed' ? Math.max(server.attempt, entry.attempt + 1) : server.attempt;
  const decided = { ...entry, status };
  const next = { ...server, declines, closed, attempt } as const;
  const told =
    entry.status === 'running'
      ? answer(status === 'failed' ? 402 : 201, paymentAnswer(next, decided, index))
      : entry.answer;
  const payments = server.payments.with(index, { ...decided, answer: told });
  return changed(server, { declines, closed, attempt, payments }, bounds);
}

/** A decline is a problem that carries the payment. */
const paymentAnswer = (server: Server, entry: Entry, index: number): unknown => {
  const payment = wirePayment(server, entry, index);
  return entry.status === 'failed'
    ? { status: 402, code: 'declined', title: 'declined', requestId: 'r', payment }
    : payment;
};

export const expire = (server: Server, bounds: Bounds): Server => changed(server, { expired: true }, bounds);

/** The shopper leaves: never over a payment. */
export function cancelSession(server: Server, bounds: Bounds): readonly [Server, string] {
  const status = statusOf(server);
  if (status === 'paid' || status === 'processing') return [server, problem(409, 'payment_exists', server)];
  if (status === 'expired') return [server, problem(410, 'session_expired')];
  const next = server.closed === 'canceled' ? server : changed(server, { closed: 'canceled' }, bounds);
  return [next, answer(200, JSON.parse(snapshot(next)))];
}

/** The shopper gives an action up. */
export function cancelPayment(server: Server, paymentId: string, bounds: Bounds): readonly [Server, string] {
  const index = Number(paymentId.slice('pay_'.length)) - 1;
  const entry = server.payments[index];
  if (!entry) return [server, problem(404, 'not_found')];
  if (entry.status === 'succeeded') return [server, problem(409, 'payment_exists', server)];
  if (entry.status === 'processing' || entry.status === 'running')
    return [server, problem(409, 'payment_not_cancellable', server)];
  const next = decide(server, index, 'canceled', bounds);
  return [next, answer(200, wirePayment(next, next.payments[index] ?? entry, index))];
}
