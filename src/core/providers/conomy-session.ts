import type { Countries } from '../address/countries.js';
import { parseDecimal, parseMinor } from '../money/parse-decimal.js';
import { Secret } from '../session/secret.js';
import {
  CUSTOMER_FIELDS,
  type CheckoutSession,
  type LineItem,
  type NextAction,
  type Payment,
} from '../session/session.js';
import { fieldsOf, readCustomer } from './conomy-customer.js';
import { bankFields } from './conomy-banks.js';
import { methodsOf, omissionOf, payloadKey, typeOfRail, walletOfRail } from './conomy-rails.js';
import { transferAction } from './conomy-transfer.js';
import { payload, session, type WirePayment, type WireSession } from './conomy-wire.js';
import * as f from './foreign.js';
import * as p from './parse.js';
import { walletCode } from './wallet-codes.js';

export interface ConomyOptions {
  /**
   * What the strings of money count: the documents say "smallest currency unit" in one place, and nothing proves it
   * in the others.
   */
  readonly amountUnit?: 'minor' | 'major';
}

/** Reads a string of money; an error names its path. */
type ReadMoney = (amount: string, currency: string, path: string) => number;

export const moneyReader =
  (unit: ConomyOptions['amountUnit'], subject: p.Subject): ReadMoney =>
  (amount, currency, path) => {
    try {
      const value = unit === 'major' ? parseDecimal(amount, currency) : parseMinor(amount);
      if (value >= 0) return value;
    } catch {
      // the message of the money module names no path: ours does
    }
    throw p.malformed(subject, path, `a string of ${unit ?? 'minor'} units`);
  };

/** What stands in for members a payment does not carry. */
export interface Fallback {
  readonly attempt: number;
  readonly amount: number;
  readonly currency: string;
  readonly retryable: boolean;
}

type RailAction = (node: Readonly<Record<string, unknown>>, rail: string) => NextAction | undefined;

const nothing: RailAction = () => undefined;

/** The wallet asks on the phone; no document tells of its answer, so the number is the one that it was sent. */
function promptAction(node: Readonly<Record<string, unknown>>, rail: string): NextAction | undefined {
  const payer = p.isRecord(node['customer']) ? node['customer'] : node;
  const [prefix = '', number] = [payer['phoneNumberPrefix'], payer['phoneNumber']].map(p.asText);
  return {
    type: 'phone_prompt',
    network: walletOfRail(rail) ?? '',
    phone: number === undefined ? '' : prefix + number,
    expiresAt: p.epochMs(node['expiresAt'] ?? node['expiredAt']),
    resendAfter: p.epochMs(node['resendAfter']),
    fallback: p.asText(node['fallback']),
  };
}

/** What a node asks for that names no page, by our type of its rail. A Pix code's picture may be the code itself. */
const BY_TYPE: Readonly<Record<string, RailAction>> = {
  pix: ({ data, qrCode, expiredAt }) => f.pixAction(p.asText(data), p.epochMs(expiredAt), p.asText(qrCode)),
  bank_transfer: transferAction,
  mobile_money: promptAction,
};

/** What the first origin that asks for something asks for. */
function actionOf({ origins, nextAction }: WirePayment): NextAction | undefined {
  for (const origin of origins) {
    const type = p.asText(origin['type']) ?? '';
    const raw = origin[payloadKey(type)];
    const node = p.softParse(payload, raw);
    if (!node) continue;
    const action =
      f.urlAction('three_d_secure', node.threeDSecureUrl) ??
      f.urlAction('redirect', node.url) ??
      (f.wordIn(BY_TYPE, typeOfRail(type)) ?? nothing)(raw as Readonly<Record<string, unknown>>, type);
    if (action) return action;
  }
  return f.urlAction('redirect', nextAction?.url);
}

