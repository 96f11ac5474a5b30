import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { Secret } from '../../../core/session/secret.js';
import { CUSTOMER_FIELDS, SUBMIT_TYPES } from '../../../core/session/session.js';
import { checkSession } from '../../engine/check-session.js';
import type { LinkRecord } from '../../engine/engine.js';
import type { SessionRecord } from '../../engine/model.js';
import { totalsOf, type SessionInput } from '../../engine/new-session.js';
import { invalid, invalidSession, Problem } from '../../engine/problem.js';
import type { ProviderTraits } from '../../engine/traits.js';
import { bearer } from '../../http/buyer.js';
import {
  check,
  landingUrl,
  minorUnits,
  optional,
  positiveMinorUnits,
  refuseMomentOfEnd,
  text,
  webUrl,
} from '../../http/check.js';
import { respond, type SandboxEnv, type SandboxRequest, type ServerContext } from '../../http/context.js';
import { idempotently, newestFirst, queryNumber, queryWord } from '../../http/merchant.js';
import { SANDBOX_KEYS } from '../keys.js';
import { customerSchema, defined, iso, nativeSession } from './wire.js';

const NO_PARTS = 'max counts where enabled is true: say so, or leave combined out.';

const currency = z.string().check(z.regex(/^[A-Z]{3,4}$/, 'An upper-case ISO 4217 code.'));

const itemSchema = z.strictObject({
  name: text,
  description: optional(z.string()),
  imageUrl: optional(webUrl),
  quantity: optional(z.int().check(z.positive())),
  unitAmount: minorUnits,
  totalAmount: optional(minorUnits),
  tax: optional(
    z.object({
      name: optional(z.string()),
      type: z.enum(['fixed', 'percentage']),
      value: z.string().check(z.regex(/^\d+(\.\d+)?$/, 'A decimal as text, as "19" or "0.5".')),
      amount: minorUnits,
    }),
  ),
});

const tokenizerSchema = z.object({
  name: text,
  frameUrl: optional(webUrl),
  publicKey: optional(text),
  mode: optional(text),
  clientSecret: optional(
    z.pipe(
      text,
      z.transform((secret) => new Secret(secret)),
    ),
  ),
});

const methodSchema = z.strictObject({
  type: text,
  id: optional(text),
  label: optional(text),
  enabled: optional(z.boolean()),
  requiredFields: optional(z.array(text)),
  currency: optional(currency),
  amount: optional(positiveMinorUnits),
  exchangeRate: optional(text),
  flow: optional(z.enum(['redirect'])),
  networks: optional(z.array(text)),
  brands: optional(z.array(text)),
  tokenizer: optional(tokenizerSchema),
  installments: optional(
    z.array(
      z.strictObject({
        count: z.int().check(z.positive()),
        amount: minorUnits,
        total: minorUnits,
        interestFree: optional(z.boolean()),
        interestRate: optional(z.string().check(z.regex(/^\d{1,4}(\.\d+)?$/))),
        brands: optional(z.array(text)),
      }),
    ),
  ),
});

const customFieldSchema = z.object({
  key: text,
  label: text,
  type: z.enum(['text', 'select', 'checkbox']),
  required: optional(z.boolean()),
  options: optional(z.array(z.object({ value: text, label: text }))),
});

/** How many parts there may be is told where there may be parts. */
const combinedSchema = z.strictObject({
  enabled: z.boolean({ error: NO_PARTS }),
  max: optional(z.int().check(z.minimum(2), z.maximum(8))),
});

/** @throws Problem `invalid_session` */
function readCombined(given: z.infer<typeof combinedSchema> | undefined): SessionInput['combined'] {
  const { enabled, max } = given ?? { enabled: false };
  if (!enabled && max !== undefined) throw invalidSession('combined.max', NO_PARTS);
  if (enabled && max === undefined)
    throw invalidSession('combined.max', 'Say in how many parts it may be paid: 2 to 8.');
  return max === undefined ? undefined : { enabled, max };
}

