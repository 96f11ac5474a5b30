import { html, type TemplateResult } from 'lit';
import type { I18n } from '../../i18n/create-i18n.js';

/** Stands where the fields will stand, in as many boxes. */
export const renderGhost = (boxes: number): TemplateResult =>
  html`<div class="ghost" aria-hidden="true">
    ${Array.from({ length: boxes }, () => html`<span></span>`)}
  </div>`;

/** In place of fields that could not be had, ours or Stripe's. */
export const renderFailed = (i18n: I18n, tryAgain: () => void): TemplateResult =>
  html`<div class="failed">
    <p class="notice danger" part="alert" role="alert">${i18n.t('card.failed')}</p>
    <button type="button" class="secondary" part="secondary-button" @click=${tryAgain}>
      ${i18n.t('checkout.retry')}
    </button>
  </div>`;
