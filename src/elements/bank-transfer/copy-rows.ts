import { html, type TemplateResult } from 'lit';
import type { I18n } from '../../i18n/create-i18n.js';
import { CopyController, copyIcon, doneIcon } from '../action-screen/copy-controller.js';

/** One value of several, each with a button of its own. */
export interface CopyRow {
  readonly label: string;
  /** What goes to the clipboard. */
  readonly text: string;
  /** How it is read: its parts stand apart on the screen, and together in what is copied. */
  readonly shown: readonly string[];
}

/** Several texts to copy. Where the browser refuses, the value turns into a field that is selected, as it is pasted. */
export class CopyRowsController extends CopyController {
  #label = '';
  /** Two rows may have the same label, or the same text. */
  #copied = '';
  #opened = '';

  renderRow({ label, text, shown }: CopyRow, i18n: I18n): TemplateResult {
    const id = `${label} ${text}`;
    const isCopied = this.result === 'copied' && this.#copied === id;
    return html`<div class="row" role="group" aria-label=${label}>
      <span class="muted small" aria-hidden="true">${label}</span>
      ${
        this.#opened === id
          ? html`<textarea
              class="copied"
              part="code"
              readonly
              rows="1"
              aria-label=${label}
              .value=${text}
            ></textarea>`
          : html`<bdi class="value" part="value">${shown.map((part) => html`<span>${part}</span>`)}</bdi>`
      }
      <button
        type="button"
        aria-label=${i18n.t('transfer.copy', { label })}
        @click=${() => this.#copyRow(id, label, text)}
      >
        ${isCopied ? doneIcon : copyIcon}
      </button>
    </div>`;
  }

  /** What came of the last copy, for all rows. */
  renderResult(i18n: I18n): TemplateResult {
    const isSelected = this.result === 'selected';
    const copied = this.result === 'copied' ? i18n.t('transfer.copied', { label: this.#label }) : '';
    return html`<div role="status">
      <p class=${isSelected ? 'small' : 'sr'}>${isSelected ? i18n.t('transfer.selected') : copied}</p>
    </div>`;
  }

  protected override async field(): Promise<HTMLTextAreaElement | null> {
    this.#opened = this.#copied;
    this.host.requestUpdate();
    await this.host.updateComplete;
    return this.host.renderRoot.querySelector('textarea');
  }

  #copyRow(id: string, label: string, text: string): void {
    this.#copied = id;
    this.#label = label;
    this.#opened = '';
    void this.copy(text);
  }
}