const createSchema = z.strictObject({
  currency,
  amount: optional(
    z.union([
      positiveMinorUnits,
      z.strictObject({
        subtotal: optional(minorUnits),
        discount: optional(minorUnits),
        tax: optional(minorUnits),
        shipping: optional(minorUnits),
        total: optional(positiveMinorUnits),
      }),
    ]),
  ),
  items: optional(z.array(itemSchema).check(z.minLength(1))),
  paymentMethods: optional(z.array(z.union([text, methodSchema])).check(z.minLength(1))),
  merchant: optional(
    z.object({
      name: optional(text),
      logoUrl: optional(webUrl),
      supportUrl: optional(webUrl),
      supportEmail: optional(z.email()),
    }),
  ),
  branding: optional(
    z.object({
      primaryColor: optional(z.string().check(z.regex(/^#[\da-f]{6}$/i))),
      logoUrl: optional(webUrl),
      name: optional(text),
    }),
  ),
  locale: optional(text),
  submitType: optional(z.enum(SUBMIT_TYPES)),
  customer: optional(customerSchema),
  requiredFields: optional(z.array(z.enum(CUSTOMER_FIELDS))),
  customFields: optional(z.array(customFieldSchema)),
  combined: optional(combinedSchema),
  successUrl: optional(landingUrl),
  cancelUrl: optional(landingUrl),
  failureUrl: optional(landingUrl),
  metadata: optional(
    z
      .record(z.string().check(z.maxLength(40)), z.string().check(z.maxLength(500)))
      .check(z.refine((value) => Object.keys(value).length <= 5, 'At most 5 keys.')),
  ),
  expiresIn: optional(z.int().check(z.minimum(60), z.maximum(86_400))),
  refreshable: optional(z.boolean()),
});

/** @throws Problem `invalid_session`, also where the amounts leave nothing to pay */
function readInput(body: unknown): SessionInput {
  refuseMomentOfEnd(body, 'send expiresIn, in seconds from now', invalidSession);
  const given = check(createSchema, body, invalidSession);
  if (given.amount === undefined && !given.items)
    throw invalidSession('amount', 'An amount or items, please.');
  const { customFields, customer, combined, ...rest } = given;
  const input: SessionInput = {
    ...rest,
    combined: readCombined(combined),
    customer: customer && defined(customer),
    customFields: customFields?.map(({ required, options, ...field }) => ({
      ...field,
      required: required ?? false,
      options: options ?? [],
    })),
  };
  const { total } = totalsOf(input);
  if (total <= 0 || !Number.isSafeInteger(total)) throw invalidSession('amount', 'There is nothing to pay.');
  checkSession(input, given.currency);
  return input;
}

/** A secret key begins with `sk_`, a session's token with `cs_`: the same paths serve both. */
const isMerchant = (c: SandboxRequest): boolean => (bearer(c) ?? '').startsWith('sk_');

/** @throws Problem `unauthorized` */
function authenticate(c: SandboxRequest): void {
  if (bearer(c) !== SANDBOX_KEYS.native.secretKey) {
    throw new Problem('unauthorized', 'The secret key is missing or wrong.');
  }
}

const STATUSES = ['open', 'processing', 'partially_paid', 'paid', 'failed', 'expired', 'canceled'] as const;

/** What the merchant's server calls. Mounted before the buyer's routes, which get what is not a merchant's. */
export function mountMerchant(app: Hono<SandboxEnv>, context: ServerContext, traits: ProviderTraits): void {
  const { engine } = context;
  const view = (session: SessionRecord): unknown => nativeSession(session, engine.now());
  const find = (id: string): SessionRecord => {
    const session = engine.find(id);
    if (session?.provider !== 'native') throw new Problem('not_found', 'There is no such session.');
    return session;
  };

  app.post('/checkout-sessions', (c) => {
    authenticate(c);
    return idempotently(context, c, 'native', (body) => {
      const session = engine.create(traits, readInput(body));
      return { status: 201, body: { ...nativeSession(session, engine.now()), token: session.token } };
    });
  });
  app.get('/checkout-sessions', (c) => {
    authenticate(c);
    const sessions = engine.all().filter(({ provider }) => provider === 'native');
    return respond({ status: 200, body: listSessions(c, sessions, view) });
  });
  app.get('/checkout-sessions/:id', async (c, next) => {
    if (!isMerchant(c)) return next();
    authenticate(c);
    return respond({ status: 200, body: view(find(c.req.param('id'))) });
  });
  app.post('/checkout-sessions/:id/cancel', async (c, next) => {
    if (!isMerchant(c)) return next();
    authenticate(c);
    return idempotently(context, c, 'native', () => {
      const session = find(c.req.param('id'));
      engine.withdraw(session);
      return { status: 200, body: view(session) };
    });
  });
  app.post('/checkout-sessions/:id/expire', (c) => {
    authenticate(c);
    return idempotently(context, c, 'native', () => {
      const session = find(c.req.param('id'));
      if (session.status !== 'open' && session.status !== 'partially_paid') {
        throw new Problem(
          'session_not_cancellable',
          `A session that is ${session.status} cannot be expired.`,
        );
      }
      engine.expire(session);
      return { status: 200, body: view(session) };
    });
  });
  app.delete('/checkout-sessions/:id', (c) => {
    authenticate(c);
    engine.delete(find(c.req.param('id')));
    return new Response(null, { status: 204 });
  });
  mountLinks(app, context, traits);
}

/** Newest first; `after` is the id of the last session of the page before. */
function listSessions(
  c: SandboxRequest,
  sessions: readonly SessionRecord[],
  view: (session: SessionRecord) => unknown,
): unknown {
  const status = queryWord(c, 'status', STATUSES);
  const limit = queryNumber(c, 'limit', { min: 1, max: 100, fallback: 20 });
  const wanted = c.req.query('currency');
  const found = newestFirst(sessions).filter(
    (session) =>
      (status === undefined || session.status === status) &&
      (wanted === undefined || session.currency === wanted),
  );
  const after = c.req.query('after');
  const from = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && from === 0) throw invalid('after', 'Unknown cursor.');
  const data = found.slice(from, from + limit);
  return { data: data.map(view), hasMore: from + limit < found.length, after: data.at(-1)?.id ?? null };
}

function mountLinks(app: Hono<SandboxEnv>, context: ServerContext, traits: ProviderTraits): void {
  const { engine } = context;
  const view = ({ id, token, active, createdAt }: LinkRecord): unknown => ({
    id,
    token,
    active,
    createdAt: iso(createdAt),
  });
  app.post('/payment-links', (c) => {
    authenticate(c);
    return idempotently(context, c, 'native', (body) => {
      return { status: 201, body: view(engine.createLink(traits, readInput(body))) };
    });
  });
  app.get('/payment-links', (c) => {
    authenticate(c);
    return respond({ status: 200, body: { data: newestFirst(engine.links(traits)).map(view) } });
  });
}
