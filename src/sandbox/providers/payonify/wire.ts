import * as z from 'zod/mini';
import { methodOf } from '../../engine/methods.js';
import {
  currentPayment,
  type PaymentInput,
  type PaymentRecord,
  type SessionRecord,
} from '../../engine/model.js';
import type { MethodInput } from '../../engine/new-session.js';
import { invalid } from '../../engine/problem.js';
import { check, optional, text } from '../../http/check.js';
import { tokenizerOf } from '../plugtopay/wire.js';

/** Words of `payment_method_types`. */
export const METHOD_TYPES = ['ecocash', 'onemoney', 'card', 'zimswitch'] as const;
/** Words of a session's `status`, which its filter takes as well. */
export const PAYONIFY_STATUSES = ['open', 'complete', 'expired'] as const;
const NETWORKS: readonly string[] = ['ecocash', 'onemoney'];

/** Milliseconds as Payonify writes a time that has passed. */
export const unixSeconds = (ms: number): number => Math.floor(ms / 1000);

/** Payonify's words as methods: the two networks are one method with a choice. */
export function methodsOf(types: readonly string[]): MethodInput[] {
  const networks = types.filter((type) => NETWORKS.includes(type));
  const names = types.map((type) => (NETWORKS.includes(type) ? 'mobile_money' : type));
  return [...new Set(names)].map((name) =>
    name === 'mobile_money' ? { ...methodOf(name), networks } : methodOf(name),
  );
}

const typesOf = ({ methods }: SessionRecord): readonly string[] =>
  methods
    .filter(({ enabled }) => enabled)
    .flatMap(({ type, networks }) => (type === 'mobile_money' ? (networks ?? []) : [type]));

/** The session's state: no word of Payonify's says `canceled`, so that is `expired`. */
export function payonifyStatus({ status }: SessionRecord): (typeof PAYONIFY_STATUSES)[number] {
  if (status === 'paid') return 'complete';
  return status === 'expired' || status === 'canceled' ? 'expired' : 'open';
}

const PAYMENT_STATUSES = {
  processing: 'pending',
  requires_action: 'pending',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
} as const;

/** The schema `checkout_session`. `line_items` only where they were asked for. */
export function documentedSession(
  session: SessionRecord,
  url: string,
  expand: boolean,
): Readonly<Record<string, unknown>> {
  const { extra, totals } = session;
  const payment = currentPayment(session);
  const status = payment ? PAYMENT_STATUSES[payment.status] : 'requires_payment_method';
  return {
    id: session.id,
    object: 'checkout_session',
    status: payonifyStatus(session),
    payment_status: session.status === 'canceled' ? 'cancelled' : status,
    mode: 'payment',
    metadata: session.metadata ?? {},
    currency: session.currency.toLowerCase(),
    url,
    livemode: false,
    payment_method_types: typesOf(session),
    client_secret: `${chargeReference(session)}_secret_${session.id.slice(-12)}`,
    amount_total: totals.total,
    amount_subtotal: totals.subtotal,
    client_reference_id: extra['client_reference_id'] ?? `ref_${session.id.slice(-8)}`,
    source: extra['source'] ?? 'web',
    expires_at: unixSeconds(session.expiresAt),
    created: unixSeconds(session.createdAt),
    charge_reference: payment?.id ?? chargeReference(session),
    success_url: session.successUrl,
    cancel_url: session.cancelUrl,
    customer_email: session.customer.email ?? null,
    failure_code: payment?.failure?.code ?? null,
    failure_reason: payment?.failure ? 'The payment did not go through.' : null,
    submit_type: session.submitType,
    shipping: null,
    ...(expand && {
      line_items: session.items.map(({ name, description, quantity, unitAmount, imageUrl }, index) => ({
        id: `li_${String(index + 1)}`,
        name,
        description: description ?? null,
        quantity,
        unit_amount: unitAmount,
        images: imageUrl === undefined ? [] : [imageUrl],
      })),
    }),
  };
}

/** The charge "created in a pending state" with the session, before anybody paid. */
export const chargeReference = ({ id }: SessionRecord): string => `ch_${id.slice(-24)}`;

