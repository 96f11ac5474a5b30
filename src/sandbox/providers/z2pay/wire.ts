import * as z from 'zod/mini';
import type { Address, Customer } from '../../../core/session/session.js';
import type { PaymentInput, PaymentRecord, SessionRecord } from '../../engine/model.js';
import { check, optional, text } from '../../http/check.js';
import { defined, iso } from '../native/wire.js';
import { wireTokenizer } from '../../engine/stripe.js';

/** Session states of the charges document, the words its `status` filter takes. */
export const Z2PAY_STATUSES = [
  'created',
  'opened',
  'paying',
  'partially_paid',
  'paid',
  'failed',
  'expired',
  'canceled',
] as const;
/** One of `Z2PAY_STATUSES`. */
export type Z2payStatus = (typeof Z2PAY_STATUSES)[number];

/** z2pay says `failed` after every decline, also where another try is open. */
export function z2payStatus(session: SessionRecord): Z2payStatus {
  if (session.status === 'processing') return 'paying';
  if (session.status !== 'open') return session.status;
  if (session.payments.at(-1)?.status === 'failed') return 'failed';
  return session.opened ? 'opened' : 'created';
}

const PAYMENT_STATUSES = {
  processing: 'pending',
  requires_action: 'requires_action',
  succeeded: 'paid',
  failed: 'failed',
  canceled: 'canceled',
} as const;

/** `session` of the public answers: no tenant, transaction, metadata or return addresses. */
export function publicSession(session: SessionRecord): Readonly<Record<string, unknown>> {
  const { subtotal, discount, total } = session.totals;
  return {
    id: session.id,
    status: z2payStatus(session),
    config: publicConfig(session),
    amount: total,
    subtotal,
    discountTotal: discount,
    currency: session.currency,
    locale: session.locale ?? 'pt-BR',
    expiresAt: iso(session.expiresAt),
    customer: z2payCustomer(session.customer),
    paymentAttempts: session.payments.at(-1)?.attempt ?? 0,
  };
}

/** The whole public answer: to the read, to `opened` and to `confirm`. */
export function publicView(
  session: SessionRecord,
  url: string,
  now: number,
): Readonly<Record<string, unknown>> {
  return {
    session: publicSession(session),
    url,
    items: session.items,
    // Of every try, so that what was paid in parts can be added up.
    payments: session.payments.map(z2payPayment),
    serverNow: iso(now),
    version: session.version,
  };
}

/** `config` as the public view has it; methods by their names, each with its switch. */
export function publicConfig(session: SessionRecord): Readonly<Record<string, unknown>> {
  const { branding, merchant, combined } = session;
  return {
    items: session.items,
    paymentMethods: {
      ...Object.fromEntries(
        session.methods.map(({ id, enabled, installments, tokenizer }) => [
          id,
          { enabled, installments, tokenizer: wireTokenizer(tokenizer) },
        ]),
      ),
      combined: combined ?? { enabled: false },
    },
    branding: {
      primaryColor: branding?.primaryColor,
      logoUrl: branding?.logoUrl ?? merchant.logoUrl,
      merchantName: branding?.name ?? merchant.name,
    },
    // The name is always asked for and never listed.
    requiredFields: session.requiredFields.filter((field) => field !== 'name'),
    customFields: session.customFields,
  };
}

/** One entry of a confirm. The document says nothing of it: the members are the wire agreement of this product. */
export function z2payPayment(payment: PaymentRecord): Readonly<Record<string, unknown>> {
  const { nextAction: action, failure } = payment;
  return {
    id: payment.id,
    attempt: payment.attempt,
    method: payment.methodId,
    status: PAYMENT_STATUSES[payment.status],
    amount: payment.amount,
    pix:
      action?.type === 'qr_code' ? { copyPaste: action.data, expiresAt: isoOf(action.expiresAt) } : undefined,
    boleto:
      action?.type === 'voucher'
        ? {
            digitableLine: action.line,
            barcode: action.barcode,
            pdfUrl: action.pdfUrl,
            expiresAt: isoOf(action.expiresAt),
          }
        : undefined,
    threeDSecure: action?.type === 'three_d_secure' ? { url: action.url } : undefined,
    redirectUrl: action?.type === 'redirect' ? action.url : undefined,
    failureCode: failure?.code,
    retryable: failure?.retryable,
  };
}

const isoOf = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : iso(ms));

/** An address as both sides of the API write it. */
export const z2payAddressSchema = z.object({
  zipCode: optional(z.string()),
  street: optional(z.string()),
  number: optional(z.string()),
  complement: optional(z.string()),
  neighborhood: optional(z.string()),
  city: optional(z.string()),
  state: optional(z.string()),
  country: optional(z.string()),
});

/** A buyer or a session's customer. */
export const z2payCustomerSchema = z.object({
  name: optional(z.string()),
  email: optional(z.email()),
  document: optional(z.string()),
  phone: optional(z.string()),
  address: optional(z2payAddressSchema),
});

/** A buyer in the contract's words. */
export function customerOf(given: z.infer<typeof z2payCustomerSchema>): Customer {
  const { address, ...rest } = given;
  const known: Address | undefined = address && {
    line1: address.street,
    number: address.number,
    complement: address.complement,
    district: address.neighborhood,
    city: address.city,
    state: address.state,
    postalCode: address.zipCode,
    country: address.country,
  };
  return defined({ ...rest, address: known });
}

/** A known customer in z2pay's words; `undefined` where nothing is known. */
export function z2payCustomer({
  address,
  ...customer
}: Customer): Readonly<Record<string, unknown>> | undefined {
  const { name, email, document, phone } = customer;
  const wire = {
    name,
    email,
    document,
    phone,
    address: address && {
      zipCode: address.postalCode,
      street: address.line1,
      number: address.number,
      complement: address.complement,
      neighborhood: address.district,
      city: address.city,
      state: address.state,
      country: address.country ?? 'BR',
    },
  };
  return Object.values(wire).some((value) => value !== undefined) ? wire : undefined;
}

const confirmSchema = z.object({
  payments: z
    .array(
      z.object({
        method: text,
        amount: z.int(),
        tokenId: optional(text),
        installments: optional(z.int().check(z.minimum(1), z.maximum(12))),
      }),
    )
    .check(z.minLength(1), z.maxLength(8)),
  buyer: z2payCustomerSchema,
  customFields: optional(z.record(z.string(), z.union([z.string(), z.boolean()]))),
  locale: optional(z.string()),
  returnUrl: optional(z.string()),
});

/** @throws Problem `invalid_request` */
export function readConfirm(body: unknown): readonly PaymentInput[] {
  const { payments, buyer, customFields, locale, returnUrl } = check(confirmSchema, body);
  const customer = customerOf(buyer);
  return payments.map(({ method, amount, tokenId, installments }) => ({
    method,
    amount,
    currency: 'BRL',
    customer,
    customFields: customFields ?? {},
    details: defined({ installments: installments?.toString() }),
    cardToken: tokenId,
    locale,
    returnUrl,
  }));
}

/** The contract's name of a wrong member, in z2pay's words. */
export const z2payParam = (param: string): string =>
  param
    .replace(/^customer\.address/, 'buyer.address')
    .replace(/^customer\./, 'buyer.')
    .replace(/^card\.token$/, 'payments[0].tokenId')
    .replace(/^details\.installment\w*$/, 'payments[0].installments')
    .replace(/^(method|amount)$/, 'payments[0].$1');
