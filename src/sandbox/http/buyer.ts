import type { Hono } from 'hono';
import type { PaymentInput, PaymentRecord, SessionRecord } from '../engine/model.js';
import { Problem } from '../engine/problem.js';
import { parseJson } from './check.js';
import {
  JSON_TYPE,
  respond,
  type Answer,
  type SandboxEnv,
  type SandboxRequest,
  type ServerContext,
} from './context.js';

/** One provider's wire format, seen from the shopper's browser. */
export interface BuyerFormat {
  /**
   * The session this request may act on.
   * @throws Problem `invalid_token`, `not_found`
   */
  authenticate(c: SandboxRequest): SessionRecord;
  session(session: SessionRecord, c: SandboxRequest): unknown;
  /** Answer to a submit and to what follows it. `payments`: those of one try. */
  payments(session: SessionRecord, payments: readonly PaymentRecord[], c: SandboxRequest): Answer;
  /** The entries of a submit. */
  readPayment(body: unknown, session: SessionRecord): readonly PaymentInput[];
}

/** Where a provider has the contract's requests; several paths where a merchant may choose. */
export interface BuyerPaths {
  readonly read: readonly string[];
  readonly pay: readonly string[];
  /** `:action` is `confirm`, `resend` or `cancel`. */
  readonly action: readonly string[];
  readonly cancel: readonly string[];
}

/** The contract's own paths, which every provider's base serves where its documents are silent. */
export const NATIVE_PATHS: BuyerPaths = {
  read: ['/checkout-sessions/:id'],
  pay: ['/checkout-sessions/:id/payments'],
  action: ['/checkout-sessions/:id/payments/:paymentId/:action'],
  cancel: ['/checkout-sessions/:id/cancel'],
};

type App = Hono<SandboxEnv>;

/** Serves the buyer's requests of one provider. */
export function mountBuyer(app: App, context: ServerContext, format: BuyerFormat, paths: BuyerPaths): void {
  const { faults, engine } = context;
  app.on('GET', [...paths.read], (c) =>
    faults.run('read', () => {
      const session = format.authenticate(c);
      return respond({ status: 200, body: format.session(session, c) });
    }),
  );
  app.on('POST', [...paths.pay], async (c) => {
    const body = await c.req.text();
    return faults.run('pay', (delay) => pay(context, format, c, body, delay));
  });
  app.on('POST', [...paths.action], async (c) => {
    const body = await c.req.text();
    return faults.run('write', () => act(context, format, c, body));
  });
  app.on('POST', [...paths.cancel], (c) =>
    faults.run('write', () => {
      const session = format.authenticate(c);
      engine.cancel(session);
      return respond({ status: 200, body: format.session(session, c) });
    }),
  );
}

/** Check and write happen without a turn of the event loop; only the bank's answer is waited for. */
async function pay(
  { engine }: ServerContext,
  format: BuyerFormat,
  c: SandboxRequest,
  body: string,
  delay: () => Promise<void>,
): Promise<Response> {
  const session = format.authenticate(c);
  const begun = engine.payments.begin(session, {
    key: c.req.header('Idempotency-Key'),
    body,
    read: () => format.readPayment(parseJson(body), session),
  });
  if (begun.stored) {
    const { status, body: stored, contentType } = begun.stored;
    return new Response(stored, {
      status,
      headers: { 'Content-Type': contentType, 'Idempotency-Replayed': 'true' },
    });
  }
  await delay();
  engine.payments.complete(session, begun.payments);
  const answer = format.payments(session, begun.payments, c);
  const contentType = answer.headers?.['Content-Type'] ?? JSON_TYPE;
  engine.keys.store(session.id, begun.key, {
    status: answer.status,
    body: JSON.stringify(answer.body),
    contentType,
  });
  return respond(answer);
}

function act({ engine }: ServerContext, format: BuyerFormat, c: SandboxRequest, body: string): Response {
  const session = format.authenticate(c);
  const payment = session.payments.find(({ id }) => id === c.req.param('paymentId'));
  if (!payment) throw new Problem('not_found', 'The session has no such payment.');
  switch (c.req.param('action')) {
    case 'confirm':
      engine.payments.confirm(session, payment, codeOf(parseJson(body)));
      break;
    case 'resend':
      engine.payments.resend(session, payment);
      break;
    case 'cancel':
      engine.payments.cancel(session, payment);
      break;
    default:
      throw new Problem('not_found', 'There is no such request.');
  }
  return respond(format.payments(session, [payment], c));
}

const codeOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? body.code
    : undefined;

/** Token of a `Bearer` header. */
export const bearer = (c: SandboxRequest): string | undefined =>
  /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];

/**
 * The session of a `Bearer` token, which may only be used on its own path.
 * @throws Problem `invalid_token`, `not_found`
 */
export function sessionOfBearer(context: ServerContext, c: SandboxRequest, provider: string): SessionRecord {
  const session = context.engine.findByToken(bearer(c) ?? '');
  if (session?.provider !== provider) throw new Problem('invalid_token', 'This token opens no session.');
  const id = c.req.param('id');
  if (id !== undefined && id !== 'current' && id !== session.id) {
    throw new Problem('not_found', 'This token does not open this session.');
  }
  return session;
}

/** Whole seconds, rounded up: a client that comes back on time is never too early. */
export const retryAfter = (ms: number | undefined): Readonly<Record<string, string>> =>
  ms === undefined ? {} : { 'Retry-After': String(Math.max(1, Math.ceil(ms / 1000))) };
