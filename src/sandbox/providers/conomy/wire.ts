import * as z from 'zod/mini';
import type { LineItem, TransferRow } from '../../../core/session/session.js';
import { lookUp } from '../../engine/look-up.js';
import { methodOf } from '../../engine/methods.js';
import {
  currentPayment,
  type OfferedMethod,
  type PaymentInput,
  type PaymentRecord,
  type SessionRecord,
} from '../../engine/model.js';
import type { MethodInput } from '../../engine/new-session.js';
import { invalid } from '../../engine/problem.js';
import { check, optional, text } from '../../http/check.js';
import { iso } from '../native/wire.js';
import { conomyCustomerSchema, readCustomer, requirementsOf, writeCustomer } from './customer.js';
import { wireTokenizer } from '../../engine/stripe.js';

/** Session states of the OpenAPI, the words the `status` filter takes. */
export const CONOMY_STATUSES = [
  'ATTEMPT',
  'ACTIVE',
  'EXPIRED',
  'FINISHED',
  'PROCESSING_PAYMENT',
  'FAILED',
] as const;

/** Rails that end on a page of the bank or its gateway. */
const BANKS: Readonly<Record<string, string>> = {
  ETPAY: 'ETpay',
  WEBPAY: 'Webpay',
  WOMPI: 'Wompi',
  PSE: 'PSE',
  BANCOLOMBIA: 'Bancolombia',
  DAVIVIENDA: 'Davivienda',
  KHIPU: 'Khipu',
};

/** Rails that name an account to send the money to, or show a code for a bank's app. */
const TRANSFERS = ['PCT', 'LIGO', 'SIP', 'SPEI', 'CVU', 'ACH', 'FEDNOW', 'RTP'];

/** Wallets of Colombia, asked on the phone. */
const WALLETS = ['NEQUI', 'DAVIPLATA'];

/** Rails of the enumeration that the sandbox lists but has no behaviour for. */
const OTHER_RAILS = ['FINTOC', 'CRYPTO'];

/** A few of the banks that PSE knows, by its own numbers. */
const PSE_BANKS = [
  { id: '1007', name: 'Bancolombia' },
  { id: '1051', name: 'Davivienda' },
  { id: '1001', name: 'Banco de Bogotá' },
];

/** Node types a session may allow: the rails a payer can pick. */
export const RAILS = [
  'CARD',
  'PIX',
  ...Object.keys(BANKS),
  ...TRANSFERS,
  ...WALLETS,
  ...OTHER_RAILS,
] as const;

/** A rail, or a type of the contract, as a method: its id is the rail's name. */
export function conomyMethod(word: string): MethodInput {
  const rail = word === 'bank_redirect' ? 'ETPAY' : word.toUpperCase();
  const label = lookUp(BANKS, rail);
  if (label !== undefined) {
    const requiredFields = rail === 'PSE' ? ['bankId'] : [];
    return { id: rail, type: 'bank_redirect', label, requiredFields };
  }
  // The last is in the documents, and in no enumeration.
  if (TRANSFERS.includes(rail) || rail === 'PAGO_MOVIL') return { id: rail, type: 'bank_transfer' };
  if (WALLETS.includes(rail)) return { id: rail, type: 'mobile_money', networks: [rail.toLowerCase()] };
  if (rail === 'PIX') {
    return { ...methodOf('pix'), id: rail, requiredFields: ['firstName', 'lastName', 'email', 'document'] };
  }
  return { ...methodOf(rail.toLowerCase()), id: rail };
}

/** Money is a string of minor units. */
const money = (minor: number): string => String(minor);

/** The session's state in Conomy's words; a retryable decline leaves it `ACTIVE`. */
export function conomyStatus(session: SessionRecord): (typeof CONOMY_STATUSES)[number] {
  switch (session.status) {
    case 'open':
      return session.opened || session.payments.length ? 'ACTIVE' : 'ATTEMPT';
    case 'processing':
      return 'PROCESSING_PAYMENT';
    case 'partially_paid':
      return 'ACTIVE';
    case 'paid':
      return 'FINISHED';
    case 'expired':
      return 'EXPIRED';
    default:
      return 'FAILED'; // locked, or canceled: the documents know no other end
  }
}

