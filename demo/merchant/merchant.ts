import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { CartLine } from '../shop/catalogue.js';
import type { Currency, Locale, Method } from '../shop/settings.js';
import { conomy } from './conomy.js';
import { native } from './native.js';
import { payonify } from './payonify.js';
import { plugtopay } from './plugtopay.js';
import { z2pay } from './z2pay.js';

/** What the shop wants to be paid for. Amounts in minor units of `currency`. */
export interface OrderToPay {
  readonly id: string;
  readonly currency: Currency;
  readonly lines: readonly CartLine[];
  readonly total: number;
  readonly methods: readonly Method[];
  /** Nothing left out of what the provider offers. */
  readonly allMethods: boolean;
  readonly locale: Locale;
  /** Absolute address of a product's picture. */
  readonly picture: (line: CartLine) => string;
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly failureUrl: string;
}

/** `sessionId` is what the merchant reads by; `token` is all that the page gets. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly token: string;
}

/** An order and the session it was opened with. */
export interface OpenedOrder {
  readonly id: string;
  readonly sessionId: string;
}

/** How the order stands, in the shop's words. Whatever it does not know is `waiting`: never paid, never failed. */
export type OrderStatus = 'open' | 'waiting' | 'paid' | 'failed' | 'expired' | 'canceled';

/** A payment provider as the shop's server uses it: with the merchant's key, never from a page. */
export interface Merchant {
  /** @throws MerchantApiError */
  open(order: OrderToPay): Promise<OpenedSession>;
  /**
   * How the order stands, also where a shopper went on with a fresh session in place of one that expired.
   * @throws MerchantApiError
   */
  status(order: OpenedOrder): Promise<OrderStatus>;
}

/**
 * @param api origin of the payment API, as the server reaches it
 * @param stripeKey publishable: native sessions have their card in Stripe's fields
 */
export const createMerchants = (api: string, stripeKey?: string): Readonly<Record<ProviderId, Merchant>> => ({
  native: native(`${api}/native`, stripeKey),
  z2pay: z2pay(`${api}/z2pay`),
  plugtopay: plugtopay(`${api}/plugtopay`),
  conomy: conomy(`${api}/conomy`),
  payonify: payonify(`${api}/payonify`),
});
