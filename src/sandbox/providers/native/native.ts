import { randomId } from '../../engine/ids.js';
import { defaultMethods, methodOf } from '../../engine/methods.js';
import type { Problem } from '../../engine/problem.js';
import { mountBuyer, NATIVE_PATHS, retryAfter, sessionOfBearer, type BuyerFormat } from '../../http/buyer.js';
import type { Answer, SandboxRequest, ServerContext } from '../../http/context.js';
import { mountOpeners } from '../../http/openers.js';
import type { ProviderServer } from '../../http/provider-server.js';
import { mountMerchant } from './merchant.js';
import { nativePayment, nativeSession, readNativePayment } from './wire.js';

const PROBLEM_JSON = 'application/problem+json';

/** RFC 9457. */
const problemBody = (
  code: string,
  status: number,
  title: string,
  c: SandboxRequest,
): Record<string, unknown> => ({
  type: `https://sandbox.example/problems/${code}`,
  title,
  status,
  code,
  requestId: c.get('requestId'),
});

function problemAnswer(problem: Problem, c: SandboxRequest): Answer {
  const { code, status, message, param, payment, retryAfterMs } = problem;
  // What is wrong with a session differs from one to the next: RFC 9457 has `detail` for that.
  const isSession = code === 'invalid_session';
  const title = isSession ? 'A session cannot be made of this.' : message;
  return {
    status,
    body: {
      ...problemBody(code, status, title, c),
      detail: isSession ? message : undefined,
      param,
      payment: payment && nativePayment(payment),
    },
    headers: { 'Content-Type': PROBLEM_JSON, ...retryAfter(retryAfterMs) },
  };
}

/** The contract's own format, part 2. */
export const native: ProviderServer = {
  id: 'native',
  currency: 'BRL',
  lifeSeconds: 1800,
  refreshable: true,
  newIds: (random) => ({ id: randomId(random, 'ses_'), token: randomId(random, 'cs_test_', 24) }),
  defaultMethods,
  methodOf,
  problem: problemAnswer,
  mount(app, context) {
    mountMerchant(app, context, native);
    mountBuyer(app, context, buyerFormat(context), NATIVE_PATHS);
    mountOpeners(app, context, {
      traits: native,
      view: (session) => nativeSession(session, context.engine.now()),
    });
  },
};

const buyerFormat = (context: ServerContext): BuyerFormat => ({
  authenticate: (c) => sessionOfBearer(context, c, 'native'),
  session: (session) => nativeSession(session, context.engine.now()),
  readPayment: readNativePayment,
  payments(session, [payment, ...others], c) {
    if (!payment) throw new Error('a try without a payment');
    const created = c.req.path.endsWith('/payments');
    // One part alone would be taken for the whole try.
    if (others.length > 0) return { status: 201, body: nativeSession(session, context.engine.now()) };
    const action = c.req.param('action');
    if (payment.status !== 'failed' || !payment.failure || action === 'cancel' || action === 'resend') {
      return { status: created ? 201 : 200, body: nativePayment(payment) };
    }
    const { code } = payment.failure;
    return {
      status: 402,
      body: { ...problemBody(code, 402, 'The payment was declined.', c), payment: nativePayment(payment) },
      headers: { 'Content-Type': PROBLEM_JSON },
    };
  },
});