/** The schema `checkout-session`; from `successUrl` on, extensions for the browser. */
export function conomySession(
  session: SessionRecord,
  url: string,
  now: number,
): Readonly<Record<string, unknown>> {
  const payment = currentPayment(session);
  return {
    ...documentedSession(session, url),
    successUrl: session.successUrl,
    failedUrl: session.failureUrl,
    version: session.version,
    attempt: session.attempt,
    serverNow: iso(now),
    payment: payment && conomyPayment(payment),
    tokenizer: wireTokenizer(session.methods.find(({ type }) => type === 'card')?.tokenizer),
  };
}

/** The schema `checkout-session` with nothing of ours: what a merchant reads. */
export function documentedSession(session: SessionRecord, url: string): Readonly<Record<string, unknown>> {
  const { totals, extra } = session;
  return {
    id: session.id,
    paymentLinkId: session.linkId,
    checkoutToken: session.refreshToken,
    paymentConfigs: configsOf(session),
    createdAt: iso(session.createdAt),
    status: conomyStatus(session),
    items: session.items.map(writeItem),
    currency: session.currency,
    preTaxAmount: money(totals.subtotal - totals.discount),
    totalAmount: money(totals.total),
    url,
    paymentMethodsAllowed: session.methods.map(({ id }) => id),
    // As the merchant wrote it, until a payment told more.
    customer: (session.payments.length === 0 && extra['customer']) || writeCustomer(session.customer),
    redirectUrl: session.successUrl,
    destinations: extra['destinations'] ?? [],
    customerRequirements: requirementsOf(session.requiredFields),
    expiresAt: iso(session.expiresAt),
    owner: extra['owner'] ?? { identityId: 'sandbox', name: session.merchant.name },
  };
}

/** One config for each currency a payer may pay in. */
function configsOf(session: SessionRecord): readonly unknown[] {
  const currencies = [...new Set(session.methods.map(({ currency }) => currency ?? session.currency))];
  return currencies.map((currency) => {
    const methods = session.methods.filter((method) => (method.currency ?? session.currency) === currency);
    return {
      currency,
      product: `${session.currency}:${currency}`,
      exchangeRate: methods.find(({ exchangeRate }) => exchangeRate !== undefined)?.exchangeRate ?? '1',
      paymentMethods: methods.map((method) => writeMethod(method, session)),
    };
  });
}

const writeMethod = (
  { id, enabled, requiredFields, amount, flow }: OfferedMethod,
  session: SessionRecord,
): unknown => ({
  id,
  type: flow === 'redirect' ? 'REDIRECT' : id,
  enabled,
  requiredFields: requirementsOf(requiredFields),
  purchaseAmount: money(amount ?? session.totals.total),
  banks: id === 'PSE' ? PSE_BANKS : undefined,
});

const writeItem = ({ name, quantity, unitAmount, totalAmount, tax }: LineItem): unknown => ({
  preTaxAmount: money(unitAmount * quantity),
  totalAmount: money(totalAmount),
  description: name,
  tax: tax ? { ...tax, type: tax.type.toUpperCase(), amount: money(tax.amount) } : null,
});

const PAYMENT_STATUSES = {
  processing: 'PENDING',
  requires_action: 'PENDING',
  succeeded: 'SETTLED',
  failed: 'FAILED',
  canceled: 'REVERSED',
} as const;

/** A node's payload is named after its type in camelCase, with three exceptions. */
const payloadKey = (rail: string): string =>
  lookUp({ CRYPTO: 'wallet', BANK_ACCOUNT: 'bank', FEDNOW: 'fedNow' }, rail) ??
  rail.toLowerCase().replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());

/** A payment as the submit answers it: the schema's members, with the rail's answer in its node. */
export function conomyPayment(payment: PaymentRecord): Readonly<Record<string, unknown>> {
  const { methodId: type, currency, failure } = payment;
  const amount = money(payment.amount);
  return {
    id: payment.id,
    checkoutSessionId: payment.sessionId,
    status: PAYMENT_STATUSES[payment.status],
    type: 'PURCHASE',
    amount,
    currency,
    product: `${currency}:${currency}`,
    purchaseAmount: amount,
    purchaseCurrency: currency,
    createdAt: iso(payment.createdAt),
    updatedAt: iso(payment.updatedAt),
    attempt: payment.attempt,
    origins: [{ type, currency, amount, [payloadKey(type)]: payloadOf(payment) }],
    failureCode: failure?.code,
    retryable: failure?.retryable,
  };
}

