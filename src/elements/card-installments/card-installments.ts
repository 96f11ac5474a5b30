import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CheckoutStore } from '../../controllers/checkout-store.js';
import { sessionOf } from '../../core/machine/state.js';
import { installmentsFor, isAgreed } from '../../core/session/installments.js';
import type { Installment, PaymentMethod } from '../../core/session/session.js';
import type { MessageKey } from '../../i18n/create-i18n.js';
import { formatPercent } from '../../i18n/percent.js';
import { controlsStyles } from '../../theme/controls.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { formFieldStyles } from '../form-field/form-field.styles.js';

/** What the shopper picked by hand: kept while it is not on offer, taken up again when it is. Never sent. */
const WISH = 'installmentWish';

/** A plain decimal number; any other rate is not told. */
const RATE = /^\d{1,4}(\.\d{1,6})?$/;

const styles = css`
  select {
    text-overflow: ellipsis;
    white-space: normal;
    padding-inline-end: 2em;
  }
  @container fields (inline-size >= 38em) {
    .hint {
      display: none;
    }
  }
`;

/**
 * In how many instalments a card is paid, for `<card-form>`. The draft holds the number and what it comes to, as the pay
 * button says it, and stands still from the press on: what is sent is what was agreed to.
 *
 * @summary Instalments
 * @tag card-installments
 * @csspart label - the label
 * @csspart input - the list
 * @csspart field - a label, its control and its note
 * @csspart hint - a note
 */
export class CardInstallmentsElement extends CheckoutElement {
  static override readonly styles = [tokensStyles, controlsStyles, formFieldStyles, styles];

  /** The card method whose offers are shown. */
  @property({ attribute: false }) method: PaymentMethod | undefined;

  /** Brand of the card that is typed, as the card frame tells it: some offers are for some brands only. */
  @property() brand: string | undefined;

