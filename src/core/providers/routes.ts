import type { Routes } from './dialect.js';

/**
 * The product's own routes. Other dialects use them where the provider's documents do not say what a browser may
 * call; a merchant overrides each by its name.
 */
export const nativeRoutes = {
  read: 'GET /checkout-sessions/{id}',
  poll: 'GET /checkout-sessions/{id}',
  pay: 'POST /checkout-sessions/{id}/payments',
  confirm: 'POST /checkout-sessions/{id}/payments/{paymentId}/confirm',
  resend: 'POST /checkout-sessions/{id}/payments/{paymentId}/resend',
  cancelPayment: 'POST /checkout-sessions/{id}/payments/{paymentId}/cancel',
  cancel: 'POST /checkout-sessions/{id}/cancel',
  refresh: 'POST /checkout-sessions/token/{token}/refresh',
  openLink: 'POST /payment-links/token/{link}/checkout-sessions',
} as const satisfies Routes;

/** Header of every dialect that sends its token at all. */
export const bearer = (token: string): Readonly<Record<string, string>> => ({
  Authorization: `Bearer ${token}`,
});
