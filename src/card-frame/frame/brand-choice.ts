import { brandName } from './brands.js';
import { html } from './dom.js';
import { brandMark } from './marks.js';

/**
 * Which of its brands a co-badged card is paid with: one of the merchant's order is picked already, and the shopper may
 * pick another.
 *
 * @see Regulation (EU) 2015/751, article 8 (6)
 */
export class BrandChoice {
  readonly element = html('fieldset', { hidden: '' });
  /** While the card is on its way nothing may change. */
  isBusy = false;

  readonly #legend = html('legend');
  #offered: readonly string[] = [];

  constructor(onPick: () => void) {
    this.element.addEventListener('change', onPick);
    // A control that is disabled would lose the focus.
    this.element.addEventListener('click', (event) => {
      if (this.isBusy) event.preventDefault();
    });
  }

  get picked(): string | undefined {
    return this.element.querySelector<HTMLInputElement>(':checked')?.value;
  }

  setText(text: string): void {
    this.#legend.textContent = text;
  }

  /** Fewer than two brands are no choice. The answer is what to say of a new one. */
  offer(brands: readonly string[]): string {
    const offered = brands.length > 1 ? brands : [];
    if (offered.join() === this.#offered.join()) return '';
    this.#offered = offered;
    this.element.hidden = offered.length === 0;
    this.element.replaceChildren(this.#legend, ...offered.map(option));
    return offered.length > 0 ? `${this.#legend.textContent}: ${offered.map(brandName).join(', ')}` : '';
  }
}

const option = (brand: string, place: number): HTMLElement =>
  html(
    'label',
    {},
    html('input', {
      type: 'radio',
      name: 'card-brand',
      value: brand,
      ...(place === 0 && { checked: '' }),
    }),
    brandMark(brand),
    brandName(brand),
  );
