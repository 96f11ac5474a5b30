import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CheckoutStore } from '../../controllers/checkout-store.js';
import { StripeController, type StripeHost } from '../../controllers/stripe-controller.js';
import type { CheckoutError } from '../../core/errors.js';
import type { PaymentMethod } from '../../core/session/session.js';
import { CheckoutErrorEvent } from '../../events.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { readFrameStyle } from '../card-form/frame-look.js';
import { renderFailed, renderGhost } from '../card-form/card-notices.js';
import { cardFormStyles } from '../card-form/card-form.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { stripeCardStyles } from './stripe-card.styles.js';

/**
 * Stripe's own fields, for a session whose card is Stripe's. `<card-form>` shows it where it is needed. Stripe's fields
 * refuse a shadow root: they stand in a child, with a `slot`, of the outermost host around this element.
 *
 * @summary Card details, in Stripe's fields
 * @tag stripe-card
 * @fires {CheckoutErrorEvent} checkout-error - Stripe cannot be shown (`stripe_unreachable`, `csp_blocked` …)
 * @csspart alert - a notice
 * @csspart secondary-button - a button of less weight
 */
export class StripeCardElement extends CheckoutElement implements StripeHost {
  static override readonly styles = [tokensStyles, buttonsStyles, cardFormStyles, stripeCardStyles];

  /** The method to pay with. */
  @property({ attribute: false }) method: PaymentMethod | undefined;

  readonly #stripe = new StripeController(this);

  /** @internal */
  get store(): CheckoutStore | undefined {
    return this.checkout.store;
  }

  /** @internal */
  get locale(): string {
    return this.i18n.locale;
  }

  /**
   * The tokens as the page, the theme and the shopper's setting make them now.
   *
   * @internal
   */
  get look(): ReturnType<typeof readFrameStyle> {
    const probe = this.renderRoot.querySelector('.probe');
    return probe ? readFrameStyle(probe) : {};
  }

  /** @internal */
  report(error: CheckoutError): void {
    const event = new CheckoutErrorEvent(error.toData());
    this.dispatchEvent(event);
  }

  protected override render(): TemplateResult {
    const { i18n } = this;
    const { status, slotName } = this.#stripe;
    const isLine = this.method?.tokenizer?.mode === 'token';
    return html`<div class="stage">
        <div class=${isLine ? 'line' : ''} ?hidden=${status === 'failed'}><slot name=${slotName}></slot></div>
        ${status === 'loading' ? renderGhost(isLine ? 1 : 3) : nothing}
        ${status === 'failed' ? renderFailed(i18n, this.#tryAgain) : nothing}
      </div>
      <span class="probe" @transitionend=${this.#dress}></span>
      <span class="sr" role="status">${status === 'loading' ? i18n.t('card.loading') : nothing}</span>`;
  }

  readonly #dress = (): void => {
    this.requestUpdate();
  };

  readonly #tryAgain = (): void => {
    this.#stripe.retry();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'stripe-card': StripeCardElement;
  }
}
