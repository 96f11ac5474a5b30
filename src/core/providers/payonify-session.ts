import type {
  CheckoutSession,
  LineItem,
  NextAction,
  Payment,
  PaymentMethod,
  SessionStatus,
} from '../session/session.js';
import { isDead } from '../session/payment-end.js';
import * as f from './foreign.js';
import { parseAs } from './parse.js';
import { session, type WireCharge, type WireSession } from './payonify-wire.js';
import { walletCode } from './wallet-codes.js';

/** Two networks of mobile money are one method with a choice; the others are methods of their own. */
const NETWORKS: readonly string[] = ['ecocash', 'onemoney'];
const typeOf = (word: string): string => (NETWORKS.includes(word) ? 'mobile_money' : word);

function actionOf(action: WireCharge['next_action']): NextAction | undefined {
  if (!action) return undefined;
  const {
    type,
    url,
    network,
    phone,
    length,
    expires_at: expiresAt,
    resend_after: resendAfter,
    fallback,
    code,
    deep_link: deepLink,
    dial,
  } = action;
  if ((type === 'redirect' || type === 'three_d_secure') && url) return { type, url };
  if (type === 'phone_prompt' && network && phone)
    return { type, network, phone, expiresAt, resendAfter, fallback };
  if (type === 'one_time_code' && length) return { type, length, phone, network, resendAfter, dial };
  if (type === 'wallet_code' && network && code) return { type, network, code, expiresAt, deepLink };
  return { type: 'unknown', name: type };
}

/** A charge as a payment. `none` as an answer to a submit says nothing of what became of it. */
export function paymentOf(wire: WireCharge, attempt: number): Payment {
  const { id, amount, currency, failure_code: failureCode } = wire;
  const refused = wire.status === 'none' && failureCode !== undefined;
  return f.paymentOf({
    id,
    attempt: wire.attempt ?? attempt,
    status: refused ? 'failed' : wire.status === 'none' ? 'unknown' : wire.status,
    amount,
    currency,
    method: typeOf(wire.payment_method?.type ?? ''),
    failureCode: walletCode(failureCode),
    retryable: wire.retryable ?? true,
    action: actionOf(wire.next_action),
  });
}

/** The payment that `payment_status` alone tells of, where the session does not carry its charge. */
function impliedPayment(wire: WireSession, methods: readonly PaymentMethod[]): Payment | undefined {
  const { payment_status: status, attempt = 1 } = wire;
  if (status === undefined || status === 'none') return undefined;
  return f.paymentOf({
    id: wire.charge_reference ?? wire.id,
    // The number in the session is that of the next try, once this one has failed.
    attempt: Math.max(1, attempt - Number(isDead({ status }))),
    status,
    amount: wire.amount_total,
    currency: wire.currency,
    method: methods.length === 1 ? (methods[0]?.type ?? '') : '',
    failureCode: walletCode(wire.failure_code),
    retryable: true,
    action: undefined,
  });
}

function methodsOf({ payment_method_types: types, tokenizer }: WireSession): PaymentMethod[] {
  const networks = types.filter((type) => NETWORKS.includes(type));
  return [...new Set(types.map(typeOf))].map((type) => ({
    id: type,
    type,
    requiredFields: [],
    ...(type === 'mobile_money' && { networks }),
    ...(type === 'card' && { tokenizer }),
  }));
}

/** `complete` means paid where `payment_status` does not say otherwise; before a way to pay was picked it cannot be. */
function statusOf(
  { status, payment_status: said, amount_total: total, currency }: WireSession,
  last: Payment | undefined,
): SessionStatus {
  if (status === 'paid' && said === 'none') return 'unknown';
  if (status === 'open' && last?.failure?.retryable === false) return 'failed';
  return f.combineStatus(status, last, { amount: total, currency });
}

function itemsOf({ line_items: items }: WireSession): LineItem[] {
  return items.map(({ name, description, quantity, unit_amount: unitAmount, images }) => ({
    name,
    description,
    imageUrl: images?.[0],
    quantity,
    unitAmount,
    totalAmount: quantity * unitAmount,
  }));
}

export function parseSession(body: unknown): CheckoutSession {
  const wire = parseAs(session, body, 'session');
  const { amount_total: total, amount_subtotal: subtotal = total, payment: sent, merchant } = wire;
  const paymentMethods = methodsOf(wire);
  // A charge is made with the session, before anybody has tried to pay: that one is no payment yet.
  const isTried = sent && (sent.status !== 'none' || sent.failure_code !== undefined);
  const last = isTried ? paymentOf(sent, 1) : impliedPayment(wire, paymentMethods);
  const status = statusOf(wire, last);
  const paid = status === 'paid' ? total : 0;
  return {
    id: wire.id,
    version: wire.version,
    livemode: wire.livemode,
    status,
    attempt: f.attemptNow(wire.attempt, last),
    canRetryAfterFailure: status !== 'failed',
    currency: wire.currency,
    amount: {
      subtotal,
      // The total is "after discounts and taxes", of which nothing is told but the difference.
      discount: Math.max(0, subtotal - total),
      tax: Math.max(0, total - subtotal),
      shipping: 0,
      total,
      paid,
      due: total - paid,
    },
    items: itemsOf(wire),
    merchant: {
      name: merchant?.name ?? '',
      logoUrl: merchant?.logo_url,
      supportUrl: merchant?.support_url,
      supportEmail: merchant?.support_email,
    },
    submitType: wire.submit_type,
    customer: { email: wire.customer_email },
    requiredFields: [],
    customFields: [],
    paymentMethods,
    successUrl: wire.success_url,
    // For the back button alone: a decline never leads there.
    cancelUrl: wire.cancel_url,
    metadata: wire.metadata,
    createdAt: wire.created,
    expiresAt: wire.expires_at,
    serverNow: wire.server_now,
    payment: last,
  };
}
