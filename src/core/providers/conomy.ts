import type { Countries } from '../address/countries.js';
import { toDecimalString } from '../money/to-decimal-string.js';
import type { CheckoutSession, Payment } from '../session/session.js';
import { writeCustomer } from './conomy-customer.js';
import { BANK_FIELD } from './conomy-banks.js';
import { payloadKey, railOfMethod, walletOfRail } from './conomy-rails.js';
import { moneyReader, paymentOf, readSession, type ConomyOptions, type Fallback } from './conomy-session.js';
import { payment } from './conomy-wire.js';
import type { Dialect, PaymentRequest, ProviderError } from './dialect.js';
import * as f from './foreign.js';
import * as p from './parse.js';
import { providerError } from './provider-error.js';
import { withRawCard, type RawCardOptions } from './raw-card.js';
import { bearer, nativeRoutes } from './routes.js';

export type { ConomyOptions } from './conomy-session.js';

/** The wallets are Colombia's: a number that comes without the country's code gets it. */
function colombian(phone: string): string {
  const [, national] = /^(?:57)?(3\d{9})$/.exec(phone.replace(/\D/g, '').replace(/^00/, '')) ?? [];
  return national === undefined ? phone : `+57${national}`;
}

function paymentBody(
  request: PaymentRequest,
  unit: ConomyOptions['amountUnit'],
  countries: Countries,
): unknown {
  const {
    session: of,
    method,
    amount,
    currency,
    card,
    rawCard,
    details,
    customFields,
    customer: payer,
    returnUrl,
    locale,
  } = request;
  const type = railOfMethod(method);
  const phone = walletOfRail(type) && details['phone'];
  // Of a wallet the number is all that the provider goes by.
  const customer = phone ? { ...payer, phone: colombian(phone) } : payer;
  const typed = rawCard ?? card;
  const node = typed
    ? {
        // `pan` stands in the schema of a card; the code does not, and no card is charged without one.
        ...(rawCard ? { pan: rawCard.number, cvc: rawCard.cvc } : { token: card?.token }),
        holder: typed.holderName,
        expiryMonth: typed.expiryMonth,
        expiryYear: typed.expiryYear,
        scheme: typed.brand,
      }
    : {
        customer: writeCustomer(customer, countries),
        bankId: customFields[BANK_FIELD],
        successUrl: of.successUrl,
        failedUrl: of.failureUrl,
      };
  return {
    origins: [
      {
        type,
        currency,
        amount: unit === 'major' ? toDecimalString(amount, currency) : String(amount),
        [payloadKey(type)]: node,
      },
    ],
    // A card's node has no place for the payer; the newer of the provider's bodies names it beside the payment.
    ...(typed && { customer: writeCustomer(customer, countries) }),
    locale,
    returnUrl,
  };
}

/** Both error forms name the kind of error in another way; two-digit codes stand beside a `type` that says the same. */
const CODES = {
  unauthorized: 'invalid_token',
  invalid_param: 'invalid_request',
  missing_param: 'invalid_request',
  parsing_resource: 'invalid_request',
  bad_request: 'invalid_request',
  already_exist: 'payment_exists',
  too_many_requests: 'rate_limited',
  forbidden_operation: 'forbidden',
  gone: 'session_expired',
} as const;

/** The first of an error's members that is a code: a word, and no two-digit number. */
function errorCode(error: Readonly<Record<string, unknown>>): string | undefined {
  // NestJS carries a code of one's own in `message`, which is prose otherwise.
  const { reason, code, type, message } = error;
  const spoken = [reason, code, message].find((value) => /^[a-z]+(_[a-z]+)+$/.test(p.asText(value) ?? ''));
  return f.codeIn(CODES, spoken ?? type ?? error['error']);
}

function parseError(
  status: number,
  body: unknown,
  of: CheckoutSession | undefined,
  unit: ConomyOptions['amountUnit'],
): ProviderError {
  // A payment has members of an error's names, and is none.
  const error = p.isRecord(body) && !('origins' in body) ? body : {};
  const wire = p.softParse(payment, error['payment']);
  const fallback: Fallback = {
    attempt: of?.attempt ?? 1,
    amount: of?.amount.due ?? 0,
    currency: of?.currency ?? '',
    retryable: of?.canRetryAfterFailure ?? false,
  };
  let stands: Payment | undefined;
  try {
    stands = wire && paymentOf(wire, fallback, moneyReader(unit, 'payment'), '');
  } catch {
    // an error body that cannot be read is an error all the same
  }
  return providerError(status, {
    code: errorCode(error),
    message: error['detail'] ?? (Array.isArray(error['message']) ? error['message'][0] : error['message']),
    param: error['param'],
    requestId: error['traceId'],
    payment: stands,
  });
}

/**
 * Conomy: the session as its OpenAPI describes it, a payment as nodes under `origins` (the node rules, of the three
 * bodies its documents give). No document says what a browser may call, so the session's id is sent as the bearer.
 * @see Conomy checkout-session documents; `gitbook-docs`, `Payment API.yaml` and `nodes/README.md`
 */
export const createConomy = (
  countries: Countries,
  { amountUnit, rawCard }: ConomyOptions & RawCardOptions = {},
): Dialect => ({
  id: 'conomy',
  routes: nativeRoutes,
  tokenOf: ({ id }) => id,
  tokenPattern: /^[\w-]{8,}$/,
  minPollMs: 2_000,
  authorization: bearer,
  pathId: (of, token) => of?.id ?? token,
  parseSession: (body) => withRawCard(readSession(body, amountUnit, countries), rawCard),
  parsePayment: (body, { attempt, amount, currency, canRetryAfterFailure: retryable }) => ({
    payment: paymentOf(
      p.parseAs(payment, body, 'payment'),
      { attempt, amount: amount.due, currency, retryable },
      moneyReader(amountUnit, 'payment'),
      '',
    ),
  }),
  parseError: (status, body, of) => parseError(status, body, of, amountUnit),
  paymentBody: (request) => paymentBody(request, amountUnit, countries),
  confirmBody: (data) => data,
});
