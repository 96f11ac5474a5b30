import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { methodIdOf, payableSession } from '../../core/machine/state.js';
import { methodOf } from '../../core/session/methods.js';
import type { SubmitType } from '../../core/session/session.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { methodLabel } from '../method-words.js';
import { merchantName } from '../session-words.js';
import { payButtonStyles } from './pay-button.styles.js';

const LOCK = html`<svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
  <path
    d="M5 6V5a3 3 0 0 1 6 0v1h.5A1.5 1.5 0 0 1 13 7.5v5a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12.5v-5A1.5 1.5 0 0 1 4.5 6zm1.5 0h3V5a1.5 1.5 0 0 0-3 0z"
  />
</svg>`;

/** Stands for the merchant's name until the words around it are known; never part of a word itself. */
const NAME = '\uFDD0';

/**
 * Asks the checkout around it for payment, and says what is paid, to whom and how. It decides nothing: a second press
 * finds the checkout busy.
 *
 * @summary The button that pays.
 * @tag pay-button
 * @csspart button - The button itself.
 * @csspart payee - The line below it: to whom and by which method.
 */
export class PayButtonElement extends CheckoutElement {
  static override styles = [tokensStyles, buttonsStyles, payButtonStyles];

  /** Minor units of `currency`, a whole number; what the checkout charges where it is not set, or is none. */
  @property({ type: Number }) amount?: number;

  /** ISO 4217. */
  @property() currency?: string;

  /** Which verb the label has. */
  @property({ attribute: 'submit-type' }) submitType?: SubmitType;

  /** Shows that a payment is on its way. */
  @property({ type: Boolean }) busy = false;

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  protected override render(): unknown {
    const { i18n } = this;
    const { state } = this.checkout;
    const payable = payableSession(state);
    const method = methodOf(payable, methodIdOf(state));
    const given = Number.isSafeInteger(this.amount) ? this.amount : undefined;
    const amount = given ?? method?.amount ?? payable?.amount.due;
    const currency = this.currency ?? method?.currency ?? payable?.currency;
    if (amount === undefined || currency === undefined) return nothing;
    const busy = this.busy || state.status === 'submitting';
    const price = this.checkout.store?.priceText?.(method?.id) ?? i18n.money(amount, currency);
    // A language whose law wants its own words on the button and nothing else says the amount in the line below it.
    const label = i18n.t(`pay.${this.submitType ?? payable?.submitType ?? 'pay'}`, { amount: price });
    const merchant = payable && merchantName(payable, i18n);
    // Or who pays what, where several do.
    const methodText = method && (this.checkout.store?.split?.text?.() ?? methodLabel(method, i18n));
    // In a piece of its own: a name may turn the direction of the amounts behind it.
    const line = { merchant: NAME, amount: price };
    const [before, after] = (
      methodText ? i18n.t('pay.toBy', { ...line, method: methodText }) : i18n.t('pay.to', line)
    ).split(NAME);
    // Never `disabled`: that would throw the focus away in the middle of a payment.
    return html`<button
        type="button"
        class="primary"
        part="button"
        aria-disabled=${busy ? 'true' : nothing}
        aria-describedby="payee"
        @pointerdown=${this.#holdPointer}
        @click=${this.#requestSubmit}
      >
        ${busy ? html`<span class="spinner"></span>${i18n.t('pay.busy')}` : html`${LOCK}<bdi>${label}</bdi>`}
      </button>
      <p id="payee" class="small muted" part="payee">
        ${merchant === undefined ? nothing : html`${before}<bdi>${merchant}</bdi>${after}`}
      </p>`;
  }

  /** Leaving a field may move the page under the finger (its error appears): the press still belongs to the button. */
  #holdPointer(event: PointerEvent & { readonly currentTarget: HTMLElement }): void {
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  #requestSubmit(): void {
    if (this.busy) return;
    this.dispatchEvent(new Event('checkout-submit-request', { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pay-button': PayButtonElement;
  }
}
