import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { readEmvCode, type EmvCode } from '../../core/bank-transfer/read-emv-code.js';
import { safeUrl } from '../../core/navigation.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { CheckController } from '../action-screen/check-controller.js';
import { copyStyles } from '../action-screen/copy-controller.styles.js';
import { CopyController } from '../action-screen/copy-controller.js';
import { qrStyles } from '../action-screen/qr-controller.styles.js';
import { QrController } from '../action-screen/qr-controller.js';
import { networkName } from '../method-words.js';
import { walletCodeStyles } from './wallet-code.styles.js';

/** A code is typed by hand: what is longer, or holds more than letters, digits, dots and dashes, is none. */
const CODE = /^[\w .:-]{1,64}$/;

/**
 * A code to give to a wallet's own app: to type, to copy, to scan, or by a link that opens the app. Where no wallet is
 * named it is the QR code of a country's banks: one with a wrong checksum, or over another amount than the one to pay, is
 * not shown at all. Time that has run out is no failure; only the server says what became of the payment.
 *
 * @summary Pay with a code in the wallet's app
 * @tag wallet-code
 * @fires {CheckoutErrorEvent} checkout-error - the code is none (`wallet_code_invalid`)
 * @csspart qr - the picture of the code
 * @csspart title - the heading
 * @csspart message - the sentence below the heading
 * @csspart alert - a notice
 * @csspart ways - the ways on and out
 * @csspart facts - what is paid, to whom and until when
 * @csspart secondary-button - a button of less weight
 * @csspart button - the main button
 * @csspart link - a button that looks like a link
 * @csspart countdown - the time that is left
 * @csspart label - a label
 * @csspart code - the text to copy
 */
export class WalletCodeElement extends ActionElement<'wallet_code'> {
  static override readonly styles = [
    tokensStyles,
    buttonsStyles,
    actionScreenStyles,
    copyStyles,
    qrStyles,
    walletCodeStyles,
  ];

  protected override readonly actionType = 'wallet_code';

  readonly #copy = new CopyController(this);
  readonly #check = new CheckController(this);
  readonly #qr = new QrController(this);
  #drawn = '';
  #fault = '';
  /** Of a bank's code: whom it pays, and whether it says how much. */
  #bank: EmvCode | undefined;

  protected override willUpdate(): void {
    const action = this.currentAction;
    this.countdown.endsAt = action?.expiresAt;
    const { amount = this.session?.amount.due, currency = '' } = this.currentPayment ?? {};
    const drawn = `${action?.code ?? ''} ${action?.network ?? ''} ${amount ?? ''}`;
    if (!action || drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#fault = '';
    this.#bank = undefined;
    try {
      if (action.network === undefined) this.#bank = readEmvCode(action.code, amount, currency);
      else if (!CODE.test(action.code)) this.#fault = 'it is not one to type';
    } catch (error) {
      this.#fault = (error as Error).message;
    }
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.currentAction && this.#fault)
      this.reportBroken('wallet_code_invalid', `The payment code is not valid: ${this.#fault}.`, this.#drawn);
  }

  protected override render(): unknown {
    const { i18n, currentAction: action } = this;
    if (!action) return nothing;
    if (this.#fault)
      return this.renderBroken(
        i18n.t('action.brokenTitle'),
        i18n.t('action.broken'),
        i18n.t('checkout.another'),
      );
    const network = action.network && networkName(action.network);
    const isOver = this.countdown.leftMs === 0;
    const over = network ? i18n.t('wallet.over', { network }) : i18n.t('pix.over');
    return html`<div class="screen">
      <h2 part="title">${network ? i18n.t('wallet.title', { network }) : i18n.t('transfer.scanTitle')}</h2>
      <p part="message">${network ? i18n.t('wallet.text', { network }) : i18n.t('transfer.scanSteps')}</p>
      ${isOver ? nothing : this.#renderCode(action.code.trim(), safeUrl(action.deepLink), network)}
      <div role="status">${isOver ? html`<p class="notice" part="alert">${over}</p>` : nothing}</div>
      ${this.renderFailure()}
      <div class="ways" part="ways">
        ${isOver ? this.renderLeave(i18n.t('wallet.renew'), 'primary') : nothing}
        ${this.#renderCheck(network)}
        ${this.renderLeave(i18n.t(network ? 'phone.change' : 'checkout.another'))}
      </div>
    </div>`;
  }

  #renderCode(code: string, link: string | undefined, network: string | undefined): TemplateResult {
    const { i18n, amount } = this;
    const name = network ? i18n.t('wallet.qr', { network, amount }) : i18n.t('transfer.qr', { amount });
    const copy = { text: code, label: i18n.t('wallet.code'), button: i18n.t('wallet.copy'), rows: 1 };
    return html`${this.renderFacts(undefined, undefined, network ? undefined : (this.#bank?.payee ?? ''))}
      <div class="pair">
        <div class=${network ? 'copy typed' : 'copy'}>
          ${this.#copy.render(copy, i18n)}
          ${link === undefined || !network ? nothing : this.#renderLink(link, network)}
        </div>
        ${this.#qr.render(code, name, i18n)}
      </div>
      ${this.#bank ? this.#renderAdvice(this.#bank) : nothing}`;
  }

  #renderLink(link: string, network: string): TemplateResult {
    const { i18n } = this;
    return html`<a
      class="secondary"
      part="secondary-button"
      href=${link}
      target="_blank"
      rel="noopener noreferrer"
      >${i18n.t('wallet.open', { network })}<span class="sr"> (${i18n.t('action.newTab')})</span></a
    >`;
  }

  /** What to look at in the bank's app, whatever could be read of its code here. */
  #renderAdvice({ hasAmount }: EmvCode): TemplateResult {
    const { i18n, amount } = this;
    return html`<p class="muted small">
      ${hasAmount ? nothing : i18n.t('transfer.askedAmount', { amount })} ${i18n.t('transfer.checkPayee')}
      ${i18n.t('transfer.soon')}
    </p>`;
  }

  #renderCheck(network: string | undefined): TemplateResult {
    const { i18n } = this;
    const asking = network ? i18n.t('wallet.checking', { network }) : undefined;
    return this.#check.render(this.checkout.store, this.#drawn, i18n, i18n.t('wallet.check'), asking);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wallet-code': WalletCodeElement;
  }
}
