import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { goOnWithStripe, isOurPress } from '../../controllers/stripe-controller.js';
import { CheckoutError } from '../../core/errors.js';
import { CheckoutErrorEvent } from '../../events.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { stripeActionStyles } from './stripe-action.styles.js';

/**
 * A payment that goes on in Stripe's script: the confirmation of an intent, and the bank's question, which Stripe asks in a
 * window of its own on the page. What came of it is never taken from Stripe's answer: the API is asked.
 *
 * @summary Stripe goes on with the payment
 * @tag stripe-action
 * @fires {CheckoutErrorEvent} checkout-error - the session's action is not one of Stripe's (`unknown_sdk`), or Stripe
 *   refuses it (`stripe_refused`)
 * @csspart title - the heading
 * @csspart waiting - that it is being waited for
 * @csspart ways - the ways on and out
 * @csspart button - the main button
 * @csspart alert - a notice
 * @csspart link - a button that looks like a link
 */
export class StripeActionElement extends ActionElement<'sdk'> {
  static override readonly styles = [tokensStyles, buttonsStyles, actionScreenStyles, stripeActionStyles];

  protected override readonly actionType = 'sdk';

  @state() private _step: 'ask' | 'busy' | 'done' = 'ask';
  @state() private _error: CheckoutError | undefined;

  #payment: string | undefined;
  #isOurs = false;

  protected override willUpdate(): void {
    const { id } = this.currentPayment ?? {};
    if (id === this.#payment) return;
    this.#payment = id;
    const { store } = this.checkout;
    this._step = 'ask';
    this._error = undefined;
    // Only what the shopper has just pressed goes on by itself; after a reload they are asked first.
    this.#isOurs = store !== undefined && isOurPress(store, this.currentPayment);
    if (this.#isOurs) this.#goOn();
  }

  protected override updated(): void {
    if (this.currentAction && this.#secret === undefined)
      this.reportBroken('unknown_sdk', 'The next action is not one of Stripe’s.', this.currentAction.name);
  }

  protected override render(): unknown {
    const { i18n, amount } = this;
    if (!this.currentAction) return nothing;
    if (this.#secret === undefined)
      return this.renderBroken(
        i18n.t('action.brokenTitle'),
        i18n.t('action.broken'),
        i18n.t('checkout.another'),
      );
    const isWaiting = this._step !== 'ask';
    const error = this._error;
    const isDeclined = error?.kind === 'shopper';
    // Whether it was charged is for the API to say.
    const text = error && i18n.t(isDeclined ? 'challenge.unconfirmed' : 'challenge.lost');
    return html`<div class="screen">
      <h2 part="title">${i18n.t('challenge.finish', { amount })}</h2>
      ${this.renderFacts()} ${this.renderFailure(text)}
      <p class="waiting" part="waiting" role="status">
        ${
          isWaiting
            ? html`<span class="spinner" aria-hidden="true"></span><span>${i18n.t('challenge.here')}</span>`
            : nothing
        }
      </p>
      ${
        isWaiting
          ? nothing
          : html`<div class="ways" part="ways">
              ${isDeclined ? nothing : this.#renderGoOn(i18n.t(error ? 'checkout.retry' : 'challenge.go'))}
              ${this.renderLeave(i18n.t('checkout.another'))}
            </div>`
      }
    </div>`;
  }

  #renderGoOn(label: string): TemplateResult {
    return html`<button type="button" class="primary" part="button" @click=${this.#goOn}>${label}</button>`;
  }

  get #secret(): string | undefined {
    const action = this.currentAction;
    const data = action?.name === 'stripe' ? action.data.reveal() : undefined;
    const secret: unknown = typeof data === 'object' && data !== null && Reflect.get(data, 'clientSecret');
    return typeof secret === 'string' ? secret : undefined;
  }

  /** One at a time; while it is under way there is no way out, because nobody knows what would be left behind. */
  readonly #goOn = (): void => {
    const { store } = this.checkout;
    const secret = this.#secret;
    if (!store || secret === undefined || this._step === 'busy') return;
    this._step = 'busy';
    this._error = undefined;
    const payment = this.#payment;
    goOnWithStripe(store, secret, this.#isOurs)
      .then(
        () => 'done' as const,
        (error: unknown) => {
          if (payment === this.#payment) this.#tell(error);
          return 'ask' as const;
        },
      )
      .then((step) => {
        if (payment === this.#payment) this._step = step;
        this.dispatch({ type: 'session_requested' });
      })
      .catch(reportError);
  };

  #tell(error: unknown): void {
    this._error =
      error instanceof CheckoutError
        ? error
        : new CheckoutError({ kind: 'internal', code: 'processing_error', message: String(error) });
    if (this._error.kind !== 'integration') return;
    const event = new CheckoutErrorEvent(this._error.toData());
    this.dispatchEvent(event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stripe-action': StripeActionElement;
  }
}
