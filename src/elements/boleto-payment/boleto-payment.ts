import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from '../../core/navigation.js';
import { formatBoleto } from '../../core/validation/boleto.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { CopyController } from '../action-screen/copy-controller.js';

/**
 * A boleto to pay: its line of digits to copy, the slip as a PDF, when it is due, and that a bank takes days.
 *
 * @summary Pay by boleto
 * @tag boleto-payment
 */
export class BoletoPaymentElement extends ActionElement<'voucher'> {
  static override readonly styles = [tokensStyles, buttonsStyles, actionScreenStyles];

  protected override readonly actionType = 'voucher';

  readonly #copy = new CopyController(this);

  protected override render(): unknown {
    const action = this.currentAction;
    if (!action) return nothing;
    const { i18n } = this;
    const { expiresAt, line } = action;
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
      ${this.#copy.render(
        {
          text: line.replace(/\D/g, ''),
          shown: formatBoleto(line),
          label: i18n.t('boleto.line'),
          button: i18n.t('boleto.copy'),
          rows: 2,
        },
        i18n,
      )}
      ${pdfUrl === undefined ? nothing : this.#renderPdf(pdfUrl)}
      <p class="muted small">${i18n.t('boleto.leave')}</p>
      ${this.renderFailure()}
      <div class="ways">${this.renderLeave(i18n.t('checkout.another'))}</div>
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
