import { html, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { I18n } from '../../i18n/create-i18n.js';

/** What is copied, and its translated words. */
export interface CopyText {
  /** What goes to the clipboard. */
  readonly text: string;
  /** How it is shown; the text itself where it is left out. */
  readonly shown?: string;
  readonly label: string;
  readonly button: string;
  /** Lines of the field. */
  readonly rows: number;
}

const SHOWN_MS = 4_000;

/** A text to copy: a button, and the text in a field of its own, for browsers that grant no copy and for the eye. */
export class CopyController implements ReactiveController {
  protected readonly host: LitElement;
  /** How the last copy went; `selected`: the browser refused, and the shopper has to press the keys. */
  protected result: 'none' | 'copied' | 'selected' = 'none';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.result = 'none';
  }

  render({ text, shown = text, label, button, rows }: CopyText, i18n: I18n): TemplateResult {
    const copied = this.result === 'copied' ? i18n.t('action.copied') : '';
    const isSelected = this.result === 'selected';
    const other = copied ? button : i18n.t('action.copied');
    const keep = (event: ClipboardEvent): void => {
      this.#keepWhole(event, text);
    };
    return html`<div class="copy">
      <label
        >${label}${
          rows === 1
            ? html`<input
                class="copied"
                part="code"
                readonly
                spellcheck="false"
                .value=${shown}
                @copy=${keep}
              />`
            : html`<textarea
                class="copied"
                part="code"
                readonly
                rows=${rows}
                spellcheck="false"
                .value=${shown}
                @copy=${keep}
              ></textarea>`
        }
        <span class="paper" aria-hidden="true" data-text=${shown}></span>
      </label>
      <button type="button" class="primary" part="button" @click=${() => this.copy(text)}>
        <span class="room" data-room=${other}
          ><span>${copied ? doneIcon : copyIcon} ${copied || button}</span></span
        >
      </button>
      <div role="status">
        <p class=${isSelected ? 'small' : 'sr'}>${isSelected ? i18n.t('action.copyYourself') : copied}</p>
      </div>
    </div>`;
  }

  protected async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#show('copied');
    } catch {
      // No clipboard: an insecure page, a frame without the permission, or a shopper who said no.
      this.#show((await this.#copySelected()) ? 'copied' : 'selected');
    }
  }

  protected drawnField(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.host.renderRoot.querySelector('.copied');
  }

  /** The field whose text is selected where it cannot be copied. */
  protected field(): ReturnType<CopyController['drawnField']> | Promise<HTMLTextAreaElement | null> {
    return this.drawnField();
  }

  async #copySelected(): Promise<boolean> {
    const before = (this.host.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
    const field = await this.field();
    field?.focus();
    field?.select();
    // The old way, and the only one left on pages without the Clipboard API.
    const isCopied = document.execCommand('copy');
    // Only who has to press the keys needs to be where the text is.
    if (isCopied) before?.focus();
    return isCopied;
  }

  /** The whole of it is copied as it is paid, by whatever hand: bare, where it is shown in groups. */
  #keepWhole(event: ClipboardEvent, text: string): void {
    const field = this.drawnField();
    if (!field || field.selectionStart !== 0 || field.selectionEnd !== field.value.length) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  }

  #show(result: 'none' | 'copied' | 'selected'): void {
    clearTimeout(this.#timer);
    this.result = result;
    this.host.requestUpdate();
    if (result !== 'copied') return;
    this.#timer = setTimeout(() => {
      this.#show('none');
    }, SHOWN_MS);
  }
}

export const doneIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path class="done" pathLength="1" d="m5 12.5 4.5 4.5L19 7.5" />
</svg>`;

export const copyIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M9 9h11v11H9zM15 9V4H4v11h5" />
</svg>`;
