import type { Merchant, OrderStatus } from '../merchant/merchant.js';
import type { ShopOptions } from './app.js';
import { priceCart, type CartLine } from './catalogue.js';
import { newOrderId, type Order, type Visit, type Visits } from './orders.js';
import { chosenMethods, sessionKey, type Scenario, type Settings } from './settings.js';

/** Delay of every answer in the scenario “slow”. */
const SLOW_MS = 3_000;

/** Where the payer answers, by what the payment waits for. */
const PAYER_PAGES: Readonly<Record<string, string>> = {
  phone_prompt: 'phone',
  wallet_code: 'phone',
  qr_code: 'pix',
  voucher: 'boleto',
};

/** Orders and the checkout sessions that pay them. */
export class Checkouts {
  readonly #options: ShopOptions;
  readonly #visits: Visits;

  constructor(options: ShopOptions, visits: Visits) {
    this.#options = options;
    this.#visits = visits;
  }

  find(visit: Visit, orderId: string | undefined): Order | undefined {
    return this.#visits.order(visit, orderId);
  }

  /** How the order stands: read from the API, never from the browser. */
  status(order: Order): Promise<OrderStatus> {
    return this.#merchant(order.settings).status(order);
  }

  /**
   * The order to pay for what is in the cart now: the one the page had before, while it can still be paid, so that a
   * shopper who comes back from a bank finds the payment that is on its way.
   */
  async current(visit: Visit): Promise<Order> {
    const { order, settings } = visit;
    if (order?.key !== keyOf(visit)) return this.open(visit);
    const status = await this.status(order);
    // Paid counts too: whoever comes back from the bank sees it, and the checkout goes on to the success page.
    const live = status === 'open' || status === 'waiting' || status === 'paid';
    return live || (status === 'expired' && settings.scenario === 'expired') ? order : this.open(visit);
  }

  /** A fresh order with a fresh session. */
  async open(visit: Visit): Promise<Order> {
    const { lines, total } = priceCart(visit.cart, visit.settings.currency);
    const order = await this.create(visit, visit.settings, lines, total);
    visit.order = order;
    this.#play(visit.settings.scenario, order);
    return order;
  }

  /** Paid for: the cart is empty again. */
  finish(visit: Visit, order: Order): void {
    if (visit.order !== order) return;
    visit.cart = {};
    visit.order = undefined;
  }

  async create(visit: Visit, settings: Settings, lines: readonly CartLine[], total: number): Promise<Order> {
    const { shop, api, down } = this.#options.urls;
    const { provider, currency, locale, method, scenario } = settings;
    const id = newOrderId();
    const back = (address: string): string => `${shop}/${address}?order=${id}`;
    const { sessionId, token } = await this.#merchant(settings).open({
      id,
      currency,
      lines,
      total,
      methods: chosenMethods(settings),
      allMethods: method === 'all',
      locale,
      picture: ({ product }) => `${shop}/art/${product.id}.svg`,
      successUrl: back('success'),
      cancelUrl: back('cancelled'),
      failureUrl: back('failed'),
    });
    const order: Order = {
      id,
      visitId: visit.id,
      key: keyOf(visit),
      settings,
      lines,
      total,
      sessionId,
      token,
      apiBase: `${scenario === 'down' ? down : api}/${provider}`,
      successUrl: back('success'),
      cancelUrl: back('cancelled'),
    };
    this.#visits.add(order);
    return order;
  }

  #merchant({ provider }: Settings): Merchant {
    return this.#options.merchants[provider];
  }

  /** The page of whoever has to approve the order's payment now: a phone, a bank's app. The demo's, not the shop's. */
  payerPage(order: Order | undefined): string {
    const waiting = `${this.#options.urls.pay}/payer`;
    const payment = order && this.#options.sandbox.session(order.token).payments.at(-1);
    const page = PAYER_PAGES[payment?.nextAction?.type ?? ''];
    return payment && page ? `${waiting}/${page}/${payment.id}` : waiting;
  }

  /** Makes the sandbox behave as the panel says. The faults are the sandbox's as a whole: the last visitor's count. */
  #play(scenario: Scenario, { token }: Order): void {
    const { sandbox } = this.#options;
    sandbox.setFault(scenario === 'slow' ? { latencyMs: SLOW_MS } : {});
    if (scenario === 'expired') sandbox.expire(token);
  }
}

const keyOf = ({ settings, cart }: Visit): string => `${sessionKey(settings)} ${JSON.stringify(cart)}`;
