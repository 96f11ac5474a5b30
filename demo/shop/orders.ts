import { randomBytes } from 'node:crypto';
import type { Cart, CartLine } from './catalogue.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';

/** One purchase: what was in the cart when it was made, and the checkout session that can pay it. */
export interface Order {
  readonly id: string;
  readonly visitId: string;
  /** What the session was made for; another key or another cart needs another session. */
  readonly key: string;
  readonly settings: Settings;
  readonly lines: readonly CartLine[];
  /** Minor units of the settings' currency. */
  readonly total: number;
  /** The session's id at the provider: the merchant's handle. Not for the page. */
  readonly sessionId: string;
  /** The session's token: the page's handle. */
  readonly token: string;
  /** Where the page finds the API. */
  readonly apiBase: string;
  readonly successUrl: string;
  readonly cancelUrl: string;
}

/** A browser that has come by. Kept in memory: the demo starts afresh with the server. */
export interface Visit {
  readonly id: string;
  cart: Cart;
  settings: Settings;
  /** The one the cart page shows. */
  order?: Order | undefined;
}

export class Visits {
  readonly #visits = new Map<string, Visit>();
  readonly #orders = new Map<string, Order>();

  /** The visit with this id, or a new one, whose cart is filled so that there is something to pay for. */
  open(id: string | undefined): Visit {
    const known = id === undefined ? undefined : this.#visits.get(id);
    if (known) return known;
    const visit: Visit = {
      id: randomBytes(16).toString('hex'),
      cart: { andorinha: 1, biruta: 2 },
      settings: DEFAULT_SETTINGS,
    };
    this.#visits.set(visit.id, visit);
    return visit;
  }

  /** An order, for the browser that made it and for nobody else. */
  order(visit: Visit, id: string | undefined): Order | undefined {
    const order = id === undefined ? undefined : this.#orders.get(id);
    return order?.visitId === visit.id ? order : undefined;
  }

  add(order: Order): void {
    this.#orders.set(order.id, order);
  }
}

/** Short enough to read aloud, no letters that look alike. */
export function newOrderId(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  return `ORD-${Array.from(randomBytes(6), (byte) => letters[byte % letters.length]).join('')}`;
}
