import path from 'node:path';
import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import { bundleResponse, type Bundle } from '../bundle.js';
import type { Handler } from '../listen.js';
import type { Merchant, OrderStatus } from '../merchant/merchant.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { fileResponse } from '../static-files.js';
import { cartPage } from './cart-page.js';
import { isProductId, priceCart } from './catalogue.js';
import { Checkouts } from './checkouts.js';
import { homePage } from './home-page.js';
import type { Markup } from './layout.js';
import { noticePage, type Notice } from './notice-page.js';
import { Visits, type Visit } from './orders.js';
import { panelData, sessionForPage } from './session-for-page.js';
import { parseSettings, settingsQuery } from './settings.js';
import { mountGiftCards } from './gift-cards.js';

export interface ShopUrls {
  readonly shop: string;
  readonly api: string;
  readonly pay: string;
  /** Where nothing listens. */
  readonly down: string;
}

export interface ShopOptions {
  /** Folder of the built files. */
  readonly dist: string;
  readonly urls: ShopUrls;
  readonly merchants: Readonly<Record<ProviderId, Merchant>>;
  /** For the demo's scenarios only: a shop has no such thing. */
  readonly sandbox: Pick<Sandbox, 'setFault' | 'expire' | 'session'>;
  readonly bundle: Bundle;
  /** Native sessions have their card in Stripe's fields. */
  readonly hasStripe?: boolean;
}

export interface ShopEnv {
  readonly Variables: { visit: Visit };
}

const demo = path.join(import.meta.dirname, '..');
const MAX_PER_PRODUCT = 9;

/** What this shop allows its pages: its own files, the payment API, and the frames of the provider's pages. */
export const contentSecurityPolicy = ({ api, pay, down }: ShopUrls, hasStripe = false): string => {
  const scripts = hasStripe ? ' https://js.stripe.com https://*.js.stripe.com' : '';
  return [
    "default-src 'none'",
    `script-src 'self'${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${api} ${down}${hasStripe ? ' https://api.stripe.com' : ''}`,
    `frame-src ${pay}${hasStripe ? `${scripts} https://hooks.stripe.com` : ''}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    // What Stripe's own script does under Trusted Types is Stripe's to say.
    ...(hasStripe ? [] : ["require-trusted-types-for 'script'"]),
  ].join('; ');
};

/** The shop: pages and their files, the cart, and the addresses that a checkout comes back to. */
export function createShop(options: ShopOptions): Handler {
  const { dist, urls, bundle } = options;
  const app = new Hono<ShopEnv>();
  const visits = new Visits();
  const checkouts = new Checkouts(options, visits);
  const policy = contentSecurityPolicy(urls, options.hasStripe);

  app.get('/shop.css', () => fileResponse(path.join(demo, 'shop'), 'shop.css'));
  app.get('/panel.css', () => fileResponse(path.join(demo, 'shop'), 'panel.css'));
  app.get('/spa.css', () => fileResponse(path.join(demo, 'spa'), 'spa.css'));
  app.get('/art/:file', (c) => fileResponse(path.join(demo, 'shop/art'), c.req.param('file')));
  app.get('/assets/*', (c) => bundleResponse(bundle, c.req.path.slice('/assets/'.length)));
  app.get('/checkout/*', (c) => fileResponse(dist, c.req.path.slice('/checkout/'.length)));
  app.get('/favicon.ico', (c) => c.redirect('/art/andorinha.svg', 301));

  app.use('*', csrf({ origin: urls.shop }), async (c, next) => {
    const known = getCookie(c, 'visit');
    const visit = visits.open(known);
    c.set('visit', visit);
    if (known !== visit.id) setCookie(c, 'visit', visit.id, { httpOnly: true, sameSite: 'Lax', path: '/' });
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    c.header('Cache-Control', 'private, no-cache');
  });

  app.get('/', (c) => {
    const { cart, settings } = c.var.visit;
    return page(c, homePage(settings, countOf(cart)));
  });
  mountCart(app, checkouts);
  mountReturns(app, checkouts);
  mountGiftCards(app, checkouts);
  app.notFound((c) => page(c, noticePage(c.var.visit.settings, 0, 'unknown', undefined), 404));
  return (request) => app.fetch(request);
}

const page = (c: Context<ShopEnv>, markup: Markup, status: 200 | 404 = 200): Response | Promise<Response> =>
  c.html(markup, status);

export const countOf = (cart: Visit['cart']): number =>
  Object.values(cart).reduce((sum, quantity) => sum + quantity, 0);

function mountCart(app: Hono<ShopEnv>, checkouts: Checkouts): void {
  app.get('/cart', async (c) => {
    const { visit } = c.var;
    visit.settings = parseSettings(c.req.query(), visit.settings);
    const { lines } = priceCart(visit.cart, visit.settings.currency);
    const order = lines.length ? await checkouts.current(visit) : undefined;
    return page(
      c,
      cartPage(visit.settings, lines, order && { session: sessionForPage(order), panel: panelData(order) }),
    );
  });

  app.post('/cart/items', async (c) => {
    const { visit } = c.var;
    const { product, change } = await c.req.parseBody();
    if (isProductId(product)) {
      const quantity = (visit.cart[product] ?? 0) + (change === '-1' ? -1 : 1);
      visit.cart = { ...visit.cart, [product]: Math.min(MAX_PER_PRODUCT, Math.max(0, quantity)) };
    }
    return c.redirect(`/cart${settingsQuery(visit.settings)}`, 303);
  });

  app.get('/try-it/payer', (c) => {
    const order = checkouts.find(c.var.visit, c.req.query('order'));
    return c.redirect(checkouts.payerPage(order), 302);
  });

  // A switch of the panel: a fresh session, of which the page gets no more than it needs to open it.
  app.post('/cart/session', async (c) => {
    const { visit } = c.var;
    const body: unknown = await c.req.json().catch(() => ({}));
    visit.settings = parseSettings(body as Record<string, unknown>, visit.settings);
    const order = await checkouts.open(visit);
    return c.json({ session: sessionForPage(order), panel: panelData(order) });
  });
}

/** What each status read from the API means on the page the shopper came back to. */
const ON_SUCCESS: Readonly<Record<OrderStatus, Notice>> = {
  paid: 'paid',
  waiting: 'waiting',
  open: 'waiting',
  failed: 'failed',
  expired: 'unpaid',
  canceled: 'cancelled',
};

/**
 * Where a checkout comes back to. The address only says which order; how it stands is read from the API, with the
 * merchant's key, every time.
 */
function mountReturns(app: Hono<ShopEnv>, checkouts: Checkouts): void {
  const notices: Readonly<Record<string, (status: OrderStatus) => Notice>> = {
    '/success': (status) => ON_SUCCESS[status],
    '/cancelled': (status) => (status === 'paid' || status === 'waiting' ? status : 'cancelled'),
    '/failed': (status) =>
      status === 'paid' || status === 'waiting' ? status : status === 'canceled' ? 'cancelled' : 'failed',
  };
  for (const [address, noticeFor] of Object.entries(notices)) {
    app.get(address, async (c) => {
      const { visit } = c.var;
      const order = checkouts.find(visit, c.req.query('order'));
      if (!order) return page(c, noticePage(visit.settings, countOf(visit.cart), 'unknown', undefined), 404);
      const notice = noticeFor(await checkouts.status(order));
      if (notice === 'paid') checkouts.finish(visit, order);
      return page(c, noticePage(visit.settings, countOf(visit.cart), notice, order));
    });
  }
}
