import { randomId } from '../../engine/ids.js';
import { lookUp } from '../../engine/look-up.js';
import { methodOf } from '../../engine/methods.js';
import type { Problem } from '../../engine/problem.js';
import {
  mountBuyer,
  NATIVE_PATHS,
  retryAfter,
  sessionOfBearer,
  type BuyerFormat,
  type BuyerPaths,
} from '../../http/buyer.js';
import { hostedUrl, type Answer, type SandboxRequest, type ServerContext } from '../../http/context.js';
import { mountOpeners } from '../../http/openers.js';
import type { ProviderServer } from '../../http/provider-server.js';
import { mountMerchant } from './merchant.js';
import {
  methodsOf,
  METHOD_TYPES,
  payonifyCharge,
  payonifyParam,
  payonifySession,
  readCharge,
} from './wire.js';

/** `type` and `code` of the errors page (docs.payonify.com/errors); the contract's own code where it has none. */
const ERRORS: Readonly<Partial<Record<Problem['code'], readonly [type: string, code: string]>>> = {
  invalid_request: ['invalid_request_error', 'parameter_invalid'],
  not_found: ['invalid_request_error', 'resource_missing'],
  unauthorized: ['authentication_error', 'unauthorized'],
  invalid_token: ['authentication_error', 'unauthorized'],
  forbidden: ['authentication_error', 'unauthorized'],
  in_progress: ['idempotency_error', 'in_progress'],
  idempotency_key_reused: ['idempotency_error', 'idempotency_key_reused'],
  session_expired: ['invalid_request_error', 'checkout_session_already_expired'],
  already_expired: ['invalid_request_error', 'checkout_session_already_expired'],
  rate_limited: ['rate_limit_error', 'rate_limited'],
  internal_error: ['api_error', 'internal_error'],
};

/** Flat. A problem may carry one of the documented codes itself. */
function problemAnswer(problem: Problem, c: SandboxRequest): Answer {
  const { status, message, param, payment, retryAfterMs, detailCode } = problem;
  const [type, code] = ERRORS[problem.code] ?? ['invalid_request_error', problem.code];
  return {
    status,
    body: {
      type,
      code: detailCode ?? code,
      message,
      param: param && payonifyParam(param),
      doc_url: `https://docs.payonify.com/errors#${detailCode ?? code}`,
      payment: payment && payonifyCharge(payment),
      request_id: c.get('requestId'),
    },
    headers: retryAfter(retryAfterMs),
  };
}

const BY_CURRENCY: Readonly<Record<string, readonly string[]>> = {
  USD: ['mobile_money', 'card', 'zimswitch'],
  ZWG: ['mobile_money', 'zimswitch'],
};

/**
 * Zimbabwe: EcoCash, OneMoney, cards (in dollars only) and Zimswitch. The session's id opens it in a browser.
 * @see Payonify checkout-session document
 */
export const payonify: ProviderServer = {
  id: 'payonify',
  currency: 'USD',
  lifeSeconds: 86_400,
  refreshable: false,
  newIds(random) {
    const id = randomId(random, 'cs_', 24);
    return { id, token: id };
  },
  defaultMethods: (currency) => lookUp(BY_CURRENCY, currency) ?? ['card'],
  methodOf: (word) =>
    ((METHOD_TYPES as readonly string[]).includes(word) ? methodsOf([word])[0] : undefined) ?? methodOf(word),
  problem: problemAnswer,
  mount(app, context) {
    mountMerchant(app, context, payonify);
    mountBuyer(app, context, buyerFormat(context), PATHS);
    mountOpeners(app, context, {
      traits: payonify,
      view: (session) => payonifySession(session, hostedUrl(context, session.id), true, context.engine.now()),
    });
  },
};

const PATHS: BuyerPaths = { ...NATIVE_PATHS, read: ['/v1/checkout/sessions/:id', ...NATIVE_PATHS.read] };

const buyerFormat = (context: ServerContext): BuyerFormat => ({
  authenticate: (c) => sessionOfBearer(context, c, 'payonify'),
  session: (session, c) => {
    const expand = c.req.queries('expand')?.includes('line_items') ?? false;
    return payonifySession(session, hostedUrl(context, session.id), expand, context.engine.now());
  },
  readPayment: readCharge,
  payments: (_session, [payment]) => ({ status: 200, body: payment && payonifyCharge(payment) }),
});
