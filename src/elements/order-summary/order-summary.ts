import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { methodIdOf, sessionOf } from '../../core/machine/state.js';
import { safeUrl } from '../../core/navigation.js';
import { currencyOf, methodOf } from '../../core/session/methods.js';
import type { CheckoutSession } from '../../core/session/session.js';
import type { MessageKey } from '../../i18n/create-i18n.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { LazyElements } from '../lazy.js';
import { orderSummaryStyles } from './order-summary.styles.js';
import { renderImage, renderItem } from './render-item.js';

/** Past this many only those in sight are drawn. */
const MANY_ITEMS = 100;

/** The session is still to be had. */
const COMING = /idle|loading/;

/** Past so many characters an amount is set smaller. */
const LONG_SUM = 13;

/**
 * What is bought, from whom and for how much: items, discounts, shipping, taxes, what is paid already and what is due.
 *
 * @summary The order.
 * @tag order-summary
 * @csspart merchant - The line with the merchant's logo and name.
 * @csspart amount - The amount that is due.
 * @csspart items - The list of items.
 * @csspart item - One of them.
 * @csspart totals - The sums.
 * @csspart title - The heading.
 * @csspart total - One of the sums.
 * @csspart item-name - An item’s name.
 * @csspart item-amount - An item’s price.
 */
export class OrderSummaryElement extends CheckoutElement {
  static override styles = [tokensStyles, orderSummaryStyles];

  /** What to show; the checkout's session where it is not set. */
  @property({ attribute: false }) session?: CheckoutSession;

  /** Shows only the amount until the shopper opens the rest, for narrow places. */
  @property({ type: Boolean, reflect: true }) collapsible = false;

  readonly #lazy = new LazyElements(this);

  protected override render(): unknown {
    const session = this.session ?? sessionOf(this.checkout.state);
    if (!session)
      return COMING.test(this.checkout.state.status) && this.checkout.store ? this.#renderBones() : nothing;
    const { i18n } = this;
    const { amount, submitType, livemode } = session;
    const isSettled = this.checkout.state.status === 'succeeded' || (amount.due === 0 && amount.paid > 0);
    const charged = this.#charged(session);
    const sum = i18n.money(
      charged?.amount ?? (isSettled ? amount.total : amount.due),
      charged?.currency ?? session.currency,
    );
    const count = session.items.length;
    return html`
      <div class="head" part="merchant">
        ${this.#renderLogo(session)}
        <span class="merchant"><bdi>${session.merchant.name || session.branding?.name}</bdi></span>
        ${livemode ? nothing : html`<span class="badge">${i18n.t('checkout.testMode')}</span>`}
      </div>
      <h2 class="intent muted" part="title">
        ${i18n.t(`summary.${isSettled && submitType === 'pay' ? 'settled' : submitType}`)}
      </h2>
      <p class="amount ${sum.length > LONG_SUM ? 'long' : ''}" part="amount"><bdi>${sum}</bdi></p>
      ${
        this.collapsible
          ? html`<details>
              <summary class="toggle">
                ${i18n.t('summary.title')}${count > 1 ? ` · ${i18n.t('summary.items', { count })}` : ''}
              </summary>
              ${this.#renderDetails(session)}
            </details>`
          : this.#renderDetails(session)
      }
    `;
  }

  /** Until the session is here: its boxes, in their height. */
  #renderBones(): TemplateResult {
    const bone = html`<span class="bone"></span>`;
    return html`<div class="head"><span class="logo bone"></span>${bone}</div>
      <p class="intent">${bone}</p>
      <p class="amount"><span>${bone}</span></p>
      <p class="toggle">${bone}</p>`;
  }

  /**
   * By a payment in another currency, or by the picked method where it has a price of its own: as the API says them, and
   * nothing converted. `undefined` where it is what the order says.
   */
  #charged(session: CheckoutSession): { readonly amount: number; readonly currency: string } | undefined {
    const { state } = this.checkout;
    if ('payment' in state && state.payment && state.payment.currency !== session.currency)
      return state.payment;
    const method = methodOf(session, methodIdOf(state));
    return method?.amount === undefined
      ? undefined
      : { amount: method.amount, currency: currencyOf(session, method) };
  }

  /** The merchant's logo, or the first letter of its name. */
  #renderLogo({ merchant, branding }: CheckoutSession): unknown {
    const logo = safeUrl(merchant.logoUrl ?? branding?.logoUrl);
    const name = merchant.name || branding?.name;
    if (logo !== undefined) return renderImage(logo, 32, 'logo');
    return name ? html`<span class="logo" aria-hidden="true">${[...name][0]?.toUpperCase()}</span>` : nothing;
  }

  #renderDetails(session: CheckoutSession): TemplateResult {
    return html`${this.#renderItems(session)}${this.#renderTotals(session)}`;
  }

  /** All of them where the part for a long list cannot be had: slow is better than less. */
  #renderItems({ items, currency }: CheckoutSession): unknown {
    if (items.length > MANY_ITEMS && this.#lazy.need('order-items'))
      return html`<order-items .items=${items} .currency=${currency}></order-items>`;
    return items.length === 0
      ? nothing
      : html`<ul class="items" part="items" aria-label=${this.i18n.t('summary.title')}>
          ${items.map(
            (item) => html`<li class="item" part="item">${renderItem(item, currency, this.i18n)}</li>`,
          )}
        </ul>`;
  }

  /** Only the sums that say something: a lone total says it all. */
  #renderTotals(session: CheckoutSession): TemplateResult {
    const { amount, currency } = session;
    const { subtotal, discount, shipping, tax, total, paid, due } = amount;
    const line = (key: MessageKey, minor: number, look = ''): unknown =>
      html`<div class="line ${look}" part="total">
        <dt>${this.i18n.t(key)}</dt>
        <dd><bdi>${this.i18n.money(minor, currency)}</bdi></dd>
      </div>`;
    const some = (key: MessageKey, minor: number): unknown => (minor === 0 ? nothing : line(key, minor));
    return html`<dl class="totals" part="totals">
      ${subtotal === total ? nothing : line('summary.subtotal', subtotal)}
      ${some('summary.discount', -discount)}${some('summary.shipping', shipping)}${some('summary.tax', tax)}
      ${line(this.#charged(session) ? 'currency.total' : 'summary.total', total, 'strong')}
      ${paid === 0 || due === 0 ? nothing : html`${line('summary.paid', -paid)}${line('summary.due', due, 'strong')}`}
    </dl>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-summary': OrderSummaryElement;
  }
}
