import { randomId } from '../../engine/ids.js';
import { lookUp } from '../../engine/look-up.js';
import { Problem } from '../../engine/problem.js';
import {
  bearer,
  mountBuyer,
  NATIVE_PATHS,
  retryAfter,
  sessionOfBearer,
  type BuyerFormat,
} from '../../http/buyer.js';
import { hostedUrl, type Answer, type SandboxRequest, type ServerContext } from '../../http/context.js';
import { mountOpeners } from '../../http/openers.js';
import type { ProviderServer } from '../../http/provider-server.js';
import { Merchants, mountMerchant } from './merchant.js';
import { conomyMethod, conomyParam, conomyPayment, conomySession, readConomyPayment } from './wire.js';

/** Numbers and names of the error catalogue (developers.conomyhq.com, "Errors"). */
const CATALOGUE: Readonly<Partial<Record<Problem['code'], readonly [code: string, type: string]>>> = {
  internal_error: ['01', 'serverError'],
  invalid_request: ['11', 'invalidParam'],
  already_exists: ['13', 'alreadyExist'],
  payment_exists: ['21', 'failedPrecondition'],
  not_found: ['31', 'notFound'],
  rate_limited: ['32', 'tooManyRequests'],
  unauthorized: ['41', 'unauthorized'],
  invalid_token: ['41', 'unauthorized'],
  forbidden: ['43', 'forbiddenOperation'],
};

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  410: 'Gone',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** The older of the two documented shapes, or the newer one where the version header asks for it. */
function problemAnswer(problem: Problem, c: SandboxRequest): Answer {
  const { code, status, message, param, payment, retryAfterMs } = problem;
  const [number, type] = CATALOGUE[code] ?? ['21', 'failedPrecondition'];
  const detail = { param: param && conomyParam(param), payment: payment && conomyPayment(payment) };
  const body =
    c.req.header('conomyhq-api-version') === undefined
      ? { statusCode: status, error: STATUS_TEXTS[status] ?? 'Error', message, code, ...detail }
      : { status, code: number, type, detail: message, traceId: c.get('requestId'), reason: code, ...detail };
  return { status, body, headers: retryAfter(retryAfterMs) };
}

const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  BRL: ['PIX', 'CARD'],
  CLP: ['ETPAY', 'WEBPAY', 'CARD'],
  COP: ['PSE', 'CARD'],
};

/**
 * Latin America: cards, Pix and banks' pages, in several currencies. The session's id opens it in a browser.
 * @see Conomy checkout-session documents
 */
export const conomy: ProviderServer = {
  id: 'conomy',
  currency: 'CLP',
  lifeSeconds: 1800,
  refreshable: true,
  newIds(random) {
    const id = randomId(random, '');
    return { id, token: id };
  },
  defaultMethods: (currency) => lookUp(DEFAULTS, currency) ?? ['CARD'],
  methodOf: conomyMethod,
  problem: problemAnswer,
  mount(app, context) {
    const merchants = new Merchants(context);
    mountMerchant(app, context, conomy, merchants);
    mountBuyer(app, context, buyerFormat(context, merchants), NATIVE_PATHS);
    mountOpeners(app, context, {
      traits: conomy,
      view: (session) => conomySession(session, hostedUrl(context, session.id), context.engine.now()),
      authenticate(c) {
        const token = bearer(c);
        // The documents ask for the merchant's credentials; a page has its session's token, or none.
        const isPage = token === undefined || context.engine.findByToken(token)?.provider === 'conomy';
        if (!isPage) merchants.authenticate(c);
      },
    });
  },
};

const buyerFormat = (context: ServerContext, merchants: Merchants): BuyerFormat => ({
  authenticate(c) {
    if (!merchants.speaks(c)) return sessionOfBearer(context, c, 'conomy');
    // The documents know this request as the merchant's.
    merchants.authenticate(c);
    const session = context.engine.find(c.req.param('id') ?? '');
    if (session?.provider !== 'conomy') throw new Problem('not_found', 'There is no such session.');
    return session;
  },
  session(session) {
    // The first look makes an ATTEMPT an ACTIVE session.
    context.engine.open(session);
    return conomySession(session, hostedUrl(context, session.id), context.engine.now());
  },
  readPayment: readConomyPayment,
  payments: (_session, [payment]) => ({ status: 200, body: payment && conomyPayment(payment) }),
});
