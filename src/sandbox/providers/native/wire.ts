import * as z from 'zod/mini';
import type { NextAction } from '../../../core/session/session.js';
import {
  currentPayment,
  dueOf,
  type PaymentInput,
  type PaymentRecord,
  type SessionRecord,
} from '../../engine/model.js';
import { invalid } from '../../engine/problem.js';
import { wireTokenizer } from '../../engine/stripe.js';
import { check, optional, text } from '../../http/check.js';

/** ISO 8601 with milliseconds and `Z`. */
export const iso = (ms: number): string => new Date(ms).toISOString();

/** Part 2 of the contract: the session. */
export function nativeSession(session: SessionRecord, now: number): Readonly<Record<string, unknown>> {
  const payment = currentPayment(session);
  return {
    id: session.id,
    version: session.version,
    livemode: false,
    status: session.status,
    attempt: session.attempt,
    currency: session.currency,
    amount: { ...session.totals, paid: session.paid, due: dueOf(session) },
    items: session.items,
    merchant: session.merchant,
    branding: session.branding,
    locale: session.locale,
    submitType: session.submitType,
    customer: session.customer,
    requiredFields: session.requiredFields,
    customFields: session.customFields,
    paymentMethods: session.methods.map(({ tokenizer, ...method }) => ({
      ...method,
      tokenizer: wireTokenizer(tokenizer),
    })),
    combined: session.combined,
    successUrl: session.successUrl,
    cancelUrl: session.cancelUrl,
    failureUrl: session.failureUrl,
    refreshToken: session.refreshToken,
    metadata: session.metadata,
    createdAt: iso(session.createdAt),
    expiresAt: iso(session.expiresAt),
    serverNow: iso(now),
    payment: payment && nativePayment(payment),
    // Of every try, so that a part that was paid is told after the one that failed.
    payments: session.payments.map(nativePayment),
  };
}

/** Part 2 of the contract: a payment. */
export const nativePayment = (payment: PaymentRecord): Readonly<Record<string, unknown>> => ({
  id: payment.id,
  attempt: payment.attempt,
  status: payment.status,
  amount: payment.amount,
  currency: payment.currency,
  method: payment.type,
  installments: payment.installment,
  failure: payment.failure,
  nextAction: payment.nextAction && nativeAction(payment.nextAction),
});

/** Times of an action are ISO 8601 on the wire. */
export function nativeAction(action: NextAction): Readonly<Record<string, unknown>> {
  const times = Object.entries(action).filter(([key]) => key === 'expiresAt' || key === 'resendAfter');
  return {
    ...action,
    ...(action.type === 'sdk' && { data: action.data.reveal() }),
    ...Object.fromEntries(times.map(([key, ms]) => [key, iso(ms as number)])),
  };
}

const address = z.object({
  line1: optional(z.string()),
  number: optional(z.string()),
  complement: optional(z.string()),
  district: optional(z.string()),
  city: optional(z.string()),
  state: optional(z.string()),
  postalCode: optional(z.string()),
  country: optional(z.string()),
});

/** A customer as shoppers and merchants send it. */
export const customerSchema = z.object({
  name: optional(z.string()),
  firstName: optional(z.string()),
  lastName: optional(z.string()),
  email: optional(z.email()),
  phone: optional(z.string()),
  document: optional(z.string()),
  documentType: optional(z.string()),
  address: optional(address),
});

const entryMembers = {
  method: text,
  type: optional(text),
  amount: z.int(),
  currency: text,
  details: optional(z.record(z.string(), z.string())),
  card: optional(z.object({ token: text, frameNonce: optional(text) })),
};
const sharedMembers = {
  attempt: z.int(),
  customer: optional(customerSchema),
  customFields: optional(z.record(z.string(), z.union([z.string(), z.boolean()]))),
  locale: optional(z.string()),
  returnUrl: optional(z.string()),
};
/** One entry stands in the body itself, several in a list. */
const singleSchema = z.object({ ...sharedMembers, ...entryMembers });
const severalSchema = z.object({ ...sharedMembers, payments: z.array(z.object(entryMembers)) });

/** @throws Problem `invalid_request` */
export function readNativePayment(body: unknown, session: SessionRecord): readonly PaymentInput[] {
  const isSeveral = typeof body === 'object' && body !== null && 'payments' in body;
  const given = isSeveral ? check(severalSchema, body) : check(singleSchema, body);
  const { attempt, customer, customFields, locale, returnUrl } = given;
  if (attempt !== session.attempt) throw invalid('attempt', 'This is not the attempt that may be made now.');
  const entries = 'payments' in given ? given.payments : [given];
  return entries.map(({ method, amount, currency, details, card }) => ({
    method,
    amount,
    currency,
    customer: defined(customer ?? {}),
    customFields: customFields ?? {},
    details: details ?? {},
    cardToken: card?.token,
    frameNonce: card?.frameNonce ?? '',
    locale,
    returnUrl,
  }));
}

/** Without members that are `undefined`, so that they do not hide what is known already. */
export const defined = <T extends object>(given: T): Defined<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>;

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
