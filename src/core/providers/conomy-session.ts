import { parseDecimal, parseMinor } from '../money/parse-decimal.js';
import {
  CUSTOMER_FIELDS,
  type CheckoutSession,
  type LineItem,
  type NextAction,
  type Payment,
} from '../session/session.js';
import { fieldsOf, readCustomer } from './conomy-customer.js';
import { methodsOf, payloadKey, typeOfRail } from './conomy-rails.js';
import { payload, session, type WirePayment, type WireSession } from './conomy-wire.js';
import * as f from './foreign.js';
import * as p from './parse.js';

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

/** What the first origin that asks for something asks for. */
function actionOf({ origins, nextAction }: WirePayment): NextAction | undefined {
  for (const origin of origins) {
    const type = p.asText(origin['type']) ?? '';
    const node = p.softParse(payload, origin[payloadKey(type)]);
    if (!node) continue;
    const isPix = type.toLowerCase() === 'pix';
    const action =
      f.urlAction('three_d_secure', node.threeDSecureUrl) ??
      f.urlAction('redirect', node.url) ??
      (isPix ? f.pixAction(node.data, p.epochMs(node.expiredAt), node.qrCode) : undefined);
    if (action) return action;
  }
  return f.urlAction('redirect', nextAction?.url);
}

export function paymentOf(wire: WirePayment, fallback: Fallback, read: ReadMoney, path: string): Payment {
  const currency = wire.currency ?? fallback.currency;
  return f.paymentOf({
    id: wire.id,
    attempt: wire.attempt ?? fallback.attempt,
    status: wire.status,
    amount: wire.amount === undefined ? fallback.amount : read(wire.amount, currency, `${path}amount`),
    currency,
    method: typeOfRail(p.asText(wire.origins[0]?.['type']) ?? ''),
    failureCode: wire.failureCode,
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

export function readSession(body: unknown, unit: ConomyOptions['amountUnit']): CheckoutSession {
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
  const combined = f.combineStatus(wire.status, last, { amount: total, currency });
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
    customer: wire.customer ? readCustomer(wire.customer) : {},
    requiredFields: CUSTOMER_FIELDS.filter((field) => required.includes(field)),
    customFields: [],
    paymentMethods: methodsOf(wire, total, read),
    successUrl: wire.successUrl ?? wire.redirectUrl,
    // One URL for "failed payment or cancellation".
    cancelUrl: failedUrl,
    failureUrl: failedUrl,
    refreshToken: wire.checkoutToken,
    createdAt: wire.createdAt,
    expiresAt: wire.expiresAt,
    serverNow: wire.serverNow,
    payment: last,
  };
}
