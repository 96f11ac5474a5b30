/** Every event that a checkout fires, for those who only show them: the demo's panel and the stories. */
export const EVENT_NAMES = [
  'checkout-ready',
  'payment-method-change',
  'payment-start',
  'payment-action',
  'payment-success',
  'payment-failure',
  'payment-unknown',
  'session-expire',
  'checkout-cancel',
  'checkout-redirect',
  'checkout-state-change',
  'checkout-error',
] as const;
