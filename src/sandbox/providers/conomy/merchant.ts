import type { Hono } from 'hono';
import * as z from 'zod/mini';
import type { LinkRecord } from '../../engine/engine.js';
import { randomId } from '../../engine/ids.js';
import type { SessionRecord } from '../../engine/model.js';
import type { ItemInput, SessionInput } from '../../engine/new-session.js';
import { invalid, Problem } from '../../engine/problem.js';
import type { ProviderTraits } from '../../engine/traits.js';
import { check, landingUrl, optional, parseJson, refuseMomentOfEnd, text } from '../../http/check.js';
import { bearer } from '../../http/buyer.js';
import {
  hostedUrl,
  respond,
  type SandboxEnv,
  type SandboxRequest,
  type ServerContext,
} from '../../http/context.js';
import { idempotently } from '../../http/merchant.js';
import { SANDBOX_KEYS } from '../keys.js';
import { iso } from '../native/wire.js';
import { conomyCustomerSchema, fieldsOf, readCustomer, REQUIREMENTS } from './customer.js';
import { listSessions } from './list.js';
import { conomyMethod, documentedSession, RAILS } from './wire.js';

const TOKEN_SECONDS = 3600;

/** Who is signed in: tokens of `POST /auth` and when they end. */
export class Merchants {
  readonly #context: ServerContext;
  readonly #tokens = new Map<string, number>();

  constructor(context: ServerContext) {
    this.#context = context;
  }

  signIn(): string {
    const { engine } = this.#context;
    const token = randomId(engine.options.random, 'at_', 24);
    this.#tokens.set(token, engine.now() + TOKEN_SECONDS * 1000);
    return token;
  }

  /** Whether a request carries what only a merchant's server has, right or wrong. */
  speaks(c: SandboxRequest): boolean {
    return c.req.header('x-api-key') !== undefined || (bearer(c) ?? '').startsWith('at_');
  }

  /** @throws Problem `unauthorized`, or `invalid_request` without a User-Agent */
  authenticate(c: SandboxRequest): void {
    this.checkApiKey(c);
    if (!c.req.header('User-Agent')) throw invalid('User-Agent', 'The User-Agent header is required.');
    const ends = this.#tokens.get(bearer(c) ?? '');
    if (ends === undefined || this.#context.engine.now() >= ends) {
      throw new Problem('unauthorized', 'The access token is missing, wrong or expired.');
    }
  }

  checkApiKey(c: SandboxRequest): void {
    if (c.req.header('x-api-key') !== SANDBOX_KEYS.conomy.apiKey) {
      throw new Problem('unauthorized', 'The x-api-key header is missing or wrong.');
    }
  }
}

const money = z.string().check(z.regex(/^\d{1,15}$/, 'A string of minor units.'));

const itemSchema = z.object({
  preTaxAmount: money,
  totalAmount: money,
  description: text,
  tax: optional(z.object({ name: text, type: z.enum(['FIXED', 'PERCENTAGE']), value: text, amount: money })),
});

const identity = z.looseObject({ identityId: text });

const createSchema = z.object({
  checkoutToken: text.check(z.regex(/^[A-Za-z0-9_-]+$/, 'It becomes part of an address.')),
  items: z.array(itemSchema).check(z.minLength(1)),
  currency: z.enum([
    'CLP',
    'MXN',
    'COP',
    'PEN',
    'BOB',
    'PYG',
    'AUD',
    'ARS',
    'BRL',
    'USD',
    'CAD',
    'EUR',
    'GBP',
    'USDC',
    'USDT',
  ]),
  paymentMethodsAllowed: z.array(z.enum(RAILS)).check(z.minLength(1)),
  customer: optional(conomyCustomerSchema),
  destinations: z.array(z.looseObject({})).check(z.minLength(1)),
  duration: z.int().check(z.minimum(30)),
  customerRequirements: optional(z.array(z.enum(REQUIREMENTS))),
  owner: identity,
  successUrl: optional(landingUrl),
  failedUrl: optional(landingUrl),
});

type CreateBody = z.infer<typeof createSchema>;

/** @throws Problem `invalid_request` where the amounts do not add up */
function inputOf(body: CreateBody): SessionInput {
  const { customer, items, checkoutToken, customerRequirements } = body;
  const total = items.reduce((sum, { totalAmount }) => sum + Number(totalAmount), 0);
  if (total <= 0 || !Number.isSafeInteger(total))
    throw invalid('items[0].totalAmount', 'There is nothing to pay.');
  return {
    currency: body.currency,
    amount: { tax: total - items.reduce((sum, { preTaxAmount }) => sum + Number(preTaxAmount), 0) },
    items: items.map(readItem),
    paymentMethods: [...new Set(body.paymentMethodsAllowed)].map(conomyMethod),
    customer: customer && readCustomer(customer),
    requiredFields: fieldsOf(customerRequirements ?? []),
    successUrl: body.successUrl,
    failureUrl: body.failedUrl,
    refreshToken: checkoutToken,
    expiresIn: body.duration,
    merchant: typeof body.owner['name'] === 'string' ? { name: body.owner['name'] } : {},
    extra: { owner: body.owner, destinations: body.destinations, customer: customer },
  };
}

