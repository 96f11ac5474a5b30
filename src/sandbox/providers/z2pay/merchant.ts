import type { Hono } from 'hono';
import type { LinkRecord } from '../../engine/engine.js';
import { dueOf, type SessionRecord } from '../../engine/model.js';
import { invalid, Problem } from '../../engine/problem.js';
import type { ProviderTraits } from '../../engine/traits.js';
import {
  hostedUrl,
  respond,
  type SandboxEnv,
  type SandboxRequest,
  type ServerContext,
} from '../../http/context.js';
import { idempotently, newestFirst, queryNumber } from '../../http/merchant.js';
import { SANDBOX_KEYS } from '../keys.js';
import { iso } from '../native/wire.js';
import { inputOf, readSession } from './create.js';
import { publicConfig, z2payCustomer, z2payStatus, Z2PAY_STATUSES } from './wire.js';

/** The merchant's view of a session. */
function fullSession(context: ServerContext, session: SessionRecord): Readonly<Record<string, unknown>> {
  const { totals, extra } = session;
  return {
    id: session.id,
    tenantId: 'ten_sandbox',
    linkId: session.linkId ?? null,
    status: z2payStatus(session),
    mode: 'payment',
    currency: session.currency,
    locale: session.locale ?? 'pt-BR',
    config: {
      ...publicConfig(session),
      splits: extra['splits'] ?? null,
      successUrl: session.successUrl ?? null,
      cancelUrl: session.cancelUrl ?? null,
    },
    customer: z2payCustomer(session.customer) ?? null,
    subtotal: totals.subtotal,
    discountTotal: totals.discount,
    discounts: extra['discounts'] ?? null,
    amount: totals.total,
    amountDue: dueOf(session),
    paymentAttempts: session.payments.at(-1)?.attempt ?? 0,
    transactionId: session.payments.findLast(({ status }) => status === 'succeeded')?.id ?? null,
    metadata: session.metadata ?? {},
    createdAt: iso(session.createdAt),
    expiresAt: iso(session.expiresAt),
    url: hostedUrl(context, session.id),
  };
}

/** @throws Problem `unauthorized` without a key, `forbidden` with one that may not do this */
function authenticate(c: SandboxRequest): void {
  const key = c.req.header('x-api-key');
  if (key === SANDBOX_KEYS.z2pay.publicKey) throw new Problem('forbidden', 'A public key may not do this.');
  if (key !== SANDBOX_KEYS.z2pay.secretKey)
    throw new Problem('unauthorized', 'The API key is missing or wrong.');
}

/** @see https://docs.z2pay.com/docs/en/checkout/charges */
export function mountMerchant(app: Hono<SandboxEnv>, context: ServerContext, traits: ProviderTraits): void {
  const { engine } = context;
  app.use('/checkout/*', async (c: SandboxRequest, next) => {
    authenticate(c);
    await next();
  });
  const isAdHoc = ({ linkId }: SessionRecord): boolean => linkId === undefined;
  const find = (id: string, adHocOnly: boolean): SessionRecord => {
    const session = engine.find(id);
    if (session?.provider !== 'z2pay' || (adHocOnly && !isAdHoc(session))) {
      throw new Problem('not_found', 'There is no such session.');
    }
    return session;
  };

  for (const [path, adHocOnly] of [
    ['/checkout/charges', true],
    ['/checkout/sessions', false],
  ] as const) {
    app.post(path, (c) =>
      idempotently(context, c, 'z2pay', (body) => {
        const parsed = readSession(body);
        const fromLink = !adHocOnly && parsed.linkId !== undefined;
        const session = fromLink
          ? engine.openLink(engine.findLink(parsed.linkId ?? ''))
          : engine.create(traits, inputOf(parsed));
        return { status: 201, body: fullSession(context, session) };
      }),
    );
    app.get(path, (c) => {
      const sessions = engine.all().filter((s) => s.provider === 'z2pay' && (!adHocOnly || isAdHoc(s)));
      const matching = newestFirst(sessions.filter(filterOf(c)));
      return page(c, matching, (session) => fullSession(context, session));
    });
    app.get(`${path}/:id`, (c) =>
      respond({ status: 200, body: fullSession(context, find(c.req.param('id'), adHocOnly)) }),
    );
    app.post(`${path}/:id/cancel`, (c) =>
      idempotently(context, c, 'z2pay', () => {
        const session = find(c.req.param('id') ?? '', adHocOnly);
        engine.withdraw(session);
        return { status: 200, body: fullSession(context, session) };
      }),
    );
  }
  mountLinkRoutes(app, context, traits);
}

/** `status`: several, with commas. `search`: the id, or the customer's name, e-mail or document. */
function filterOf(c: SandboxRequest): (session: SessionRecord) => boolean {
  const statuses = c.req
    .query('status')
    ?.split(',')
    .map((word) => word.trim());
  if (statuses?.some((word) => !(Z2PAY_STATUSES as readonly string[]).includes(word)))
    throw invalid('status');
  const search = c.req.query('search')?.trim().toLowerCase() ?? '';
  return (session) => {
    const { name, email, document } = session.customer;
    const found = [session.id, name, email, document].some((value) => value?.toLowerCase().includes(search));
    return (!statuses || statuses.includes(z2payStatus(session))) && found;
  };
}

/** `page` from 1, `limit` 1 to 100. */
function page<T>(c: SandboxRequest, records: readonly T[], view: (record: T) => unknown): Response {
  const number = queryNumber(c, 'page', { min: 1, fallback: 1 });
  const limit = queryNumber(c, 'limit', { min: 1, max: 100, fallback: 20 });
  const total = records.length;
  return respond({
    status: 200,
    body: {
      data: records.slice((number - 1) * limit, number * limit).map(view),
      pagination: { page: number, limit, total, totalPages: Math.ceil(total / limit) },
    },
  });
}

/** Reusable templates. The body is that of a session, checked when the link is made. */
function mountLinkRoutes(app: Hono<SandboxEnv>, context: ServerContext, traits: ProviderTraits): void {
  const { engine } = context;
  const view = ({ id, active, createdAt, input }: LinkRecord): unknown => ({
    id,
    active,
    config: {
      items: input.items,
      paymentMethods: input.paymentMethods,
      successUrl: input.successUrl ?? null,
    },
    url: hostedUrl(context, id),
    createdAt: iso(createdAt),
  });
  const find = (id: string): LinkRecord => {
    const link = engine.findLink(id);
    if (link?.traits.id !== 'z2pay') throw new Problem('not_found', 'There is no such link.');
    return link;
  };
  app.post('/checkout/links', (c) =>
    idempotently(context, c, 'z2pay', (body) => {
      const link = engine.createLink(traits, inputOf(readSession(body)));
      return { status: 201, body: view(link) };
    }),
  );
  app.get('/checkout/links', (c) => page(c, newestFirst(engine.links(traits)), view));
  app.get('/checkout/links/:id', (c) => respond({ status: 200, body: view(find(c.req.param('id'))) }));
  app.put('/checkout/links/:id', (c) =>
    idempotently(context, c, 'z2pay', (body) => {
      const link = find(c.req.param('id'));
      link.input = inputOf(readSession(body));
      return { status: 200, body: view(link) };
    }),
  );
  app.delete('/checkout/links/:id', (c) => {
    engine.deleteLink(find(c.req.param('id')));
    return new Response(null, { status: 204 });
  });
}