export function paymentOf(wire: WirePayment, fallback: Fallback, read: ReadMoney, path: string): Payment {
  const currency = wire.currency ?? fallback.currency;
  const rail = p.asText(wire.origins[0]?.['type']) ?? '';
  return f.paymentOf({
    id: wire.id,
    attempt: wire.attempt ?? fallback.attempt,
    status: wire.status,
    amount: wire.amount === undefined ? fallback.amount : read(wire.amount, currency, `${path}amount`),
    currency,
    method: typeOfRail(rail),
    // A wallet's words are no bank's: `EXPIRED` is a prompt there, and a card elsewhere.
    failureCode: walletOfRail(rail) ? walletCode(wire.failureCode) : wire.failureCode,
    retryable: fallback.retryable && wire.retryable !== false,
    action: actionOf(wire),
  });
}

function itemsOf({ items, currency }: WireSession, read: ReadMoney): LineItem[] {
  return items.map(({ description, preTaxAmount, totalAmount, tax }, index) => {
    const path = `items[${String(index)}]`;
    return {
      name: description,
      quantity: 1,
      unitAmount: read(preTaxAmount, currency, `${path}.preTaxAmount`),
      totalAmount: read(totalAmount, currency, `${path}.totalAmount`),
      tax: tax && { ...tax, amount: read(tax.amount, currency, `${path}.tax.amount`) },
    };
  });
}

export function readSession(
  body: unknown,
  unit: ConomyOptions['amountUnit'],
  countries: Countries,
): CheckoutSession {
  const wire = p.parseAs(session, body, 'session');
  const { id, currency, attempt, failedUrl } = wire;
  const read = moneyReader(unit, 'session');
  const total = read(wire.totalAmount, currency, 'totalAmount');
  const subtotal =
    wire.preTaxAmount === undefined ? total : read(wire.preTaxAmount, currency, 'preTaxAmount');
  // Another try needs a number of its own, and only the server can give it one.
  const isReopened =
    attempt !== undefined && attempt > (wire.payment?.attempt ?? 1) && wire.status !== 'failed';
  const fallback = { attempt: 1, amount: total, currency, retryable: isReopened };
  const last = wire.payment && paymentOf(wire.payment, fallback, read, 'payment.');
  const paymentMethods = methodsOf(wire, total, read);
  const combined = f.combineStatus(wire.status, last, { amount: total, currency }, paymentMethods);
  const isSpent = last?.failure?.retryable === false;
  const status = isSpent && combined === 'open' ? 'failed' : combined;
  const paid = status === 'paid' ? total : 0;
  const required = fieldsOf(wire.customerRequirements);
  return {
    id,
    version: wire.version,
    livemode: true, // the session does not tell
    status,
    attempt: f.attemptNow(attempt, last),
    canRetryAfterFailure: attempt !== undefined && status !== 'failed',
    currency,
    amount: {
      subtotal,
      discount: 0,
      tax: Math.max(0, total - subtotal),
      shipping: 0,
      total,
      paid,
      due: total - paid,
    },
    items: itemsOf(wire, read),
    // The shopper must see whom they pay; nothing else of the owner concerns a page.
    merchant: { name: wire.owner?.nickname || wire.owner?.name || '' },
    submitType: 'pay',
    customer: wire.customer ? readCustomer(wire.customer, countries) : {},
    requiredFields: CUSTOMER_FIELDS.filter((field) => required.includes(field)),
    customFields: bankFields(wire, paymentMethods),
    paymentMethods,
    omission: omissionOf(paymentMethods),
    successUrl: wire.successUrl ?? wire.redirectUrl,
    // One URL for "failed payment or cancellation".
    cancelUrl: failedUrl,
    failureUrl: failedUrl,
    refreshToken: wire.checkoutToken === undefined ? undefined : new Secret(wire.checkoutToken),
    createdAt: wire.createdAt,
    expiresAt: wire.expiresAt,
    serverNow: wire.serverNow,
    payment: last,
  };
}
