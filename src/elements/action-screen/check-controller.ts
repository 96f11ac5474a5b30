import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CheckoutStore } from '../../controllers/checkout-store.js';
import type { I18n } from '../../i18n/create-i18n.js';

/** `I have paid, check now`: asks the server at once, and says that it is being asked. */
export class CheckController {
  readonly #host: LitElement;
  #askedOf: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** @param code the one that is on the screen: of another one nothing was asked */
  render(
    store: CheckoutStore | undefined,
    code: string,
    i18n: I18n,
    label = i18n.t('pix.check'),
    asking = i18n.t('pix.checking'),
  ): TemplateResult {
    const ask = (): void => {
      this.#askedOf = code;
      store?.dispatch({ type: 'session_requested' });
      this.#host.requestUpdate();
    };
    return html`<button type="button" class="secondary" part="secondary-button" @click=${ask}>
        ${label}
      </button>
      <div class="room muted small" data-room=${asking}>
        <div role="status">${code === this.#askedOf ? html`<p>${asking}</p>` : nothing}</div>
      </div>`;
  }
}
