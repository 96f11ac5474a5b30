import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { readBoleto, type Boleto } from '../../core/boleto/read-boleto.js';
import { safeUrl } from '../../core/navigation.js';
import type { NextAction } from '../../core/session/session.js';
import { formatBoleto } from '../../core/validation/boleto.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { copyStyles } from '../action-screen/copy-controller.styles.js';
import { CopyController } from '../action-screen/copy-controller.js';
import { boletoPaymentStyles } from './boleto-payment.styles.js';
import { itfBarcode, renderBarcode, type Barcode } from './itf-barcode.js';

type Voucher = Extract<NextAction, { type: 'voucher' }>;

/**
 * A boleto to pay: its line of digits to copy, its bar code to scan, the slip as a PDF, when it is due, and that a bank
 * takes days. A boleto with a wrong check digit, another bar code or another amount than the one to pay is not shown at all.
 *
 * @summary Pay by boleto
 * @tag boleto-payment
 * @fires {CheckoutErrorEvent} checkout-error - the boleto is not valid (`boleto_line_invalid`)
 * @csspart barcode - the picture of the bar code
 * @csspart title - the heading
 * @csspart message - the sentence below the heading
 * @csspart facts - what is paid, to whom and until when
 * @csspart alert - a notice
 * @csspart ways - the ways on and out
 * @csspart secondary-button - a button of less weight
 * @csspart button - the main button
 * @csspart link - a button that looks like a link
 * @csspart label - a label
 * @csspart code - the text to copy
 */
export class BoletoPaymentElement extends ActionElement<'voucher'> {
  static override readonly styles = [
    tokensStyles,
    buttonsStyles,
    actionScreenStyles,
    copyStyles,
    boletoPaymentStyles,
  ];

  protected override readonly actionType = 'voucher';

  readonly #copy = new CopyController(this);
  #checked = '';
  #fault = '';
  #boleto: Boleto | undefined;
  #barcode: Barcode | undefined;

  protected override willUpdate(): void {
    if (this.currentAction) this.#check(this.currentAction);
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.#fault) this.reportBroken('boleto_line_invalid', this.#fault, this.#checked);
  }

  protected override render(): unknown {
    const { i18n, currentAction: action } = this;
    if (!action) return nothing;
    return this.#boleto
      ? this.#renderBoleto(action, this.#boleto)
      : this.renderBroken(
          i18n.t('boleto.invalidTitle'),
          i18n.t('boleto.invalid'),
          i18n.t('checkout.another'),
        );
  }

  #renderBoleto(action: Voucher, { line }: Boleto): TemplateResult {
    const { i18n } = this;
    const { expiresAt } = action;
    const pdfUrl = safeUrl(action.pdfUrl);
    return html`<div class="screen">
      <h2 part="title">${i18n.t('boleto.title')}</h2>
      <p part="message">${i18n.t('boleto.steps')}</p>
      ${this.renderFacts(i18n.t('boleto.amount'), this.amount, '', [
        i18n.t('boleto.due'),
        expiresAt === undefined ? '' : i18n.date(expiresAt),
      ])}
      ${this.#copy.render(
        {
          text: line,
          shown: formatBoleto(line),
          label: i18n.t('boleto.line'),
          button: i18n.t('boleto.copy'),
          rows: 2,
        },
        i18n,
      )}
      ${this.#barcode ? renderBarcode(this.#barcode, i18n.t('boleto.barcode')) : nothing}
      ${pdfUrl === undefined ? nothing : this.#renderPdf(pdfUrl)}
      <p class="muted small">${i18n.t('boleto.leave')}</p>
      ${this.renderFailure()}
      <div class="ways" part="ways">${this.renderLeave(i18n.t('checkout.another'))}</div>
    </div>`;
  }

  #renderPdf(url: string): TemplateResult {
    return html`<a
      class="secondary"
      part="secondary-button"
      href=${url}
      target="_blank"
      rel="noopener noreferrer"
      >${this.i18n.t('boleto.pdf')}<span class="sr"> (${this.i18n.t('action.newTab')})</span></a
    >`;
  }

  /** Reads each boleto once; the line that is shown and copied, and the bars, come from what was read. */
  #check(action: Voucher): void {
    const due = this.currentPayment?.amount ?? this.session?.amount.due;
    const checked = [action.line, action.barcode, due].join(' ');
    if (checked === this.#checked) return;
    this.#checked = checked;
    this.#fault = '';
    this.#boleto = this.#barcode = undefined;
    try {
      const boleto = readBoleto(action, due);
      this.#boleto = boleto;
      this.#barcode = itfBarcode(boleto.barcode);
    } catch (error) {
      this.#fault = (error as Error).message;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'boleto-payment': BoletoPaymentElement;
  }
}
