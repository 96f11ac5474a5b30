import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { deskStyles } from './desk.styles.js';
import { tokensOf, type Token } from './manifest.js';
import { toCss, toDtcg } from './token-export.js';

/** Sets the checkout's custom properties by hand, and gives them away as a stylesheet and as design tokens. */
export class TokenEditorElement extends LitElement {
  static override readonly styles = deskStyles;

  /** What is dressed with them. */
  @property({ attribute: false }) subject?: HTMLElement;

  /** Only what was changed, by name. */
  @state() private _values: Readonly<Record<string, string>> = {};
  @state() private _said = '';

  protected override render(): TemplateResult {
    return html`<h2>Tokens</h2>
      <div class="tokens">${tokensOf('checkout-session').map((token) => this.#renderToken(token))}</div>
      <div class="row"><button type="button" @click=${this.#reset}>Reset all</button></div>
      ${this.#renderExport('Stylesheet', toCss(this._values), 'checkout-tokens.css')}
      ${this.#renderExport('Design tokens (DTCG)', toDtcg(this._values), 'checkout.tokens.json')}
      <p role="status">${this._said}</p>`;
  }

  #renderToken({ name, description = '', default: preset = '' }: Token): TemplateResult {
    const value = this._values[name] ?? '';
    const set = ({ target }: Event): void => {
      this.#set(name, (target as HTMLInputElement).value);
    };
    const isColor = name.includes('-color-');
    return html`<div>
      <label for=${name}>${name.replace('--checkout-', '')}</label>
      <div class="pair">
        ${
          isColor
            ? html`<input
                type="color"
                aria-label="${name} as a colour"
                .value=${asHex(value || preset)}
                @input=${set}
              />`
            : ''
        }
        <input
          id=${name}
          type="text"
          spellcheck="false"
          placeholder=${preset}
          .value=${value}
          @input=${set}
        />
      </div>
      <small>${description.replace(/^- /, '')}</small>
    </div>`;
  }

  #renderExport(title: string, text: string, file: string): TemplateResult {
    return html`<label>${title}<textarea readonly rows="6" .value=${text}></textarea></label>
      <div class="row">
        <button type="button" @click=${() => this.#copy(title, text)}>Copy: ${title}</button>
        <button
          type="button"
          @click=${() => {
            download(file, text);
          }}
        >
          Download ${file}
        </button>
      </div>`;
  }

  #set(name: string, value: string): void {
    const { [name]: _old, ...others } = this._values;
    this._values = value === '' ? others : { ...others, [name]: value };
    this.subject?.style.setProperty(name, value || null);
  }

  readonly #reset = (): void => {
    for (const name of Object.keys(this._values)) this.#set(name, '');
  };

  async #copy(title: string, text: string): Promise<void> {
    this._said = await navigator.clipboard.writeText(text).then(
      () => `Copied: ${title}.`,
      () => 'This browser does not allow that: select the text and copy it.',
    );
  }
}

/** A colour field takes no other form. */
function asHex(color: string): string {
  const [, r = '', g = '', b = ''] = /^#(.)(.)(.)$/.exec(color) ?? [];
  return r ? `#${r}${r}${g}${g}${b}${b}` : /^#[\da-f]{6}$/i.test(color) ? color : '#000000';
}

function download(file: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text]));
  Object.assign(document.createElement('a'), { href, download: file }).click();
  URL.revokeObjectURL(href);
}

customElements.define('token-editor', TokenEditorElement);