/** The same with our extensions, as a browser reads it. */
export function payonifySession(
  session: SessionRecord,
  url: string,
  expand: boolean,
  now: number,
): Readonly<Record<string, unknown>> {
  const payment = currentPayment(session);
  return {
    ...documentedSession(session, url, expand),
    version: session.version,
    attempt: session.attempt,
    server_now: unixSeconds(now),
    payment: payment && payonifyCharge(payment),
    tokenizer: tokenizerOf(session),
    merchant: { name: session.merchant.name, logo_url: session.merchant.logoUrl },
  };
}

/** A payment as a charge of its API; `attempt`, `retryable` and `next_action` are extensions. */
export function payonifyCharge(payment: PaymentRecord): Readonly<Record<string, unknown>> {
  const { nextAction: action, failure, details } = payment;
  const onPage = action?.type === 'redirect' || action?.type === 'three_d_secure';
  const network = details['network'] ?? 'ecocash';
  return {
    id: payment.id,
    object: 'charge',
    status: onPage ? 'requires_authorization' : PAYMENT_STATUSES[payment.status],
    amount: payment.amount,
    currency: payment.currency.toLowerCase(),
    attempt: payment.attempt,
    created: unixSeconds(payment.createdAt),
    failure_code: failure?.code ?? null,
    failure_reason: failure ? 'The payment did not go through.' : null,
    retryable: failure?.retryable,
    payment_method: {
      type: payment.type,
      ...(payment.type === 'mobile_money' && {
        mobile_money: { [network]: { mobile_number: details['phone'] } },
      }),
      ...(payment.card && { card: { brand: payment.card.brand, last4: payment.card.last4 } }),
    },
    next_action: action && actionOf(action),
  };
}

function actionOf(action: NonNullable<PaymentRecord['nextAction']>): Readonly<Record<string, unknown>> {
  switch (action.type) {
    case 'redirect':
    case 'three_d_secure':
      return { type: action.type, url: action.url };
    case 'phone_prompt':
      return {
        type: action.type,
        network: action.network,
        phone: action.phone,
        expires_at: seconds(action.expiresAt),
        resend_after: seconds(action.resendAfter),
        fallback: action.fallback,
      };
    case 'wallet_code':
      return {
        type: action.type,
        network: action.network,
        code: action.code,
        expires_at: seconds(action.expiresAt),
        deep_link: action.deepLink,
      };
    case 'one_time_code':
      return { type: action.type, length: action.length, resend_after: seconds(action.resendAfter) };
    default:
      return { type: action.type };
  }
}

const seconds = (ms: number | undefined): number | undefined =>
  ms === undefined ? undefined : Math.ceil(ms / 1000);

const wallet = z.object({ mobile_number: text });

const chargeSchema = z.object({
  amount: z.int(),
  currency: z.enum(['usd', 'zwg']),
  customer_email: optional(z.email()),
  confirm: optional(z.literal(true)),
  payment_method: z.object({
    type: text,
    mobile_money: optional(z.object({ ecocash: optional(wallet), onemoney: optional(wallet) })),
    card: optional(z.object({ token: optional(text) })),
    zimswitch: optional(z.object({})),
  }),
  locale: optional(z.string()),
  return_url: optional(z.string()),
});

/** @throws Problem `invalid_request` */
export function readCharge(body: unknown): readonly PaymentInput[] {
  const {
    amount,
    currency,
    customer_email: email,
    payment_method: method,
    ...rest
  } = check(chargeSchema, body);
  const { ecocash, onemoney } = method.mobile_money ?? {};
  if (method.type === 'mobile_money' && Boolean(ecocash) === Boolean(onemoney)) {
    throw invalid('payment_method.mobile_money', 'One network, please.');
  }
  const phone = (ecocash ?? onemoney)?.mobile_number;
  return [
    {
      method: method.type,
      amount,
      currency: currency.toUpperCase(),
      customer: email === undefined ? {} : { email },
      customFields: {},
      details: phone === undefined ? {} : { phone, network: ecocash ? 'ecocash' : 'onemoney' },
      cardToken: method.card?.token,
      locale: rest.locale,
      returnUrl: rest.return_url,
    },
  ];
}

/** The contract's name of a wrong member, in Payonify's words. */
export const payonifyParam = (param: string): string =>
  param
    .replace(/^details\..*/, 'payment_method.mobile_money')
    .replace(/^card\.token$/, 'payment_method.card.token')
    .replace(/^customer\.email$/, 'customer_email')
    .replace(/^method$/, 'payment_method.type')
    .replace(/^returnUrl$/, 'return_url');
