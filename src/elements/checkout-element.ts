import { LitElement } from 'lit';
import { CheckoutController } from '../controllers/checkout-controller.js';
import { sharedI18n, type I18n } from '../i18n/create-i18n.js';

/** What every element of a checkout has: the store around it, and words, inside a checkout or alone. */
export abstract class CheckoutElement extends LitElement {
  protected readonly checkout = new CheckoutController(this);
  #unsubscribe: (() => void) | undefined;

  /** The checkout's own words; the page's for an element that stands alone. */
  protected get i18n(): I18n {
    if (this.checkout.store) return this.checkout.store.i18n;
    const i18n = sharedI18n();
    this.#unsubscribe ??= i18n.subscribe(() => {
      this.requestUpdate();
    });
    return i18n;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  /** An update that was asked for before the element was taken away must not bring it back into the form. */
  protected override shouldUpdate(): boolean {
    // In an arrangement of the merchant's it stands in the page, whose language may be another.
    if (this.checkout.store) this.lang = this.i18n.locale;
    return this.isConnected;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }
}
