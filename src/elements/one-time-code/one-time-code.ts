import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { methodRecord } from '../../core/payment-methods/index.js';
import type { NextAction } from '../../core/session/session.js';
import { countriesOfNetworks } from '../../core/validation/mobile-networks.js';
import { normalizeOneTimeCode, validateOneTimeCode } from '../../core/validation/one-time-code.js';
import { controlsStyles } from '../../theme/controls.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { resendStyles } from '../action-screen/resend-controller.styles.js';
import { ResendController } from '../action-screen/resend-controller.js';
import { isDialled, isolate } from '../dial-code.js';
import { formatMobileNumber } from '../mobile-number.js';
import { oneTimeCodeStyles } from './one-time-code.styles.js';

type OneTimeCode = Extract<NextAction, { type: 'one_time_code' }>;

/**
 * Asks for the code that was sent to the shopper's phone.
 *
 * @summary One-time code
 * @tag one-time-code
 * @csspart input - the input
 * @csspart title - the heading
 * @csspart facts - what is paid, to whom and until when
 * @csspart message - the sentence below the heading
 * @csspart button - the main button
 * @csspart ways - the ways on and out
 * @csspart field - a label, its control and its note
 * @csspart label - a label
 * @csspart error - what is wrong with a field
 * @csspart alert - a notice
 * @csspart link - a button that looks like a link
 * @csspart secondary-button - a button of less weight
 */
export class OneTimeCodeElement extends ActionElement<'one_time_code'> {
  static override readonly styles = [
    tokensStyles,
    controlsStyles,
    actionScreenStyles,
    resendStyles,
    oneTimeCodeStyles,
  ];

  protected override readonly actionType = 'one_time_code';

  @state() private _error: '' | 'error.code' | 'error.wrongCode' = '';

  readonly #resend = new ResendController(
    this,
    () => this.serverNow(),
    () => {
      this.dispatch({ type: 'resend_requested' });
    },
  );
  #answered: unknown;
  #asked: unknown;
  #paymentId: string | undefined;

  protected override willUpdate(): void {
    const { failure, currentPayment } = this;
    this.#resend.set(this.currentAction?.resendAfter, this.asking !== undefined);
    if (currentPayment?.id !== this.#paymentId) this.#forget(currentPayment?.id);
    const asked = this.#asked;
    this.#asked = this.asking;
    if (failure === this.#answered) return;
    this.#answered = failure;
    if (failure?.code === 'invalid_request' && asked !== 'resend') this.#refuse('error.wrongCode');
  }

  /** The code of one payment is none of another one, where the element outlives the first. */
  #forget(paymentId: string | undefined): void {
    this.#paymentId = paymentId;
    this._error = '';
    if (this.#input) this.#input.value = '';
  }

  protected override render(): unknown {
    const action = this.currentAction;
    if (!action) return nothing;
    const { i18n, amount } = this;
    const isSending = this.asking === 'confirm';
    return html`<div class="screen">
      <h2 part="title">${i18n.t('code.title')}</h2>
      <p part="message">${this.#howToGet(action)} ${amount && i18n.t('code.sum', { amount })}</p>
      ${this.renderFacts()}
      <form novalidate @submit=${this.#confirm}>
        ${this.#renderInput()}
        <button class="primary" part="button" ?disabled=${this.asking !== undefined || this.isLeaving}>
          ${isSending ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}
          ${i18n.t('code.confirm')}
        </button>
      </form>
      ${this.renderFailure(this._error ? '' : undefined)}
      <div class="ways" part="ways">
        ${this.#resend.render(i18n, i18n.t('action.resend'))}
        ${this.renderLeave(i18n.t(this.#hasNumber ? 'phone.change' : 'checkout.another'))}
      </div>
    </div>`;
  }

  /** The code is sent, or it is dialled for: the network's own menu tells it. */
  #howToGet({ length: digits, dial = '', phone = '', network = '' }: OneTimeCode): string {
    if (isDialled(dial)) return this.i18n.t('code.dial', { digits, count: digits, code: isolate(dial) });
    const countries = countriesOfNetworks([network], this.currentPayment?.currency);
    const number = isolate(formatMobileNumber(phone, countries));
    return this.i18n.t(phone ? 'code.textTo' : 'code.text', { digits, count: digits, phone: number });
  }

  /** Whether the method's own form asks for a number, which can then be another one. */
  get #hasNumber(): boolean {
    return methodRecord(this.currentPayment?.method ?? '')?.form === 'mobile_money';
  }

  #renderInput(): TemplateResult {
    const { i18n, _error: error } = this;
    return html`<div class="field" part="field">
      <label for="code" part="label">${i18n.t('code.label')}</label>
      <input
        id="code"
        name="code"
        part="input"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="done"
        required
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? 'code-error' : nothing}
        @input=${this.#clearError}
      />
      <div class="room error" data-room=${i18n.t('error.wrongCode')}>
        ${error ? html`<p part="error" id="code-error">${i18n.t(error)}</p>` : nothing}
      </div>
    </div>`;
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  readonly #clearError = (): void => {
    this._error = '';
  };

  readonly #confirm = (event: Event): void => {
    event.preventDefault();
    const typed = this.#input?.value ?? '';
    if (!validateOneTimeCode(typed, this.currentAction?.length ?? 0).isValid) {
      this.#refuse('error.code');
      return;
    }
    this.dispatch({ type: 'code_entered', code: normalizeOneTimeCode(typed) });
  };

  #refuse(error: 'error.code' | 'error.wrongCode'): void {
    this._error = error;
    this.#input?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'one-time-code': OneTimeCodeElement;
  }
}
