import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../core/navigation.js';
import type { LineItem, LineItemTax } from '../../core/session/session.js';
import type { I18n } from '../../i18n/create-i18n.js';
import { formatPercent } from '../../i18n/percent.js';

/** What stands in an item's row: picture, name, description, quantity, tax and sum. */
export function renderItem(item: LineItem, currency: string, i18n: I18n): TemplateResult {
  const { name, description, imageUrl, quantity, unitAmount, totalAmount, tax } = item;
  const image = safeUrl(imageUrl);
  const notes = [
    description,
    quantity !== 1 && i18n.t('summary.times', { quantity, amount: i18n.money(unitAmount, currency) }),
    tax && `${taxName(tax, i18n)} · ${i18n.money(tax.amount, currency)}`,
  ];
  return html`${image === undefined ? nothing : renderImage(image, 44)}
    <div>
      <p class="name" part="item-name"><bdi>${name}</bdi></p>
      ${notes.map((note) => (note ? html`<p class="small muted"><bdi>${note}</bdi></p>` : nothing))}
    </div>
    <bdi class="sum" part="item-amount">${i18n.money(totalAmount, currency)}</bdi>`;
}

/** The tax as the provider calls it, and its rate: where that is a number, and the name does not hold it already. */
const taxName = ({ name = '', type, value }: LineItemTax, i18n: I18n): string =>
  (name || i18n.t('summary.tax')) +
  (type === 'percentage' && !name.includes('%') && parseFloat(value) >= 0
    ? ` ${formatPercent(value, i18n.locale)}`
    : '');

/** A picture that says nothing the text does not; one that cannot be had leaves no hole. */
export const renderImage = (src: string, size: number, look = ''): TemplateResult =>
  html`<img
    class=${look}
    src=${src}
    alt=""
    width=${size}
    height=${size}
    loading="lazy"
    decoding="async"
    referrerpolicy="no-referrer"
    @error=${hideBroken}
  />`;

const hideBroken = (event: Event): void => {
  (event.target as HTMLElement).hidden = true;
};