  #offers: readonly Installment[] = [];
  #store: CheckoutStore | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override willUpdate(): void {
    this.#enter();
    this.#agree();
  }

  protected override render(): unknown {
    const [first, second] = this.#offers;
    const lost = this.#lost;
    // One way to pay is no question; that it is in instalments is still to be said.
    this.hidden = !lost && !second && (first === undefined || first.count === 1);
    return html`<div class="field" part="field">
      ${second ? this.#renderList() : first && this.#renderOnly(first)}
      <p id="lost" class=${lost ? 'notice small' : 'sr'} role="status">${lost}</p>
    </div>`;
  }

  #renderList(): unknown {
    const picked = this.#picked;
    // A phone's list shows only how the picked line begins.
    return html`<label for="installments" part="label">${this.i18n.t('card.installments')}</label>
      <select id="installments" part="input" aria-describedby="lost" @change=${this.#pick}>
        ${this.#offers.map(
          (offer) =>
            html`<option value=${offer.count} .selected=${offer === picked}>${this.#label(offer)}</option>`,
        )}
      </select>
      ${picked && picked.count > 1 ? html`<p class="hint" part="hint" aria-hidden="true">${this.#label(picked)}</p>` : nothing}`;
  }

  #renderOnly(offer: Installment): unknown {
    return html`<span class="label" part="label">${this.i18n.t('card.installments')}</span>
      <span>${this.#label(offer)}</span>`;
  }

  #enter(): void {
    const { store } = this.checkout;
    if (store !== this.#store) this.#leave();
    this.#store = store;
    if (!store || store.priceText === this.#priceText) return;
    store.priceText = this.#priceText;
    store.touch();
  }

  /** Taken away: nothing is paid in instalments any more. */
  #leave(): void {
    const store = this.#store;
    this.#store = undefined;
    if (store?.priceText !== this.#priceText) return;
    store.priceText = undefined;
    // What a press has agreed to stands: it is refused if it is not on offer by now.
    if (store.state.status === 'ready') setAgreed(store, undefined);
    store.touch();
  }

  /** Brings the draft in line with what is on offer, unless a press has agreed to what it says. */
  #agree(): void {
    const { store, state } = this.checkout;
    if (store && state.status !== 'ready') return;
    this.#offers = this.method ? installmentsFor(this.method, this.brand) : [];
    if (!store) return;
    const wish = store.draft.get(WISH);
    const [wishedCount] = wish.split(' ');
    // The same number at another price, where the very offer is gone; the first one until the shopper picks another.
    const offer =
      this.#offers.find((each) => wishFor(each) === wish) ??
      this.#offers.find(({ count }) => String(count) === wishedCount) ??
      this.#offers[0];
    setAgreed(store, offer);
  }

  /** What is said where the shopper's pick is not on offer any more; empty where it is. */
  get #lost(): string {
    const [wish = ''] = this.checkout.store?.draft.get(WISH).split(' ') ?? [];
    const isFor = ({ count }: Installment): boolean => String(count) === wish;
    // While no card is typed that it could be for, it is not lost yet.
    const mayCome = this.brand === undefined && this.method?.installments?.some(isFor);
    if (wish === '' || mayCome || this.#offers.some(isFor)) return '';
    return this.i18n.t('card.installmentsLost', { number: wish, count: Number(wish) });
  }

  /** What the draft says, among the offers. */
  get #picked(): Installment | undefined {
    const { draft } = this.checkout.store ?? {};
    const installments = draft?.get('installments');
    const installmentTotal = draft?.get('installmentTotal');
    return this.#offers.find((offer) => isAgreed(offer, { installments, installmentTotal }));
  }

  readonly #priceText = (methodId: string | undefined): string | undefined => {
    const offer = methodId === this.method?.id ? this.#picked : undefined;
    if (!offer) return undefined;
    if (offer.count === 1) return this.#money(offer.total);
    return this.i18n.t('card.times', this.#values(offer)) || undefined;
  };

  #label(offer: Installment): string {
    return this.i18n.t(wordsFor(offer), this.#values(offer));
  }

  #values({ count, amount, total, interestRate = '' }: Installment) {
    const rate = RATE.test(interestRate) ? formatPercent(interestRate, this.i18n.locale) : '';
    return { number: count, amount: this.#money(amount), total: this.#money(total), rate };
  }

  #money(minor: number): string {
    const currency = this.method?.currency ?? sessionOf(this.checkout.state)?.currency;
    return currency === undefined ? '' : this.i18n.money(minor, currency);
  }

  readonly #pick = ({ target }: Event): void => {
    const select = target as HTMLSelectElement;
    const { store, state } = this.checkout;
    if (!store) return;
    // By its place: two offers may have the same number.
    const offer = this.#offers[select.selectedIndex];
    if (state.status === 'ready' && offer) {
      store.draft.set(WISH, wishFor(offer));
      // At once, not with the next drawing: a press may come before it.
      this.#agree();
    } else select.selectedIndex = this.#offers.findIndex((each) => each === this.#picked);
  };
}

const wishFor = ({ count, total }: Installment): string => `${String(count)} ${String(total)}`;

function setAgreed({ draft }: CheckoutStore, offer: Installment | undefined): void {
  draft.set('installments', offer ? String(offer.count) : '');
  draft.set('installmentTotal', offer ? String(offer.total) : '');
}

/** What is said of the interest: what the API says, and nothing where it says nothing. */
function wordsFor({ count, interestFree, interestRate = '' }: Installment): MessageKey {
  if (count === 1) return 'card.once';
  const isRate = RATE.test(interestRate);
  if (interestFree ?? (isRate && Number(interestRate) === 0)) return 'card.timesFree';
  if (isRate) return 'card.timesRate';
  return interestFree === undefined ? 'card.times' : 'card.timesInterest';
}

declare global {
  interface HTMLElementTagNameMap {
    'card-installments': CardInstallmentsElement;
  }
}
