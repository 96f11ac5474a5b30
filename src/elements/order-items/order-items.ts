import { css, html, type PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { LineItem } from '../../core/session/session.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { orderSummaryStyles } from '../order-summary/order-summary.styles.js';
import { renderItem } from '../order-summary/render-item.js';
import { RowHeights } from './row-heights.js';

/** Rows that are drawn above and below those in sight, so that a flick of the finger meets no hole. */
const SPARE_ROWS = 8;

const PRINTING = ['beforeprint', 'afterprint'] as const;

const styles = css`
  :host {
    block-size: min(26em, 70vh);
  }
  .whole {
    display: flex;
    flex-direction: column;
    gap: 4px;
    block-size: 100%;
  }
  .view {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    border-radius: 6px;
    scrollbar-gutter: stable;
  }
  .view:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 4px;
  }
  /* A row's height holds the space around it. */
  .items {
    gap: 0;
  }
  .item {
    padding-block: 8px;
  }
  @media print {
    :host,
    .whole,
    .view {
      block-size: auto;
    }
    .view {
      overflow: visible;
    }
    .item {
      break-inside: avoid;
    }
  }
`;

/**
 * A long list of items in a view of its own that scrolls, by keyboard too: only the rows in sight are drawn, each with
 * its place in the whole list. `<order-summary>` uses it past a hundred items.
 *
 * @summary Many items.
 * @tag order-items
 * @csspart items - The list.
 * @csspart item - One row.
 * @csspart item-name - An item’s name.
 * @csspart item-amount - An item’s price.
 */
export class OrderItemsElement extends CheckoutElement {
  static override styles = [tokensStyles, orderSummaryStyles, styles];

  /** The whole list. */
  @property({ attribute: false }) items: readonly LineItem[] = [];

  /** ISO 4217, of the amounts. */
  @property() currency = '';

  @query('.view') private readonly _view!: HTMLElement | null;
  @query('.above') private readonly _above!: HTMLElement;
  @query('.below') private readonly _below!: HTMLElement;
  @query('.items') private readonly _list!: HTMLElement;

  #heights = new RowHeights(0);
  #first = 0;
  #end = 0;
  /** Opened, or of another width: other rows are in sight, and of other heights. */
  readonly #resize = new ResizeObserver(() => {
    this.requestUpdate();
  });
  #watched: HTMLElement | undefined;
  #isOnPaper = false;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const type of PRINTING) addEventListener(type, this.#print);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const type of PRINTING) removeEventListener(type, this.#print);
    this.#resize.disconnect();
    this.#watched = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A read brings the same list as another array: the place in it stays.
    if (changed.has('items') && this.items.length !== this.#heights.count)
      this.#heights = new RowHeights(this.items.length);
    const { length } = this.items;
    const { first, last } = this.#isOnPaper ? { first: 0, last: length } : this.#inSight();
    this.#first = Math.max(0, first - SPARE_ROWS);
    this.#end = Math.min(length, last + 1 + SPARE_ROWS);
  }

  protected override render(): unknown {
    const { i18n, currency } = this;
    const title = i18n.t('summary.title');
    const rows = this.items
      .slice(this.#first, this.#end)
      .map((item, at) => [this.#first + at, item] as const);
    // The line that opens a closed order says it already.
    const count = this.closest('details') ? '' : i18n.t('summary.items', { count: this.items.length });
    return html`<div class="whole">
      ${count && html`<p class="small muted">${count}</p>`}
      <div class="view" role="group" tabindex="0" aria-label=${title} @scroll=${this.#drawMissing}>
        <div class="above"></div>
        <div class="items" part="items" role="list">
          ${repeat(
            rows,
            ([index]) => index,
            ([index, item]) =>
              html`<div
                role="listitem"
                class="item"
                part="item"
                aria-posinset=${index + 1}
                aria-setsize=${this.items.length}
              >
                ${renderItem(item, currency, i18n)}
              </div>`,
          )}
        </div>
        <div class="below"></div>
      </div>
    </div>`;
  }

  protected override updated(): void {
    const view = this._view;
    if (!view) return;
    this.#leaveSpace();
    // Rows on paper have other heights than those on the screen.
    if (this.#isOnPaper) return;
    this.#watch(view);
    const heights = this.#heights;
    heights.measure(
      [...this._list.children].map((row, at) => [this.#first + at, row.getBoundingClientRect().height]),
    );
    this.#leaveSpace();
    // What the shopper looks at is kept in place by the browser: to set the scroll position would stop a scroll under way.
    this.#drawMissing();
  }

  /** Observing once more what is observed would call back once more, without end. */
  #watch(view: HTMLElement): void {
    if (this.#watched === view) return;
    this.#watched = view;
    this.#resize.observe(view);
  }

  /** In place of the rows that are not drawn. Before anything is read, or the view would be cut short meanwhile. */
  #leaveSpace(): void {
    const heights = this.#heights;
    this._above.style.blockSize = `${String(heights.top(this.#first))}px`;
    this._below.style.blockSize = `${String(heights.top(heights.count) - heights.top(this.#end))}px`;
  }

  /** The first and the last row in the view. */
  #inSight(): { readonly first: number; readonly last: number } {
    const { scrollTop: top = 0, clientHeight: height = 0 } = this._view ?? {};
    return { first: this.#heights.at(top), last: this.#heights.at(top + height) };
  }

  /** Nothing scrolls on paper, and what is printed is what there is at the end of this event: all rows, at once. */
  readonly #print = ({ type }: Event): void => {
    this.#isOnPaper = type === 'beforeprint';
    this.requestUpdate();
    this.performUpdate();
  };

  #drawMissing(): void {
    if (this.#isOnPaper) return;
    const { first, last } = this.#inSight();
    if (first < this.#first || (last >= this.#end && this.#end < this.items.length)) this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'order-items': OrderItemsElement;
  }
}