/** What the rail asks the payer to do. */
function payloadOf({ nextAction: action, card, due, id }: PaymentRecord): Readonly<Record<string, unknown>> {
  switch (action?.type) {
    case 'qr_code':
      return {
        qrCode: action.data,
        data: action.data,
        expiredAt: action.expiresAt === undefined ? undefined : iso(action.expiresAt),
        instructions: 'Pay the code in the app of your bank.',
      };
    case 'wallet_code':
      return {
        qrCode: action.code,
        expiresAt: action.expiresAt === undefined ? undefined : iso(action.expiresAt),
      };
    case 'bank_transfer':
      return {
        ...Object.fromEntries((action.rows as readonly TransferRow[]).map(({ key, value }) => [key, value])),
        expiresAt: action.expiresAt === undefined ? undefined : iso(action.expiresAt),
      };
    case 'phone_prompt':
      return {
        customer: writeCustomer({ phone: action.phone }),
        expiresAt: action.expiresAt === undefined ? undefined : iso(action.expiresAt),
        resendAfter: action.resendAfter === undefined ? undefined : iso(action.resendAfter),
      };
    case 'redirect':
      return { ...cardOf(card), url: action.url, token: id, expiresAt: due && iso(due.at) };
    case 'three_d_secure':
      return { ...cardOf(card), threeDSecureUrl: action.url };
    default:
      return cardOf(card);
  }
}

const cardOf = (card: PaymentRecord['card']): Readonly<Record<string, unknown>> =>
  card ? { scheme: card.brand, mask: `**** ${card.last4}` } : {};

const node = z.looseObject({
  type: text,
  currency: text,
  amount: z.string().check(z.regex(/^\d{1,15}$/, 'A string of minor units.')),
});

const paymentSchema = z.object({
  description: optional(z.string()),
  origins: z.array(node).check(z.minLength(1), z.maxLength(1)),
  customer: optional(conomyCustomerSchema),
  locale: optional(z.string()),
  returnUrl: optional(z.string()),
});

const payloadSchema = z.looseObject({
  token: optional(z.string()),
  pan: optional(text),
  cvc: optional(text),
  holder: optional(z.string()),
  expiryMonth: optional(z.int()),
  expiryYear: optional(z.int()),
  customer: optional(conomyCustomerSchema),
  bankId: optional(text),
});

/** What a wallet goes by. */
const walletDetails = (rail: string, phone: string | undefined): Readonly<Record<string, string>> =>
  WALLETS.includes(rail) && phone !== undefined ? { phone } : {};

/** The payer's data may stand in the payload, in its `customer`, or beside the origins. @throws Problem */
export function readConomyPayment(body: unknown): readonly PaymentInput[] {
  const { origins, customer, locale, returnUrl } = check(paymentSchema, body);
  return origins.map((origin) => {
    const key = payloadKey(origin.type);
    const payload: z.infer<typeof payloadSchema> = check(payloadSchema, origin[key] ?? {});
    const payer = { ...customer, ...check(conomyCustomerSchema, payload), ...payload.customer };
    const amount = Number(origin.amount);
    if (!Number.isSafeInteger(amount)) throw invalid('origins[0].amount');
    if (origin.type === 'PSE' && !PSE_BANKS.some((bank) => bank.id === payload.bankId))
      throw invalid('origins[0].pse.bankId', 'One of the banks of the session.');
    const shopper = readCustomer(payer);
    return {
      method: origin.type,
      amount,
      currency: origin.currency,
      customer: shopper,
      customFields: {},
      details: walletDetails(origin.type, shopper.phone),
      cardToken: origin.type === 'CARD' ? payload.token : undefined,
      ...(origin.type === 'CARD' &&
        payload.token === undefined &&
        payload.pan !== undefined && {
          rawCard: {
            number: payload.pan,
            expiryMonth: payload.expiryMonth ?? 0,
            expiryYear: payload.expiryYear ?? 0,
            cvc: payload.cvc ?? '',
            holderName: payload.holder,
          },
        }),
      locale,
      returnUrl,
    };
  });
}

/** The contract's name of a wrong member, in Conomy's words. */
export const conomyParam = (param: string): string =>
  param.replace(/^customer\.(\w+)/, (_all, field: string) => requirementsOf([field])[0] ?? field);
