import path from 'node:path';
import type { Hono } from 'hono';
import { fileResponse } from '../static-files.js';
import type { ShopEnv } from './app.js';
import type { Checkouts } from './checkouts.js';
import { GIFT_CARDS, GIFT_CARD_PRICES, type GiftCardOrder } from './gift-card-prices.js';
import { sessionForPage } from './session-for-page.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';

const spa = path.join(import.meta.dirname, '../spa');

/** The server side of the single-page app: an order to pay, and how it stands. */
export function mountGiftCards(app: Hono<ShopEnv>, checkouts: Checkouts): void {
  app.get('/spa', () => fileResponse(spa, 'index.html'));

  app.post('/spa/orders', async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const { card, currency } = (body ?? {}) as Record<string, unknown>;
    const name = GIFT_CARDS.find((candidate) => candidate === card);
    if (!name) return c.json({ error: 'There is no such gift card.' }, 400);
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      currency: currency === 'USD' ? 'USD' : 'BRL',
      locale: c.var.visit.settings.locale,
    };
    const amount = GIFT_CARD_PRICES[name][settings.currency];
    const line = {
      product: { id: 'gift', name: 'Pandorga gift card' },
      quantity: 1,
      unitAmount: amount,
      amount,
    };
    const order = await checkouts.create(c.var.visit, settings, [line], amount);
    const answer: GiftCardOrder = { order: order.id, session: sessionForPage(order) };
    return c.json(answer, 201);
  });

  // The app's own server asks the API: an event in the browser proves nothing.
  app.get('/spa/orders/:id', async (c) => {
    const order = checkouts.find(c.var.visit, c.req.param('id'));
    if (!order) return c.json({ error: 'There is no such order.' }, 404);
    return c.json({ status: await checkouts.status(order) });
  });
}
