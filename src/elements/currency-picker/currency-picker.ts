import { html, nothing } from 'lit';
import type { CheckoutStore } from '../../controllers/checkout-store.js';
import { methodIdOf, payableSession } from '../../core/machine/state.js';
import { currenciesOf, methodIn } from '../../core/session/currencies.js';
import { currencyOf, methodOf } from '../../core/session/methods.js';
import type { CheckoutSession, PaymentMethod } from '../../core/session/session.js';
import { controlsStyles } from '../../theme/controls.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { formFieldStyles } from '../form-field/form-field.styles.js';

/**
 * In which of the currencies that a session offers it is paid; shows nothing where there is only one. The pick is the
 * picked method, which charges in one currency: nothing else remembers it, so that the two cannot come apart. While this
 * element is in the checkout, `<payment-method-picker>` shows the methods of this currency only.
 *
 * @summary Picks the currency.
 * @tag currency-picker
 * @csspart label - the label
 * @csspart input - the list
 * @csspart field - a label, its control and its note
 */
export class CurrencyPickerElement extends CheckoutElement {
  static override readonly styles = [tokensStyles, controlsStyles, formFieldStyles];

  #store: CheckoutStore | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tell(undefined);
  }

  protected override willUpdate(): void {
    const { store } = this.checkout;
    if (store !== this.#store) this.#tell(undefined);
    this.#store = store;
    this.#tell(this.#shown);
  }

  protected override render(): unknown {
    const shown = this.#shown;
    const session = this.#session;
    // Not even room, between the other parts of a form.
    this.hidden = shown === undefined;
    if (shown === undefined || !session) return nothing;
    return html`<div class="field" part="field">
      <label for="currency" part="label">${this.i18n.t('currency.label')}</label>
      <select id="currency" part="input" @change=${this.#pick}>
        ${currenciesOf(session).map(
          (code) => html`<option value=${code} .selected=${code === shown}>${this.#name(code)}</option>`,
        )}
      </select>
    </div>`;
  }

  get #session(): CheckoutSession | undefined {
    return payableSession(this.checkout.state);
  }

  get #method(): PaymentMethod | undefined {
    return methodOf(this.#session, methodIdOf(this.checkout.state));
  }

  /** `undefined` where there is nothing to pick. */
  get #shown(): string | undefined {
    const session = this.#session;
    if (!session) return undefined;
    const [first, second] = currenciesOf(session);
    if (second === undefined) return undefined;
    const method = this.#method;
    return method ? currencyOf(session, method) : first;
  }

  /** `BRL – Brazilian Real`; a code alone where it has no name (USDC). Younger than some engines is the gold of Zimbabwe. */
  #name(code: string): string {
    try {
      const name = new Intl.DisplayNames(this.i18n.locale, { type: 'currency' }).of(code) ?? code;
      if (name === code) return code === 'ZWG' ? `${code} – ${this.i18n.t('currency.zwg')}` : code;
      return `${code} – ${name}`;
    } catch {
      return code;
    }
  }

  /** Tells the method picker which methods to show. */
  #tell(currency: string | undefined): void {
    const store = this.#store;
    if (!store || store.currency === currency) return;
    store.currency = currency;
    store.touch();
  }

  readonly #pick = ({ target }: Event): void => {
    const select = target as HTMLSelectElement;
    const { store } = this.checkout;
    const session = this.#session;
    const method = session && methodIn(session, select.value, this.#method);
    if (store && method) store.dispatch({ type: 'method_selected', methodId: method.id });
    // While a payment is on its way the machine takes no pick: the list says what is being charged.
    select.value = this.#shown ?? '';
    if (store?.draft.error('method')) void this.updateComplete.then(() => store.draft.check('method'));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'currency-picker': CurrencyPickerElement;
  }
}
