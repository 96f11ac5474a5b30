import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { SessionRecord } from '../../engine/model.js';
import { invalid, Problem } from '../../engine/problem.js';
import type { ProviderTraits } from '../../engine/traits.js';
import { check, landingUrl, optional, refuseMomentOfEnd, text, webUrl } from '../../http/check.js';
import {
  hostedUrl,
  respond,
  type SandboxEnv,
  type SandboxRequest,
  type ServerContext,
} from '../../http/context.js';
import { idempotently, newestFirst, queryNumber, queryWord } from '../../http/merchant.js';
import { SANDBOX_KEYS } from '../keys.js';
import {
  chargeReference,
  documentedSession,
  METHOD_TYPES,
  methodsOf,
  PAYONIFY_STATUSES,
  payonifyCharge,
  payonifyStatus,
  unixSeconds,
} from './wire.js';

/** A charge of less is refused (docs.payonify.com, charges). */
const MIN_AMOUNT = 100;

const metadata = z
  .record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(500)))
  .check(z.refine((value) => Object.keys(value).length <= 5, 'At most 5 keys.'));

const createSchema = z.object({
  line_items: z
    .array(
      z.object({
        unit_amount: z.int().check(z.positive()),
        name: text,
        description: optional(z.string()),
        quantity: z.int().check(z.positive()),
        images: optional(z.array(webUrl)),
      }),
    )
    .check(z.minLength(1)),
  mode: z.literal('payment'),
  success_url: landingUrl,
  cancel_url: landingUrl,
  currency: z.enum(['usd', 'zwg']),
  customer_email: optional(z.email()),
  client_reference_id: optional(z.string()),
  source: optional(z.enum(['pos', 'web', 'mobile', 'ussd'])),
  metadata: optional(metadata),
  expand: optional(z.array(z.literal('line_items'))),
  submit_type: optional(z.enum(['pay', 'donate', 'book'])),
  payment_method_types: optional(z.array(z.enum(METHOD_TYPES)).check(z.minLength(1))),
});

type CreateBody = z.infer<typeof createSchema>;

function createSession({ engine }: ServerContext, traits: ProviderTraits, body: CreateBody): SessionRecord {
  const { line_items: items, currency, payment_method_types: types } = body;
  const total = items.reduce((sum, { unit_amount, quantity }) => sum + unit_amount * quantity, 0);
  if (!Number.isSafeInteger(total) || total < MIN_AMOUNT) {
    throw invalid('line_items', `The total has to be at least ${String(MIN_AMOUNT)}.`);
  }
  if (currency !== 'usd' && types?.includes('card')) {
    throw invalid('payment_method_types', 'Cards are taken in usd only: leave card out, or say usd.');
  }
  return engine.create(traits, {
    currency: currency.toUpperCase(),
    items: items.map(({ unit_amount: unitAmount, name, description, quantity, images }) => ({
      name,
      description,
      quantity,
      unitAmount,
      imageUrl: images?.[0],
    })),
    paymentMethods: types && methodsOf(types),
    customer: body.customer_email === undefined ? {} : { email: body.customer_email },
    submitType: body.submit_type,
    successUrl: body.success_url,
    cancelUrl: body.cancel_url,
    metadata: body.metadata,
    extra: { client_reference_id: body.client_reference_id, source: body.source },
  });
}

/** Both keys, as `base64(publishable:secret)`. @throws Problem `unauthorized` with the documented code */
function authenticate(c: SandboxRequest): void {
  const encoded = /^Basic +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (encoded === undefined) throw unauthorized('missing_credentials');
  const [publishable, ...secret] = decode(encoded).split(':');
  const { payonify } = SANDBOX_KEYS;
  if (publishable !== payonify.publishableKey) throw unauthorized('invalid_publishable_key');
  if (secret.join(':') !== payonify.secretKey) throw unauthorized('invalid_secret_key');
}

const unauthorized = (detailCode: string): Problem =>
  new Problem('unauthorized', 'The request needs both API keys.', { detailCode });

function decode(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}

const speaksBasic = (c: SandboxRequest): boolean => !/^Bearer /i.test(c.req.header('Authorization') ?? '');

