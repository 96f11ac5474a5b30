/**
 * A page as an address to come back to: without its fragment, and without what Stripe put there on the way back from a
 * bank, an intent's secret among it.
 * @see https://docs.stripe.com/payments/payment-intents/verifying-status
 */
export const returnAddress = (href: string): string =>
  href
    .replaceAll(/#.*|([?&])((payment_intent(_client_secret)?|redirect_status)=[^&#]*&?)+/g, '$1')
    .replace(/[?&]$/, '');
