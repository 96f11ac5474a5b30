import type { CheckoutSession } from '../session/session.js';
import { isDead } from '../session/payment-end.js';
import { normalizePhone, type PhoneForms } from '../validation/mobile-money.js';
import type { Dialect, PaymentRequest, ProviderError } from './dialect.js';
import * as f from './foreign.js';
import * as p from './parse.js';
import { parseSession, paymentOf } from './payonify-session.js';
import { charge } from './payonify-wire.js';
import { providerError } from './provider-error.js';
import { bearer, nativeRoutes } from './routes.js';

export interface PayonifyOptions {
  /** The form in which a mobile number is sent; the SDK's is the national one, nine digits. */
  readonly mobileNumberForm?: keyof PhoneForms;
}

function chargeMethod({ method, details, customer, card }: PaymentRequest, form: keyof PhoneForms): unknown {
  const { type, networks = [] } = method;
  if (type !== 'mobile_money') return { type, [type]: card ? { token: card.token } : {} };
  const phone = details['phone'] ?? customer.phone ?? '';
  const network = details['network'] ?? networks[0] ?? 'ecocash';
  return { type, mobile_money: { [network]: { mobile_number: normalizePhone(phone)?.[form] ?? phone } } };
}

/** Codes of the errors page that have a word of ours. A charge that is pending holds the session. */
const CODES = {
  missing_credentials: 'invalid_token',
  invalid_publishable_key: 'invalid_token',
  invalid_secret_key: 'invalid_token',
  unauthorized: 'invalid_token',
  authentication_error: 'invalid_token',
  parameter_invalid: 'invalid_request',
  invalid_request_error: 'invalid_request',
  resource_missing: 'not_found',
  charge_pending: 'payment_exists',
  // Documented as the code of a charge that did not go through.
  charge_failed: 'declined',
  checkout_session_already_expired: 'session_expired',
  rate_limit_error: 'rate_limited',
  api_error: 'internal_error',
} as const;

/**
 * The body is flat in one account, has `error` as a string in another and `errors` by field in a third; third-party
 * clients also expect `error` to be an object.
 */
function parseError(status: number, body: unknown, of?: CheckoutSession): ProviderError {
  const outer = p.isRecord(body) ? body : {};
  const error = p.isRecord(outer['error']) ? outer['error'] : outer;
  const said = p.asText(outer['error']);
  const fields = p.isRecord(outer['errors']) ? outer['errors'] : {};
  const [field] = Object.keys(fields);
  const isWord = /^[a-z]+(_[a-z]+)*$/.test(said ?? '');
  const fallback = field === undefined ? error['type'] : 'parameter_invalid';
  const code = f.codeIn(CODES, error['code'] ?? (isWord ? said : undefined) ?? fallback);
  const sent = p.softParse(charge, outer['payment'] ?? outer['charge'] ?? error['payment']);
  const payment = sent && paymentOf(sent, of?.attempt ?? 1);
  const described = providerError(status, {
    code,
    message:
      error['message'] ?? error['description'] ?? said ?? (field === undefined ? undefined : fields[field]),
    param: error['param'] ?? field,
    requestId: error['request_id'] ?? outer['request_id'],
    payment,
  });
  // Under any other status it proves nothing of the charge.
  const isDecline = code === 'declined' && [400, 402, 422].includes(status) && (!payment || isDead(payment));
  return isDecline
    ? { ...described, decline: payment?.failure ?? { code: 'declined', retryable: true } }
    : described;
}

const READ = 'GET /v1/checkout/sessions/{id}?expand=line_items';

/**
 * Payonify: the session as documented, a payment as the charge of its SDK. No document says what a browser may call,
 * so all but the read are our routes, with the session's id as the bearer.
 * @see Payonify checkout-session document; `payonify-node`
 */
export const createPayonify = ({ mobileNumberForm = 'national' }: PayonifyOptions = {}): Dialect => ({
  id: 'payonify',
  routes: { ...nativeRoutes, read: READ, poll: READ, refresh: undefined },
  tokenOf: ({ id }) => id,
  tokenPattern: /^cs_[\w-]{8,}$/,
  minPollMs: 2_000,
  authorization: bearer,
  pathId: (of, token) => of?.id ?? token,
  parseSession,
  parsePayment: (body, { attempt }) => ({ payment: paymentOf(p.parseAs(charge, body, 'payment'), attempt) }),
  parseError,
  paymentBody: (request) => ({
    amount: request.amount,
    currency: request.currency.toLowerCase(),
    customer_email: request.customer.email,
    confirm: true,
    payment_method: chargeMethod(request, mobileNumberForm),
    locale: request.locale,
    return_url: request.returnUrl,
  }),
  confirmBody: (data) => data,
});

/** Payonify with mobile numbers of nine digits. */
export const payonify = createPayonify();
