import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { randomId } from '../../engine/ids.js';
import { methodOf } from '../../engine/methods.js';
import type { SessionRecord } from '../../engine/model.js';
import { invalid, Problem } from '../../engine/problem.js';
import { mountBuyer, NATIVE_PATHS, retryAfter, type BuyerFormat, type BuyerPaths } from '../../http/buyer.js';
import { check, optional, parseJson } from '../../http/check.js';
import {
  hostedUrl,
  respond,
  type Answer,
  type SandboxEnv,
  type SandboxRequest,
  type ServerContext,
} from '../../http/context.js';
import type { ProviderServer } from '../../http/provider-server.js';
import { mountMerchant } from './merchant.js';
import { publicView, readConfirm, z2payParam, z2payPayment } from './wire.js';

/** Some codes are in upper case: z2pay mixes both in one API. */
const CODES: Readonly<Partial<Record<Problem['code'], string>>> = {
  invalid_request: 'validation_failed',
  invalid_token: 'UNAUTHORIZED',
  unauthorized: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  rate_limited: 'RATE_LIMITED',
};

function problemAnswer(problem: Problem, c: SandboxRequest): Answer {
  const { code, status, message, param, payment, retryAfterMs } = problem;
  const isPublic = c.req.path.includes('/public/') || c.req.path.includes('/checkout-sessions/');
  return {
    status,
    body: {
      error: {
        code: CODES[code] ?? code,
        message,
        param: param && isPublic ? z2payParam(param) : param,
        requestId: c.get('requestId'),
      },
      payments: payment && [z2payPayment(payment)],
    },
    headers: retryAfter(retryAfterMs),
  };
}

/** "In addition to the always-required ones", says the document of the list, and a confirm takes full buyer details. */
const ALWAYS_REQUIRED = ['name', 'email', 'document'] as const;

/**
 * Brazil: Pix, boleto and card, also in parts. Possession of the session's id is the authorisation.
 * @see https://docs.z2pay.com/docs/en/checkout/comprador
 */
export const z2pay: ProviderServer = {
  id: 'z2pay',
  currency: 'BRL',
  lifeSeconds: 86_400,
  refreshable: false,
  newIds(random) {
    const id = randomId(random, 'cs_', 24);
    return { id, token: id };
  },
  newLinkIds(random) {
    const id = randomId(random, 'chk_');
    return { id, token: id };
  },
  defaultMethods: () => ['pix', 'boleto', 'credit_card'],
  methodOf: (word) =>
    word === 'card' || word === 'credit_card' ? { ...methodOf('card'), id: 'credit_card' } : methodOf(word),
  complete: (input) => ({
    ...input,
    requiredFields: [...new Set([...ALWAYS_REQUIRED, ...(input.requiredFields ?? [])])],
  }),
  problem: problemAnswer,
  mount(app, context) {
    mountLinks(app, context);
    mountBuyer(app, context, buyerFormat(context), PATHS);
    mountMerchant(app, context, z2pay);
  },
};

const PATHS: BuyerPaths = {
  read: ['/public/checkout/:id', ...NATIVE_PATHS.read],
  pay: ['/public/checkout/:id/confirm', ...NATIVE_PATHS.pay],
  action: ['/public/checkout/:id/payments/:paymentId/:action', ...NATIVE_PATHS.action],
  cancel: ['/public/checkout/:id/cancel', ...NATIVE_PATHS.cancel],
};

const buyerFormat = (context: ServerContext): BuyerFormat => {
  const view = (session: SessionRecord): unknown =>
    publicView(session, hostedUrl(context, session.id), context.engine.now());
  return {
    authenticate: (c) => ownSession(context, c.req.param('id') ?? ''),
    session: view,
    readPayment: readConfirm,
    payments: (session) => ({ status: 200, body: view(session) }),
  };
};

function ownSession({ engine }: ServerContext, id: string): SessionRecord {
  const session = engine.find(id);
  if (session?.provider !== 'z2pay') throw new Problem('not_found', 'Invalid or expired ID.');
  return session;
}

const SESSION_ID = /^cs_[a-f0-9]{48}$/;
const openedSchema = z.object({ sessionId: optional(z.string()) });

/** What only z2pay has: the first look is told to it, and reading a link makes a session. */
function mountLinks(app: Hono<SandboxEnv>, context: ServerContext): void {
  const { engine, faults } = context;
  const answer = (session: SessionRecord): Response =>
    respond({ status: 200, body: publicView(session, hostedUrl(context, session.id), engine.now()) });

  app.get('/public/checkout/:id', async (c, next) => {
    const link = engine.findLink(c.req.param('id'));
    if (link?.traits.id !== 'z2pay') return next();
    return faults.run('read', () => answer(materialise(context, link.id, c.req.query('sessionId'))));
  });

  app.post('/public/checkout/:id/opened', async (c) => {
    const body = await c.req.text();
    return faults.run('write', () => {
      const { sessionId } = check(openedSchema, parseJson(body));
      const link = engine.findLink(c.req.param('id'));
      if (link && sessionId === undefined) throw invalid('sessionId');
      const session = ownSession(context, link ? (sessionId ?? '') : c.req.param('id'));
      engine.open(session);
      return answer(session);
    });
  });
}

/** The same candidate always gives the same session, so that a read repeated is a session made once. */
function materialise(
  { engine }: ServerContext,
  linkId: string,
  candidate: string | undefined,
): SessionRecord {
  const link = engine.findLink(linkId);
  if (candidate === undefined) return engine.openLink(link);
  if (!SESSION_ID.test(candidate)) throw invalid('sessionId');
  const known = engine.find(candidate);
  if (!known) return engine.openLink(link, candidate);
  if (known.linkId !== linkId) throw new Problem('not_found', 'Invalid or expired ID.');
  return known;
}
