import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { parseBrCode, type BrCode } from '../../core/pix/br-code.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { CheckController } from '../action-screen/check-controller.js';
import { copyStyles } from '../action-screen/copy-controller.styles.js';
import { CopyController } from '../action-screen/copy-controller.js';
import { qrStyles } from '../action-screen/qr-controller.styles.js';
import { QrController } from '../action-screen/qr-controller.js';
import { RenewController } from '../action-screen/renew-controller.js';

/**
 * A Pix charge to pay: the code to copy, the same code to scan, whom it pays and how long it lasts. A code with a wrong
 * checksum or another amount than the one to pay is not shown at all.
 *
 * @summary Pay by Pix
 * @tag pix-payment
 * @fires {CheckoutErrorEvent} checkout-error - the code is not valid (`pix_code_invalid`)
 * @csspart qr - the picture of the code
 * @csspart title - the heading
 * @csspart message - the sentence below the heading
 * @csspart facts - what is paid, to whom and until when
 * @csspart ways - the ways on and out
 * @csspart alert - a notice
 * @csspart button - the main button
 * @csspart link - a button that looks like a link
 * @csspart countdown - the time that is left
 * @csspart label - a label
 * @csspart code - the text to copy
 * @csspart secondary-button - a button of less weight
 */
export class PixPaymentElement extends ActionElement<'qr_code'> {
  static override readonly styles = [tokensStyles, buttonsStyles, actionScreenStyles, copyStyles, qrStyles];

  protected override readonly actionType = 'qr_code';

  readonly #copy = new CopyController(this);
  readonly #check = new CheckController(this);
  readonly #renew = new RenewController((...how) => this.renderLeave(...how));
  readonly #qr = new QrController(this);
  #checked = '';
  #fault = '';
  #code: BrCode | undefined;

  protected override willUpdate(): void {
    const action = this.currentAction;
    this.countdown.endsAt = action?.expiresAt;
    if (action) this.#read(action.data);
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.#fault) this.reportBroken('pix_code_invalid', this.#fault, this.#checked);
  }

  protected override render(): unknown {
    const { i18n, currentAction: action } = this;
    if (!action) return nothing;
    if (!this.#code)
      return this.renderBroken(i18n.t('pix.invalidTitle'), i18n.t('pix.invalid'), i18n.t('checkout.another'));
    return this.countdown.leftMs === 0 ? this.#renderOver() : this.#renderCode(action.data, this.#code);
  }

  #renderCode(data: string, code: BrCode): TemplateResult {
    const { i18n } = this;
    const payee = code.merchantName;
    const only = code.kind === 'recurring' ? 'Recurring' : '';
    const amount = only ? i18n.t('pix.asked') : this.amount;
    return html`<div class="screen">
      <h2 part="title">${i18n.t(`pix.title${only}`)}</h2>
      <p part="message">${i18n.t(`pix.steps${only}`)}</p>
      ${this.renderFacts(i18n.t('pix.amount'), amount, payee)}
      <div class="pair">
        ${this.#copy.render(
          { text: data, label: i18n.t('pix.code'), button: i18n.t('pix.copy'), rows: 1 },
          i18n,
        )}
        ${this.#qr.render(data, i18n.t(`pix.qr${only}`, { amount, payee }), i18n)}
      </div>
      <p class="muted small">${i18n.t(`pix.advice${adviceOf(code)}`, { amount })}</p>
      ${this.renderFailure()}
      <div class="ways" part="ways">
        ${this.#renderCheck()} ${this.renderLeave(i18n.t('checkout.another'))}
      </div>
    </div>`;
  }

  #renderOver(): TemplateResult {
    const { i18n, currentPayment } = this;
    return html`<div class="screen">
      <h2 part="title">${i18n.t('pix.overTitle')}</h2>
      <div role="alert"><p class="muted">${i18n.t('pix.over')}</p></div>
      ${this.renderFailure()}
      <div class="ways" part="ways">
        ${this.#renew.render(this.checkout.store, currentPayment, i18n, i18n.t('pix.renew'), this.#renderCheck())}
      </div>
    </div>`;
  }

  #renderCheck(): TemplateResult {
    return this.#check.render(this.checkout.store, this.#checked, this.i18n);
  }

  /** Reads each code once; everything that is shown of it comes from this one string. */
  #read(data: string): void {
    const due = this.currentPayment?.amount ?? this.session?.amount.due;
    const checked = `${data} ${String(due)}`;
    if (checked === this.#checked) return;
    this.#checked = checked;
    this.#fault = '';
    this.#code = undefined;
    try {
      const code = parseBrCode(data);
      const { amount } = code;
      // Minor units of BRL; many codes leave the amount to the bank's own question.
      if (amount !== undefined && amount !== (due ?? amount))
        throw new Error('The Pix code asks for another amount than the one to pay.');
      this.#code = code;
    } catch (error) {
      this.#fault = (error as Error).message;
    }
  }
}

/** What there is to look at in the bank app: by the code, the app asks or shows more than a payee and an amount. */
const adviceOf = ({ kind, amount, recurrenceUrl }: BrCode): '' | 'Recurring' | 'Both' | 'Open' =>
  kind === 'recurring'
    ? 'Recurring'
    : recurrenceUrl
      ? 'Both'
      : kind === 'static' && amount === undefined
        ? 'Open'
        : '';

declare global {
  interface HTMLElementTagNameMap {
    'pix-payment': PixPaymentElement;
  }
}
