import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { methodIdOf, sessionOf } from '../../core/machine/state.js';
import { decimalMark } from '../../core/money/decimal-mark.js';
import type { PaymentMethod } from '../../core/session/session.js';
import { PaymentMethodChangeEvent } from '../../events.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { loadMarks } from '../lazy.js';
import { methodHint, methodLabel } from '../method-words.js';
import { paymentMethodPickerStyles } from './payment-method-picker.styles.js';

const MAX_MARKS = 4;

/**
 * The payment methods as one group of native radio buttons. Inside a `<checkout-session>` it shows the session's
 * methods; alone it shows `methods`.
 *
 * @summary Picks a payment method.
 * @tag payment-method-picker
 * @fires {PaymentMethodChangeEvent} payment-method-change - The shopper picked another method. Inside a checkout it is the checkout that fires it.
 * @csspart legend - The group's heading.
 * @csspart method - One row.
 * @csspart error - What is said when nothing is picked.
 * @csspart method-label - A method’s name.
 * @csspart method-hint - What is said of a method.
 * @csspart marks - The signs of a method.
 * @csspart mark - One of the marks.
 */
export class PaymentMethodPickerElement extends CheckoutElement {
  static override styles = [tokensStyles, buttonsStyles, paymentMethodPickerStyles];

  /** What is offered; the session's methods where it is not set. */
  @property({ attribute: false }) methods?: readonly PaymentMethod[];

  /** Id of the picked method. Setting it picks; an id that is not offered picks nothing. */
  @property({ reflect: true }) selected?: string;

  /** The last `selected` that came from the checkout: any other was set by the page. */
  #synced: string | undefined;
  #unregister: (() => void) | undefined;

  /** Takes the shopper to the group. */
  override focus(options?: FocusOptions): void {
    const { renderRoot } = this;
    (renderRoot.querySelector<HTMLElement>(':checked') ?? renderRoot.querySelector('input'))?.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unregister?.();
    this.#unregister = undefined;
  }

  protected override willUpdate(): void {
    const { store } = this.checkout;
    this.#unregister ??= store?.draft.register({
      name: 'method',
      validate: () => (this.selected === undefined ? 'method' : undefined),
      focus: () => {
        this.focus();
      },
      top: () => this.getBoundingClientRect().top,
    });
    if (!store || !sessionOf(store.state)) return;
    if (this.selected !== undefined && this.selected !== this.#synced)
      store.dispatch({ type: 'method_selected', methodId: this.selected });
    this.selected = this.#synced = methodIdOf(store.state);
  }

  protected override render(): unknown {
    const { i18n } = this;
    const methods = this.#methods;
    if (methods.length === 0) return nothing;
    const error = this.checkout.store?.draft.error('method');
    return html`<fieldset
      role="radiogroup"
      aria-labelledby="legend"
      aria-required="true"
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${error ? 'error' : nothing}
      @change=${this.#handleChange}
    >
      <legend id="legend" part="legend">${i18n.t('picker.legend')}</legend>
      <div class="rows">${methods.map((method, index) => this.#renderRow(method, index))}</div>
      ${error ? html`<p class="error" id="error" part="error">${i18n.t('picker.choose')}</p>` : nothing}
    </fieldset>`;
  }

  protected override updated(): void {
    void loadMarks();
    // Radios check themselves when they are clicked, so the truth is written again after every drawing.
    for (const radio of this.renderRoot.querySelectorAll('input'))
      radio.checked = radio.value === this.selected;
  }

  /** Inside a checkout only while it can be paid; the page's own list always. */
  get #methods(): readonly PaymentMethod[] {
    const { state, store } = this.checkout;
    const payable = state.status === 'ready' || state.status === 'submitting';
    if (this.methods || !payable) return this.methods ?? [];
    const { paymentMethods, currency: own } = state.session;
    return paymentMethods.filter(({ currency = own }) => currency === (store?.currency ?? currency));
  }

  #renderRow(method: PaymentMethod, index: number): TemplateResult {
    const { i18n } = this;
    const { state, store } = this.checkout;
    const { currency = sessionOf(state)?.currency, exchangeRate, exchangePair } = method;
    const amount = method.amount ?? store?.split?.restOf(method.id);
    const notes = [
      methodHint(method, i18n),
      amount !== undefined && currency !== undefined
        ? i18n.t('picker.charged', { amount: i18n.money(amount, currency) })
        : '',
      exchangeRate === undefined
        ? ''
        : i18n.t('picker.rate', {
            // The API's own digits, never a number of ours.
            rate:
              exchangeRate.replace('.', decimalMark(i18n.locale)) +
              (exchangePair ? ` (${exchangePair})` : ''),
          }),
    ].filter(Boolean);
    return html`<label class="row" part="method">
      <input
        type="radio"
        name="method"
        value=${method.id}
        aria-labelledby="label-${index}"
        aria-describedby="hint-${index}"
      />
      <span class="label" part="method-label" id="label-${index}">${methodLabel(method, i18n)}</span>
      <span class="marks" part="marks" aria-hidden="true">${renderMarks(method)}</span>
      <span class="hint small muted" part="method-hint" id="hint-${index}"
        >${notes.map((note, at) => html`${at > 0 ? ' · ' : ''}<bdi>${note}</bdi>`)}</span
      >
    </label>`;
  }

  #handleChange(event: Event): void {
    const methodId = (event.target as HTMLInputElement).value;
    const { store } = this.checkout;
    this.requestUpdate();
    if (store) {
      store.dispatch({ type: 'method_selected', methodId });
      if (store.draft.error('method')) void this.updateComplete.then(() => store.draft.check('method'));
      return;
    }
    this.selected = methodId;
    const changed = new PaymentMethodChangeEvent({
      method: this.#methods.find(({ id }) => id === methodId)?.type ?? '',
      methodId,
    });
    this.dispatchEvent(changed);
  }
}

/** What the method's networks or brands are known by, else its own mark: by its name or id, else by its kind. */
function renderMarks({ id, label, type, flow, networks, brands }: PaymentMethod): unknown {
  const known = networks ?? brands ?? [];
  const names = known.length > 0 ? known : [[label, id.split(':')[0], type, flow, 'card'].join('|')];
  // One mark more takes the room of what says how many there are.
  const shown = names.slice(0, names.length > MAX_MARKS ? MAX_MARKS - 1 : MAX_MARKS);
  const rest = names.length - shown.length;
  return [
    shown.map((name) => html`<payment-mark name=${name} exportparts="mark"></payment-mark>`),
    rest > 0 ? html`<span class="small">+${rest}</span>` : nothing,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-method-picker': PaymentMethodPickerElement;
  }
}
