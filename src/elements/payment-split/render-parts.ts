import { html, nothing, type TemplateResult } from 'lit';
import type { CheckoutSession } from '../../core/session/session.js';
import type { I18n } from '../../i18n/create-i18n.js';
import { merchantName } from '../session-words.js';
import { paidText } from './part-words.js';

/** What was paid of a session, how, and what is left of it. */
export function renderPaid(session: CheckoutSession, i18n: I18n): TemplateResult {
  const merchant = merchantName(session, i18n);
  const due = i18n.money(session.amount.due, session.currency);
  return html`<div class="notice paid" part="paid" role="status">
    <p><strong>${i18n.t('split.paid', { parts: paidText(session, i18n), due })}</strong></p>
    <p class="small">${i18n.t('split.back', { merchant })}</p>
  </div>`;
}

/** A part in words, and the way to take it out again. */
interface ShownPart {
  readonly name: string;
  readonly amount: string;
  readonly remove: () => unknown;
}

/** The parts that are set: each button names its part, for those who hear it alone. */
export const renderParts = (parts: readonly ShownPart[], i18n: I18n): unknown =>
  parts.length === 0
    ? nothing
    : html`<ul>
        ${parts.map(
          ({ name, amount, remove }, index) =>
            html`<li part="part">
              <bdi id="part-${index}">${name}</bdi>
              <bdi class="amount" id="sum-${index}">${amount}</bdi>
              <button
                type="button"
                class="link"
                part="link"
                id="remove-${index}"
                aria-labelledby="remove-${index} part-${index} sum-${index}"
                @click=${remove}
              >
                ${i18n.t('split.remove')}
              </button>
            </li>`,
        )}
      </ul>`;
