import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { randomId } from '../../engine/ids.js';
import { methodOf } from '../../engine/methods.js';
import { invalidSession, Problem } from '../../engine/problem.js';
import { mountBuyer, NATIVE_PATHS, retryAfter, sessionOfBearer, type BuyerFormat } from '../../http/buyer.js';
import { check, landingUrl, optional, refuseMomentOfEnd, text } from '../../http/check.js';
import {
  respond,
  type Answer,
  type SandboxEnv,
  type SandboxRequest,
  type ServerContext,
} from '../../http/context.js';
import { mountOpeners } from '../../http/openers.js';
import { idempotently } from '../../http/merchant.js';
import type { ProviderServer } from '../../http/provider-server.js';
import { SANDBOX_KEYS } from '../keys.js';
import {
  documentedSession,
  orderIdOf,
  plugtopayParam,
  plugtopayPayment,
  plugtopaySession,
  readPlugtopayPayment,
} from './wire.js';

/** Nothing documents an error of PlugToPay's; this is flat, in its own snake_case. */
function problemAnswer(problem: Problem, c: SandboxRequest): Answer {
  const { code, status, message, param, payment, retryAfterMs } = problem;
  return {
    status,
    body: {
      code,
      message,
      param: param && plugtopayParam(param),
      payment: payment && plugtopayPayment(payment),
      request_id: c.get('requestId'),
    },
    headers: retryAfter(retryAfterMs),
  };
}

/**
 * An orchestrator of Brazilian gateways: card and Pix (boleto as `billet` in its payments).
 * @see PlugToPay create-session document
 */
export const plugtopay: ProviderServer = {
  id: 'plugtopay',
  currency: 'BRL',
  lifeSeconds: 1800,
  refreshable: false,
  newIds: (random) => ({ id: randomId(random, 'ses_'), token: randomId(random, 'cs_test_', 24) }),
  // Pix is paid in reais only, so a session in dollars is one restricted to cards.
  defaultMethods: (currency) => (currency === 'BRL' ? ['card', 'pix'] : ['card']),
  methodOf: (word) =>
    word === 'boleto' || word === 'billet' ? { ...methodOf('boleto'), id: 'billet' } : methodOf(word),
  complete: (input) => ({ ...input, requiredFields: ['name', 'email', 'document'] }),
  problem: problemAnswer,
  mount(app, context) {
    mountMerchant(app, context);
    mountBuyer(app, context, buyerFormat(context), NATIVE_PATHS);
    mountOpeners(app, context, {
      traits: plugtopay,
      view: (session) => plugtopaySession(session, context.engine.now()),
    });
  },
};

const buyerFormat = (context: ServerContext): BuyerFormat => ({
  authenticate: (c) => sessionOfBearer(context, c, 'plugtopay'),
  session: (session) => plugtopaySession(session, context.engine.now()),
  readPayment: readPlugtopayPayment,
  payments: (_session, [payment]) => ({ status: 200, body: payment && plugtopayPayment(payment) }),
});

const createSchema = z.object({
  amount: z.int().check(z.positive()),
  currency: z.enum(['BRL', 'USD']),
  merchant_order_id: text.check(z.maxLength(100)),
  payment_method: optional(z.enum(['card', 'pix'])),
  gateway_first_try: optional(
    z.enum(['pagarme', 'picpay', 'safe2pay', 'pagbank', 'stripe', 'asaas', 'erede']),
  ),
  expires_in: optional(z.int().check(z.minimum(60), z.maximum(86_400))),
  metadata: optional(z.record(z.string(), z.unknown())),
  success_url: optional(landingUrl),
  cancel_url: optional(landingUrl),
});

/** Creating a session is all the document has; reading one back by its order is an extension for the shop's server. */
function mountMerchant(app: Hono<SandboxEnv>, context: ServerContext): void {
  const { engine } = context;
  app.use('/api/*', async (c, next) => {
    if (c.req.header('X-API-Key') !== SANDBOX_KEYS.plugtopay.apiKey) {
      throw new Problem('unauthorized', 'The X-API-Key header is missing or wrong.');
    }
    await next();
  });

  app.post('/api/v1/checkout/sessions', (c) =>
    idempotently(context, c, 'plugtopay', (body) => {
      refuseMomentOfEnd(body, 'send expires_in, in seconds from now', invalidSession);
      const given = check(createSchema, body, invalidSession);
      const { currency, payment_method: method } = given;
      if (method === 'pix' && currency !== 'BRL')
        throw invalidSession('payment_method', 'Pix is paid in BRL: leave it out, or say card.');
      const session = engine.create(plugtopay, {
        amount: given.amount,
        currency,
        paymentMethods: method === undefined ? undefined : [method],
        expiresIn: given.expires_in,
        metadata: given.metadata,
        successUrl: given.success_url,
        cancelUrl: given.cancel_url,
        extra: { merchant_order_id: given.merchant_order_id, gateway_first_try: given.gateway_first_try },
      });
      return { status: 201, body: documentedSession(session) };
    }),
  );

  app.get('/api/v1/checkout/sessions/:order', (c) => {
    const order = c.req.param('order');
    const session = engine
      .all()
      .findLast((s) => s.provider === 'plugtopay' && (orderIdOf(s) === order || s.id === order));
    if (!session) throw new Problem('not_found', 'There is no session of this order.');
    return respond({ status: 200, body: plugtopaySession(session, engine.now()) });
  });
}
