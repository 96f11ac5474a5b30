import type { CheckoutEventMap } from '../../src/events.js';

const PUBLIC_SESSION = [
  ...['id', 'livemode', 'status', 'currency', 'locale', 'expiresAt', 'omittedMethodTypes[]'],
  ...['subtotal', 'discount', 'tax', 'shipping', 'total', 'paid', 'due'].map((key) => `amount.${key}`),
  ...['name', 'description', 'imageUrl', 'quantity', 'unitAmount', 'totalAmount'].map(
    (key) => `items[].${key}`,
  ),
  ...['name', 'type', 'value', 'amount'].map((key) => `items[].tax.${key}`),
  ...['name', 'logoUrl', 'supportUrl', 'supportEmail'].map((key) => `merchant.${key}`),
  ...['id', 'type', 'label'].map((key) => `paymentMethods[].${key}`),
].map((key) => `session.${key}`);

/**
 * Every key that the detail of a public event may have, and no other (S-5). The type makes it complete: an event without a
 * list here does not compile.
 */
export const EVENT_KEYS: Readonly<Record<keyof CheckoutEventMap, readonly string[]>> = {
  'checkout-ready': PUBLIC_SESSION,
  'payment-method-change': ['method', 'methodId'],
  'payment-start': ['attempt', 'method', 'methodId', 'amount', 'currency'],
  'payment-action': ['type'],
  'payment-success': ['sessionId', 'paymentId'],
  'payment-failure': ['code', 'retryable', 'amountPaid'],
  'payment-unknown': ['attempt'],
  'session-expire': ['refreshable'],
  'checkout-cancel': ['sessionId'],
  'checkout-redirect': ['url', 'reason'],
  'checkout-state-change': ['state', 'previous'],
  'checkout-error': ['kind', 'code', 'message', 'hint', 'retryable', 'requestId', 'path'],
};

/** Paths of a public event's detail that its list does not know; none for an event that is not ours. */
export function unlistedKeys(type: string, paths: readonly string[]): readonly string[] {
  const allowed = Object.hasOwn(EVENT_KEYS, type) ? EVENT_KEYS[type as keyof CheckoutEventMap] : undefined;
  const prefix = `${type}.detail.`;
  return allowed
    ? paths.filter((path) => path.startsWith(prefix) && !allowed.includes(path.slice(prefix.length)))
    : [];
}
