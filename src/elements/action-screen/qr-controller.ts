import { html, type LitElement, type TemplateResult } from 'lit';
import type { I18n } from '../../i18n/create-i18n.js';
import { LazyElements } from '../lazy.js';

/** A text to scan. Its file comes by itself: whatever becomes of it, the text can be copied. */
export class QrController {
  readonly #lazy: LazyElements;

  constructor(host: LitElement) {
    this.#lazy = new LazyElements(host);
  }

  render(text: string, name: string, i18n: I18n): TemplateResult {
    return this.#lazy.need('payment-qr-code')
      ? html`<payment-qr-code class="qr" exportparts="qr" .text=${text} .name=${name}></payment-qr-code>`
      : html`<div class="qr missing">
          <p class="muted small">${i18n.t('checkout.partFailed')}</p>
          <button type="button" class="secondary" part="secondary-button" @click=${this.#retry}>
            ${i18n.t('checkout.retry')}
          </button>
        </div>`;
  }

  readonly #retry = (): void => {
    this.#lazy.retry();
  };
}
