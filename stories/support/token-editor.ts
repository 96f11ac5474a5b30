import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { deskStyles } from './desk.styles.js';
import { tokensOf, type Token } from './manifest.js';
import { toCss, toDtcg } from './token-export.js';
import { tokenFault } from './token-fault.js';

type Texts = Readonly<Record<string, string>>;

/**
 * Sets the checkout's custom properties by hand, and gives them away as a stylesheet and as design tokens. What a browser
 * cannot read is said beside its field and goes nowhere: the last value that could be read stays.
 */
export class TokenEditorElement extends LitElement {
  static override readonly styles = deskStyles;

  /** What is dressed with them. */
  @property({ attribute: false }) subject?: HTMLElement;

  /** Only what was changed, by name. */
  @state() private _values: Texts = {};
  /** What stands in the fields, also while it is half written. */
  @state() private _typed: Texts = {};
  /** What is wrong with it once its field was left. */
  @state() private _faults: Texts = {};
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
    const fault = this._faults[name];
    const set = ({ target, type }: Event): void => {
      this.#set(name, (target as HTMLInputElement).value, type === 'change');
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
          aria-invalid=${fault ? 'true' : 'false'}
          aria-describedby="${name}-fault ${name}-note"
          .value=${this._typed[name] ?? ''}
          @input=${set}
          @change=${set}
        />
      </div>
      <small id="${name}-fault" class="fault" role="alert"
        >${fault && `${fault} ${value ? `Until then it stays ${value}.` : 'Until then the default stays.'}`}</small
      >
      <small id="${name}-note">${description.replace(/^- /, '')}</small>
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

  /** @param isDone the field was left: what cannot be read now is wrong, and not only half written */
  #set(name: string, typed: string, isDone: boolean): void {
    const value = typed.trim();
    const fault = value && tokenFault(name, value);
    this._typed = { ...this._typed, [name]: typed };
    if (isDone || !fault) this._faults = { ...this._faults, [name]: fault };
    if (fault) return;
    const { [name]: _old, ...others } = this._values;
    this._values = value === '' ? others : { ...others, [name]: value };
    this.subject?.style.setProperty(name, value || null);
  }

  readonly #reset = (): void => {
    for (const name of Object.keys(this._typed)) this.#set(name, '', true);
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
