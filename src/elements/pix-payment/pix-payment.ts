import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { CountdownController } from '../../controllers/countdown-controller.js';
import { parseBrCode, type BrCode } from '../../core/pix/br-code.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { CopyController } from '../action-screen/copy-controller.js';
import { renderTimeLeft } from '../action-screen/countdown-text.js';
import { pixPaymentStyles } from './pix-payment.styles.js';
import { qrOutline, renderQrCode, type QrOutline } from './qr-code.js';

/** A code that passed every check, and the picture of that same string. */
interface Shown {
  readonly data: string;
  readonly code: BrCode;
  readonly outline: QrOutline;
}

/**
 * A Pix charge to pay: the code to copy, the same code to scan, whom it pays and how long it lasts. A code with a wrong
 * checksum or another amount than the one to pay is not shown at all.
 *
 * @summary Pay by Pix
 * @tag pix-payment
 * @fires {CheckoutErrorEvent} checkout-error - the code is not valid (`pix_code_invalid`)
 * @csspart qr - the picture of the code
 */
export class PixPaymentElement extends ActionElement<'qr_code'> {
  static override readonly styles = [tokensStyles, buttonsStyles, actionScreenStyles, pixPaymentStyles];

  protected override readonly actionType = 'qr_code';

  @state() private _isAsked = false;

  readonly #countdown = new CountdownController(this, () => this.serverNow());
  readonly #copy = new CopyController(this);
  #checked = '';
  #shown: Shown | undefined;
  #fault = '';

  protected override willUpdate(): void {
    const action = this.currentAction;
    this.#countdown.endsAt = action?.expiresAt;
    if (action) this.#check(action.data);
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.#fault) this.reportBroken('pix_code_invalid', this.#fault, this.#checked);
  }

  protected override render(): unknown {
    if (!this.currentAction) return nothing;
    const { i18n } = this;
    if (!this.#shown)
      return this.renderBroken(i18n.t('pix.invalidTitle'), i18n.t('pix.invalid'), i18n.t('checkout.another'));
    return this.#countdown.leftMs === 0 ? this.#renderOver() : this.#renderCode(this.#shown);
  }

  #renderCode({ data, code, outline }: Shown): TemplateResult {
    const { i18n } = this;
    const payee = code.merchantName;
    return html`<div class="screen">
      <h2>${i18n.t('pix.title')}</h2>
      <p>${i18n.t('pix.steps')}</p>
      <div class="pix">
        <div class="code">
          <dl class="facts">
            <dt>${i18n.t('pix.payee')}</dt>
            <dd><bdi>${payee}</bdi></dd>
            <dt>${i18n.t('pix.amount')}</dt>
            <dd><bdi>${this.amount}</bdi></dd>
            ${this.#renderTime()}
          </dl>
          ${this.#copy.render(
            { text: data, label: i18n.t('pix.code'), button: i18n.t('pix.copy'), rows: 1 },
            i18n,
          )}
        </div>
        <div class="picture">${renderQrCode(outline, i18n.t('pix.qr', { amount: this.amount, payee }))}</div>
      </div>
      <p class="muted small">${i18n.t('pix.advice')}</p>
      ${this.renderFailure()}
      <div class="ways">${this.#renderCheck()} ${this.renderLeave(i18n.t('checkout.another'))}</div>
    </div>`;
  }

  #renderTime(): unknown {
    if (this.#countdown.leftMs === undefined) return nothing;
    return html`<dt>${this.i18n.t('action.timeLeft')}</dt>
      <dd>${renderTimeLeft(this.#countdown, this.i18n)}</dd>`;
  }

  #renderOver(): TemplateResult {
    const { i18n } = this;
    return html`<div class="screen">
      <h2>${i18n.t('pix.overTitle')}</h2>
      <div role="alert"><p>${i18n.t('pix.over')}</p></div>
      ${this.renderFailure()} ${this.renderLeave(i18n.t('pix.renew'), 'primary')}
      <div class="ways">${this.#renderCheck()}</div>
    </div>`;
  }

  #renderCheck(): TemplateResult {
    const { i18n } = this;
    return html`<button type="button" class="secondary" @click=${this.#checkNow}>
        ${i18n.t('pix.check')}
      </button>
      <div role="status">
        ${this._isAsked ? html`<p class="muted small">${i18n.t('pix.checking')}</p>` : nothing}
      </div>`;
  }

  readonly #checkNow = (): void => {
    this._isAsked = true;
    this.dispatch({ type: 'woken' });
  };

  /** Reads each code once; everything that is shown of it comes from this one string. */
  #check(data: string): void {
    const due = this.currentPayment?.amount ?? this.session?.amount.due;
    const checked = `${data} ${String(due)}`;
    if (checked === this.#checked) return;
    this.#checked = checked;
    this.#shown = undefined;
    this.#fault = '';
    this._isAsked = false;
    try {
      const code = parseBrCode(data);
      if (isAmount(code, due)) this.#shown = { data, code, outline: qrOutline(data) };
      else this.#fault = 'The Pix code asks for another amount than the one to pay.';
    } catch (error) {
      this.#fault = error instanceof Error ? error.message : 'The Pix code is not valid.';
    }
  }
}

/** Minor units of BRL; many codes leave the amount to the bank's question. */
const isAmount = ({ amount }: BrCode, due: number | undefined): boolean =>
  amount === undefined || due === undefined || amount === due;

declare global {
  interface HTMLElementTagNameMap {
    'pix-payment': PixPaymentElement;
  }
}