function readItem(
  { preTaxAmount, totalAmount, description, tax }: z.infer<typeof itemSchema>,
  index: number,
): ItemInput {
  const unitAmount = Number(preTaxAmount);
  const taxAmount = tax ? Number(tax.amount) : 0;
  if (unitAmount + taxAmount !== Number(totalAmount)) {
    throw invalid(
      `items[${String(index)}].totalAmount`,
      `preTaxAmount and tax.amount come to ${String(unitAmount + taxAmount)}.`,
    );
  }
  return {
    name: description,
    unitAmount,
    quantity: 1,
    tax: tax && {
      name: tax.name,
      type: tax.type === 'FIXED' ? 'fixed' : 'percentage',
      value: tax.value,
      amount: taxAmount,
    },
  };
}

const authSchema = z.object({ clientId: z.string(), clientSecret: z.string() });

/** Signing in, sessions and payment links: what the merchant's server calls. */
export function mountMerchant(
  app: Hono<SandboxEnv>,
  context: ServerContext,
  traits: ProviderTraits,
  merchants: Merchants,
): void {
  const { engine } = context;
  const view = (session: SessionRecord): unknown =>
    documentedSession(session, hostedUrl(context, session.id));
  const find = (id: string): SessionRecord => {
    const session = engine.find(id);
    if (session?.provider !== 'conomy') throw new Problem('not_found', 'There is no such session.');
    return session;
  };

  app.post('/auth', async (c) => {
    merchants.checkApiKey(c);
    const { clientId, clientSecret } = check(authSchema, parseJson(await c.req.text()));
    const { conomy } = SANDBOX_KEYS;
    if (clientId !== conomy.clientId || clientSecret !== conomy.clientSecret) {
      throw new Problem('unauthorized', 'Unknown client.');
    }
    return respond({
      status: 200,
      body: { accessToken: merchants.signIn(), tokenType: 'Bearer', expiresIn: TOKEN_SECONDS },
    });
  });

  app.post('/checkout-sessions', (c) => {
    merchants.authenticate(c);
    return idempotently(context, c, 'conomy', (body) => {
      refuseMomentOfEnd(body, 'send duration, in seconds from now');
      const input = inputOf(check(createSchema, body));
      if (engine.findByRefreshToken(input.refreshToken ?? '')) {
        throw new Problem('already_exists', 'There is a session with this checkoutToken.', {
          param: 'checkoutToken',
        });
      }
      return { status: 201, body: view(engine.create(traits, input)) };
    });
  });

  app.get('/checkout-sessions', (c) => {
    merchants.authenticate(c);
    const sessions = engine.all().filter(({ provider }) => provider === 'conomy');
    return respond({ status: 200, body: listSessions(c, sessions, view) });
  });

  app.get('/checkout-sessions/:id', async (c, next) => {
    if (!merchants.speaks(c)) return next();
    merchants.authenticate(c);
    return respond({ status: 200, body: view(find(c.req.param('id'))) });
  });

  app.delete('/checkout-sessions/:id', (c) => {
    merchants.authenticate(c);
    engine.delete(find(c.req.param('id')));
    return respond({ status: 200, body: {} });
  });
  mountLinks(app, context, traits, merchants);
}

const linkSchema = z.extend(z.omit(createSchema, { checkoutToken: true }), { checkoutToken: optional(text) });

/** Templates: each opening makes a session with a checkout token of its own. */
function mountLinks(
  app: Hono<SandboxEnv>,
  context: ServerContext,
  traits: ProviderTraits,
  merchants: Merchants,
): void {
  const { engine } = context;
  const view = ({ id, token, active, createdAt, input }: LinkRecord): unknown => ({
    id,
    checkoutToken: token,
    status: active ? 'ACTIVE' : 'EXPIRED',
    currency: input.currency,
    paymentMethodsAllowed: input.paymentMethods?.map((method) =>
      typeof method === 'string' ? method : method.id,
    ),
    url: hostedUrl(context, token),
    createdAt: iso(createdAt),
  });
  const find = (c: SandboxRequest): LinkRecord => {
    merchants.authenticate(c);
    const link = engine.findLink(c.req.param('id') ?? '');
    if (link?.traits.id !== 'conomy') throw new Problem('not_found', 'There is no such payment link.');
    return link;
  };
  app.post('/payment-links', (c) => {
    merchants.authenticate(c);
    return idempotently(context, c, 'conomy', (body) => {
      refuseMomentOfEnd(body, 'send duration, in seconds');
      const { checkoutToken, ...given } = check(linkSchema, body);
      const token = checkoutToken ?? randomId(engine.options.random, '');
      if (engine.findLink(token))
        throw new Problem('already_exists', 'There is a link with this checkoutToken.');
      const { refreshToken: _own, ...input } = inputOf({ ...given, checkoutToken: token });
      const link = engine.createLink(traits, input, { id: randomId(engine.options.random, ''), token });
      return { status: 201, body: view(link) };
    });
  });
  app.get('/payment-links', (c) => {
    merchants.authenticate(c);
    const links = engine.links(traits);
    const pagination = { count: links.length, next: null, previous: null, total: links.length };
    return respond({ status: 200, body: { pagination, results: links.map(view) } });
  });
  app.get('/payment-links/:id', (c) => respond({ status: 200, body: view(find(c)) }));
  app.delete('/payment-links/:id', (c) => {
    engine.deleteLink(find(c));
    return respond({ status: 200, body: {} });
  });
  app.post('/payment-links/:id/activate', (c) => {
    const link = find(c);
    link.active = true;
    return respond({ status: 200, body: view(link) });
  });
}
