import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { safeUrl } from '../../core/navigation.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { CheckController } from '../action-screen/check-controller.js';
import { CopyController } from '../action-screen/copy-controller.js';
import { QrController } from '../action-screen/qr-controller.js';
import { networkName } from '../method-words.js';
import { walletCodeStyles } from './wallet-code.styles.js';

/** A code is typed by hand: what is longer, or holds more than letters, digits, dots and dashes, is none. */
const CODE = /^[\w .:-]{1,64}$/;

/**
 * A code to give to a wallet's own app: to type, to copy, to scan, or by a link that opens the app. Time that has run
 * out is no failure; only the server says what became of the payment.
 *
 * @summary Pay with a code in the wallet's app
 * @tag wallet-code
 * @fires {CheckoutErrorEvent} checkout-error - the code is none (`wallet_code_invalid`)
 * @csspart qr - the picture of the code
 */
export class WalletCodeElement extends ActionElement<'wallet_code'> {
  static override readonly styles = [tokensStyles, buttonsStyles, actionScreenStyles, walletCodeStyles];

  protected override readonly actionType = 'wallet_code';

  readonly #copy = new CopyController(this);
  readonly #check = new CheckController(this);
  readonly #qr = new QrController(this);

  protected override willUpdate(): void {
    this.countdown.endsAt = this.currentAction?.expiresAt;
  }

  protected override updated(_changed: PropertyValues): void {
    const { code } = this.currentAction ?? {};
    if (code !== undefined && !CODE.test(code))
      this.reportBroken('wallet_code_invalid', 'The wallet code is not one to type.', code);
  }

  protected override render(): unknown {
    const { i18n, currentAction: action } = this;
    if (!action) return nothing;
    if (!CODE.test(action.code))
      return this.renderBroken(
        i18n.t('action.brokenTitle'),
        i18n.t('action.broken'),
        i18n.t('checkout.another'),
      );
    const network = networkName(action.network);
    const isOver = this.countdown.leftMs === 0;
    return html`<div class="screen">
      <h2>${i18n.t('wallet.title', { network })}</h2>
      <p>${i18n.t('wallet.text', { network })}</p>
      ${isOver ? nothing : this.#renderCode(action.code, safeUrl(action.deepLink), network)}
      <div role="status">
        ${isOver ? html`<p class="notice">${i18n.t('wallet.over', { network })}</p>` : nothing}
      </div>
      ${this.renderFailure()}
      <div class="ways">
        ${isOver ? this.renderLeave(i18n.t('wallet.renew'), 'primary') : nothing}
        ${this.#renderCheck(action.code, network)}
        ${isOver ? nothing : this.renderLeave(i18n.t('phone.change'))}
      </div>
    </div>`;
  }

  #renderCode(code: string, link: string | undefined, network: string): TemplateResult {
    const { i18n, amount } = this;
    return html`<dl class="facts">
        <dt>${i18n.t('result.amount')}</dt>
        <dd><bdi>${amount}</bdi></dd>
        ${
          this.countdown.leftMs === undefined
            ? nothing
            : html`<dt>${i18n.t('action.timeLeft')}</dt>
                <dd>${this.renderTimeLeft()}</dd>`
        }
      </dl>
      ${
        link === undefined
          ? nothing
          : html`<a class="secondary" href=${link} target="_blank" rel="noopener noreferrer"
              >${i18n.t('wallet.open', { network })}<span class="sr"> (${i18n.t('action.newTab')})</span></a
            >`
      }
      ${this.#copy.render(
        { text: code, label: i18n.t('wallet.code'), button: i18n.t('wallet.copy'), rows: 1 },
        i18n,
      )}
      ${this.#qr.render(code, i18n.t('wallet.qr', { network, amount }), i18n)}`;
  }

  #renderCheck(code: string, network: string): TemplateResult {
    const { i18n } = this;
    const asking = i18n.t('wallet.checking', { network });
    return this.#check.render(this.checkout.store, code, i18n.t('wallet.check'), asking);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wallet-code': WalletCodeElement;
  }
}
