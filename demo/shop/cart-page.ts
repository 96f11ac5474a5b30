import { html } from 'hono/html';
import { formatMoney } from '../../src/core/money/format-money.js';
import type { CartLine } from './catalogue.js';
import { layout, word, type Markup } from './layout.js';
import type { PanelData, SessionForPage } from './session-for-page.js';
import type { Settings } from './settings.js';
import { WORDS } from './words.js';

const step = (settings: Settings, line: CartLine, change: 1 | -1): Markup => {
  const label = WORDS[settings.locale][change > 0 ? 'cart.more' : 'cart.less'];
  return html`<form method="post" action="/cart/items">
    <input type="hidden" name="product" value="${line.product.id}" />
    <input type="hidden" name="change" value="${change}" />
    <button aria-label="${label}: ${line.product.name}">${change > 0 ? '+' : '−'}</button>
  </form>`;
};

const lineItem = (settings: Settings, line: CartLine): Markup => {
  const { product, quantity } = line;
  return html`<li>
    <span class="thumb tint-${product.id}"
      ><img src="/art/${product.id}.svg" alt="" width="88" height="88"
    /></span>
    <span class="what">
      <b>${product.name}</b>
      <small>
        <span data-unit="${product.id}"
          >${formatMoney(line.unitAmount, settings.currency, settings.locale)}</span
        >
        ${word(settings, 'cart.each')}
      </small>
    </span>
    <span class="stepper"
      >${step(settings, line, -1)}<output>${quantity}</output>${step(settings, line, 1)}</span
    >
    <strong data-line="${product.id}" data-quantity="${quantity}">
      ${formatMoney(line.amount, settings.currency, settings.locale)}
    </strong>
  </li>`;
};

/** The whole integration: one script tag in the head and this tag. */
const checkout = (settings: Settings, session: SessionForPage): Markup =>
  html`<checkout-session
    token="${session.token}"
    api-base="${session.apiBase}"
    provider="${session.provider}"
    success-url="${session.successUrl}"
    cancel-url="${session.cancelUrl}"
    locale="${settings.locale}"
    theme="${settings.theme}"
  ></checkout-session>`;

const empty = (settings: Settings): Markup =>
  html`<div class="note-page">
    <img src="/art/biruta.svg" alt="" width="220" height="220" />
    <h1>${word(settings, 'cart.empty')}</h1>
    <p><a class="button" href="/#kites">${word(settings, 'cart.back')}</a></p>
  </div>`;

/** What the page opens, and what the demo's panel says about it. */
export interface OpenCheckout {
  readonly session: SessionForPage;
  readonly panel: PanelData;
}

const filled = (
  settings: Settings,
  lines: readonly CartLine[],
  { session, panel }: OpenCheckout,
): Markup => html`
  <section class="cart" aria-labelledby="cart-title">
    <h1 id="cart-title">${word(settings, 'cart.title')}</h1>
    <ul class="lines">
      ${lines.map((line) => lineItem(settings, line))}
    </ul>
  </section>
  <section class="checkout">
    <h2>${word(settings, 'cart.pay')}</h2>
    ${checkout(settings, session)}
  </section>
  <div id="try-it" data-panel="${JSON.stringify(panel)}" data-settings="${JSON.stringify(settings)}"></div>
`;

export const cartPage = (
  settings: Settings,
  lines: readonly CartLine[],
  open: OpenCheckout | undefined,
): Markup =>
  layout({
    title: WORDS[settings.locale]['cart.title'],
    settings,
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    kind: 'cart-page',
    head: html`<link rel="stylesheet" href="/panel.css" />
      <script type="module" src="/checkout/checkout-session.js"></script>
      <script type="module" src="/assets/cart.js"></script>`,
    body: open ? filled(settings, lines, open) : empty(settings),
  });