/** @see Payonify checkout-session document */
export function mountMerchant(app: Hono<SandboxEnv>, context: ServerContext, traits: ProviderTraits): void {
  const { engine } = context;
  const view = (session: SessionRecord, expand = false): unknown =>
    documentedSession(session, hostedUrl(context, session.id), expand);
  const find = (id: string): SessionRecord => {
    const session = engine.find(id);
    if (session?.provider !== 'payonify')
      throw new Problem('not_found', 'There is no such checkout session.');
    return session;
  };

  app.post('/v1/checkout/sessions', (c) => {
    authenticate(c);
    return idempotently(context, c, 'payonify', (body) => {
      refuseMomentOfEnd(body, 'a session of Payonify lives for 24 hours');
      const given = check(createSchema, body);
      return { status: 201, body: view(createSession(context, traits, given), given.expand !== undefined) };
    });
  });
  app.get('/v1/checkout/sessions', (c) => {
    authenticate(c);
    const sessions = engine.all().filter(({ provider }) => provider === 'payonify');
    return respond({ status: 200, body: listSessions(c, sessions, view) });
  });
  app.get('/v1/checkout/sessions/:id', async (c, next) => {
    if (!speaksBasic(c)) return next();
    authenticate(c);
    const expand = queryWord(c, 'expand', ['line_items']) !== undefined;
    return respond({ status: 200, body: view(find(c.req.param('id')), expand) });
  });
  app.post('/v1/checkout/sessions/:id/expire', (c) => {
    authenticate(c);
    return idempotently(context, c, 'payonify', () => {
      const session = find(c.req.param('id'));
      expire(context, session);
      return { status: 200, body: view(session) };
    });
  });
  app.get('/v1/charges/:id', (c) => {
    authenticate(c);
    return respond({ status: 200, body: findCharge(context, c.req.param('id')) });
  });
}

/** "Invalidates a checkout session that hasn't been used." */
function expire({ engine }: ServerContext, session: SessionRecord): void {
  if (session.status === 'processing' || session.status === 'paid') {
    const detailCode = session.status === 'paid' ? 'charge_invalid_state' : 'charge_pending';
    throw new Problem('session_not_cancellable', 'The session has been used.', { detailCode });
  }
  if (payonifyStatus(session) === 'expired') {
    throw new Problem('already_expired', 'The session has expired already.');
  }
  engine.expire(session);
}

/** The charge of a try, or the one that every session is created with. */
function findCharge({ engine }: ServerContext, id: string): unknown {
  const found = engine.findPayment(id);
  if (found?.session.provider === 'payonify') return payonifyCharge(found.payment);
  const session = engine.all().find((s) => s.provider === 'payonify' && chargeReference(s) === id);
  if (!session) throw new Problem('not_found', 'There is no such charge.');
  return {
    id,
    object: 'charge',
    status: 'requires_payment_method',
    amount: session.totals.total,
    currency: session.currency.toLowerCase(),
    created: unixSeconds(session.createdAt),
    failure_code: null,
    failure_reason: null,
  };
}

const DAY_MS = 86_400_000;

/** `2026-06-23` as the day's first millisecond in UTC. @throws Problem `invalid_request` for anything else */
function queryDay(c: SandboxRequest, name: string): number | undefined {
  const value = c.req.query(name);
  if (value === undefined) return undefined;
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value)
    throw invalid(name, 'A day as YYYY-MM-DD.');
  return at;
}

/** Filters and cursors of the list request. A cursor is the id of a record, which is opaque enough. */
function listSessions(
  c: SandboxRequest,
  sessions: readonly SessionRecord[],
  view: (session: SessionRecord) => unknown,
): unknown {
  const status = queryWord(c, 'status', PAYONIFY_STATUSES);
  const currency = queryWord(c, 'currency', ['usd', 'zwg'])?.toUpperCase();
  const start = queryDay(c, 'start_date') ?? -Infinity;
  const end = queryDay(c, 'end_date') ?? Infinity;
  const found = newestFirst(sessions).filter(
    (session) =>
      (status === undefined || payonifyStatus(session) === status) &&
      (currency === undefined || session.currency === currency) &&
      session.createdAt >= start &&
      session.createdAt < end + DAY_MS,
  );
  const { from, to } = pageOf(c, found);
  const data = found.slice(from, to);
  return {
    object: 'list',
    data: data.map((session) => view(session)),
    paging: {
      before: data[0]?.id ?? null,
      after: data.at(-1)?.id ?? null,
      has_previous_page: from > 0,
      has_next_page: to < found.length,
    },
  };
}

/** `first` records `after` a cursor, or the `last` ones `before` it; `limit` stands for the number of either. */
function pageOf(
  c: SandboxRequest,
  found: readonly SessionRecord[],
): { readonly from: number; readonly to: number } {
  const limit = queryNumber(c, 'limit', { min: 1, max: 100, fallback: 10 });
  const first = queryNumber(c, 'first', { min: 1, max: 100, fallback: limit });
  const last = queryNumber(c, 'last', { min: 1, max: 100, fallback: limit });
  const backward = c.req.query('before') !== undefined || c.req.query('last') !== undefined;
  const forward = c.req.query('after') !== undefined || c.req.query('first') !== undefined;
  if (backward && forward)
    throw invalid(c.req.query('before') === undefined ? 'last' : 'before', 'Forward or backward, not both.');
  const at = (name: 'after' | 'before'): number | undefined => {
    const cursor = c.req.query(name);
    if (cursor === undefined) return undefined;
    const index = found.findIndex(({ id }) => id === cursor);
    if (index < 0) throw invalid(name, 'Unknown cursor.');
    return index;
  };
  if (backward) {
    const to = at('before') ?? found.length;
    return { from: Math.max(0, to - last), to };
  }
  const from = (at('after') ?? -1) + 1;
  return { from, to: Math.min(found.length, from + first) };
}
