import type { CheckoutSessionElement } from 'checkout-session';
import 'checkout-session/define';
import { html, nothing, render, type TemplateResult } from 'lit';
import { formatMoney } from '../../src/core/money/format-money.js';
import { GIFT_CARDS, GIFT_CARD_PRICES, type GiftCard, type GiftCardOrder } from '../shop/gift-card-prices.js';

/** A small app with three views; the checkout is one element that it makes, listens to, and throws away. */
type View =
  | { readonly name: 'choose' }
  | { readonly name: 'pay'; readonly order: string; readonly element: CheckoutSessionElement }
  | { readonly name: 'done'; readonly order: string; readonly paid: boolean };

const CURRENCIES = ['BRL', 'USD'] as const;
const ASK_AGAIN_MS = 1_500;
const TRIES = 8;

let view: View = { name: 'choose' };
let card: GiftCard = 'wind';
let currency: (typeof CURRENCIES)[number] = 'BRL';
let problem: string | undefined;
/** Where the shopper has to go for this payment; the app stays where it is. */
let away: string | undefined;
let log: readonly { readonly at: string; readonly type: string; readonly detail: string }[] = [];

const root = document.querySelector<HTMLElement>('#app');

function go(next: View): void {
  away = undefined;
  view = next;
  update();
}

function note(type: string, detail: unknown): void {
  const at = new Date().toLocaleTimeString('en', { hour12: false });
  log = [{ at, type, detail: JSON.stringify(detail) ?? '' }, ...log];
  update();
}

/** Makes the element, sets its properties, and listens: every event and its detail are typed by the package. */
function createCheckout({ session, order }: GiftCardOrder): CheckoutSessionElement {
  const element = document.createElement('checkout-session');
  element.provider = session.provider;
  element.apiBase = session.apiBase;
  element.token = session.token;
  element.redirect = 'manual';

  element.addEventListener('checkout-ready', ({ detail }) => {
    const { id, amount, currency: code } = detail.session;
    note('checkout-ready', { session: id, due: amount.due, currency: code });
  });
  element.addEventListener('payment-method-change', ({ detail }) => {
    note('payment-method-change', detail);
  });
  element.addEventListener('payment-start', ({ detail }) => {
    note('payment-start', detail);
  });
  element.addEventListener('payment-action', ({ detail }) => {
    note('payment-action', detail);
  });
  element.addEventListener('checkout-redirect', ({ detail }) => {
    away = detail.reason === 'action' ? detail.url : undefined;
    note('checkout-redirect', detail);
  });
  element.addEventListener('payment-failure', ({ detail }) => {
    note('payment-failure', detail);
  });
  element.addEventListener('payment-unknown', ({ detail }) => {
    note('payment-unknown', detail);
  });
  element.addEventListener('checkout-state-change', ({ detail }) => {
    note('checkout-state-change', detail);
  });
  element.addEventListener('checkout-error', ({ detail }) => {
    note('checkout-error', detail);
  });
  element.addEventListener('payment-success', ({ detail }) => {
    note('payment-success', detail);
    void confirmPaid(order);
  });
  element.addEventListener('checkout-cancel', ({ detail }) => {
    note('checkout-cancel', detail);
    go({ name: 'choose' });
  });
  return element;
}

async function buy(): Promise<void> {
  problem = undefined;
  log = [];
  try {
    const response = await fetch('/spa/orders', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ card, currency }),
    });
    if (!response.ok) throw new Error(`The shop answered ${String(response.status)}.`);
    const order = (await response.json()) as GiftCardOrder;
    go({ name: 'pay', order: order.order, element: createCheckout(order) });
  } catch (error) {
    problem = String(error);
    update();
  }
}

/** Says “paid” only once the app's own server has read it from the payment API. */
async function confirmPaid(order: string): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const response = await fetch(`/spa/orders/${order}`);
    const { status } = (await response.json()) as { status: string };
    if (status === 'paid') {
      go({ name: 'done', order, paid: true });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  go({ name: 'done', order, paid: false });
}

const option = (name: GiftCard): TemplateResult => html`
  <label class="amount">
    <input
      type="radio"
      name="card"
      .checked=${name === card}
      @change=${() => {
        card = name;
        update();
      }}
    />
    <span><b>${formatMoney(GIFT_CARD_PRICES[name][currency], currency, 'en')}</b>${name}</span>
  </label>
`;

const choose = (): TemplateResult => html`
  <section class="choose">
    <img src="/art/gift.svg" alt="" width="400" height="400" />
    <div>
      <h1>Give somebody the wind.</h1>
      <p>A card they can turn into any kite. Arrives by e-mail, never expires.</p>
      <div class="amounts" role="radiogroup" aria-label="Gift card">${GIFT_CARDS.map(option)}</div>
      <label class="currency">
        Currency
        <select
          @change=${(event: Event) => {
            currency = (event.target as HTMLSelectElement).value === 'USD' ? 'USD' : 'BRL';
            update();
          }}
        >
          ${CURRENCIES.map((code) => html`<option ?selected=${code === currency}>${code}</option>`)}
        </select>
      </label>
      <button class="button" @click=${buy}>Continue to payment</button>
      ${problem ? html`<p role="alert">${problem}</p>` : nothing}
    </div>
  </section>
`;

const pay = (element: CheckoutSessionElement): TemplateResult => html`
  <section class="pay">
    <h1>Payment</h1>
    ${
      away === undefined
        ? nothing
        : html`<p class="away" role="status">
            Your bank has a page of its own for this.
            <a href=${away} target="_blank" rel="noopener">Open it in a new tab</a>
          </p>`
    }
    ${element}
  </section>
`;

const done = (paid: boolean, order: string): TemplateResult => html`
  <section class="done">
    <img src="/art/gift.svg" alt="" width="220" height="220" />
    <h1>${paid ? 'Paid. It is on its way.' : 'We are still waiting for the confirmation.'}</h1>
    <p>
      Order ${order}. ${paid ? 'Read back from the payment API by our server.' : 'Please do not pay again.'}
    </p>
    <button
      class="button"
      @click=${() => {
        go({ name: 'choose' });
      }}
    >
      Another one
    </button>
  </section>
`;

const eventLog = (): TemplateResult => html`
  <aside class="log" aria-label="Event log">
    <h2>Events</h2>
    <ol>
      ${log.map(({ at, type, detail }) => html`<li><time>${at}</time> <b>${type}</b> <code>${detail}</code></li>`)}
    </ol>
  </aside>
`;

function update(): void {
  if (!root) return;
  const current = view;
  const main =
    current.name === 'choose'
      ? choose()
      : current.name === 'pay'
        ? pay(current.element)
        : done(current.paid, current.order);
  render(
    html`<div class="view ${current.name}">${main}</div>
      ${log.length ? eventLog() : nothing}`,
    root,
  );
}

update();
