import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../core/navigation.js';
import { formatBoleto } from '../../core/validation/boleto.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { CopyController } from '../action-screen/copy-controller.js';
import { copyIcon, doneIcon } from '../action-screen/icons.js';
import { boletoPaymentStyles } from './boleto-payment.styles.js';

/**
 * A boleto to pay: its line of digits to copy, the slip as a PDF, when it is due, and that a bank takes days.
 *
 * @summary Pay by boleto
 * @tag boleto-payment
 */
export class BoletoPaymentElement extends ActionElement<'voucher'> {
  static override readonly styles = [tokensStyles, buttonsStyles, actionScreenStyles, boletoPaymentStyles];

  protected override readonly actionType = 'voucher';

  readonly #copy = new CopyController(this, 'line');

  protected override render(): unknown {
    const action = this.currentAction;
    if (!action) return nothing;
    const { i18n } = this;
    const { expiresAt } = action;
    const pdfUrl = safeUrl(action.pdfUrl);
    return html`<div class="screen">
      <h2>${i18n.t('boleto.title')}</h2>
      <p>${i18n.t('boleto.steps')}</p>
      <dl class="facts">
        <dt>${i18n.t('boleto.amount')}</dt>
        <dd><bdi>${this.amount}</bdi></dd>
        ${
          expiresAt === undefined
            ? nothing
            : html`<dt>${i18n.t('boleto.due')}</dt>
                <dd><bdi>${i18n.date(expiresAt)}</bdi></dd>`
        }
      </dl>
      ${this.#renderLine(action.line)} ${pdfUrl === undefined ? nothing : this.#renderPdf(pdfUrl)}
      <p class="muted small">${i18n.t('boleto.leave')}</p>
      ${this.renderFailure()}
      <div class="ways">${this.renderLeave(i18n.t('checkout.another'))}</div>
    </div>`;
  }

  #renderLine(line: string): TemplateResult {
    const { i18n } = this;
    const { result } = this.#copy;
    return html`<div class="field">
        <label for="line">${i18n.t('boleto.line')}</label>
        <textarea id="line" readonly rows="2" spellcheck="false" .value=${formatBoleto(line)}></textarea>
      </div>
      <button type="button" class="primary" @click=${() => this.#copy.copy(line.replace(/\D/g, ''))}>
        ${result === 'copied' ? doneIcon() : copyIcon()}
        ${i18n.t(result === 'copied' ? 'action.copied' : 'boleto.copy')}
      </button>
      <div role="status">
        <p class=${result === 'selected' ? 'small' : 'sr'}>
          ${result === 'none' ? nothing : i18n.t(result === 'copied' ? 'action.copied' : 'action.copyYourself')}
        </p>
      </div>`;
  }

  #renderPdf(url: string): TemplateResult {
    return html`<a class="secondary" href=${url} target="_blank" rel="noopener noreferrer"
      >${this.i18n.t('boleto.pdf')}<span class="sr"> (${this.i18n.t('action.newTab')})</span></a
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'boleto-payment': BoletoPaymentElement;
  }
}
