import { html } from 'hono/html';
import { formatMoney } from '../../src/core/money/format-money.js';
import { layout, word, type Markup } from './layout.js';
import type { Order } from './orders.js';
import type { Settings } from './settings.js';
import { WORDS, type WordKey } from './words.js';

/** What the shop tells a shopper who comes back. */
export type Notice = 'paid' | 'waiting' | 'unpaid' | 'cancelled' | 'failed' | 'unknown';

const PICTURES: Readonly<Record<Notice, string>> = {
  paid: 'albatroz',
  waiting: 'biruta',
  unpaid: 'caixote',
  cancelled: 'biruta',
  failed: 'caixote',
  unknown: 'biruta',
};

const REFRESH_SECONDS = 3;

const receipt = (settings: Settings, order: Order): Markup => {
  const { currency } = order.settings;
  const money = (minor: number): string => formatMoney(minor, currency, settings.locale);
  return html`<dl class="receipt">
    <div>
      <dt>${word(settings, 'order.number')}</dt>
      <dd>${order.id}</dd>
    </div>
    ${order.lines.map(
      ({ product, quantity, amount }) =>
        html`<div>
          <dt>${quantity} × ${product.name}</dt>
          <dd>${money(amount)}</dd>
        </div>`,
    )}
    <div class="sum">
      <dt>${word(settings, 'cart.total')}</dt>
      <dd>${money(order.total)}</dd>
    </div>
  </dl>`;
};

const actions = (settings: Settings, notice: Notice, order: Order | undefined): Markup => {
  if (notice === 'paid') return html`<a class="button" href="/#kites">${word(settings, 'home.action')}</a>`;
  if (notice === 'waiting')
    return html`<a class="button" href="/success?order=${order?.id ?? ''}"
      >${word(settings, 'waiting.action')}</a
    >`;
  return html`<a class="button" href="/cart">${word(settings, 'again.action')}</a>`;
};

/** One notice with its picture; `waiting` looks again by itself, without script. */
export const noticePage = (
  settings: Settings,
  count: number,
  notice: Notice,
  order: Order | undefined,
): Markup => {
  const title: WordKey = `${notice}.title`;
  return layout({
    title: WORDS[settings.locale][title],
    settings,
    count,
    kind: 'notice',
    head: notice === 'waiting' ? html`<meta http-equiv="refresh" content="${REFRESH_SECONDS}" />` : undefined,
    body: html`<div class="note-page" data-notice="${notice}">
      <img src="/art/${PICTURES[notice]}.svg" alt="" width="220" height="220" />
      <h1>${word(settings, title)}</h1>
      <p>${word(settings, `${notice}.text`)}</p>
      ${order && notice !== 'unknown' ? receipt(settings, order) : ''}
      <p>${actions(settings, notice, order)}</p>
    </div>`,
  });
};
