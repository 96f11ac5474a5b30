import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { CheckoutStore } from '../../controllers/checkout-store.js';

/** `I have paid, check now`: asks the server at once, and says that it is being asked. */
export class CheckController {
  readonly #host: LitElement;
  #isAsked = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** Another code is on the screen: of this one nothing was asked. */
  reset(): void {
    this.#isAsked = false;
  }

  render(store: CheckoutStore | undefined, label: string, asking: string): TemplateResult {
    const ask = (): void => {
      this.#isAsked = true;
      store?.dispatch({ type: 'session_requested' });
      this.#host.requestUpdate();
    };
    return html`<button type="button" class="secondary" @click=${ask}>${label}</button>
      <div role="status">${this.#isAsked ? html`<p class="muted small">${asking}</p>` : nothing}</div>`;
  }
}
