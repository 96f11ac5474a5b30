import { LitElement } from 'lit';
import { CheckoutController } from '../controllers/checkout-controller.js';
import { sharedI18n, type I18n } from '../i18n/create-i18n.js';
import { VERSION } from './define-element.js';

/** What every element inside a checkout has: the store around it, and words, with a checkout or without. */
export abstract class CheckoutElement extends LitElement {
  static readonly version = VERSION;

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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  /**
   * Takes the shopper to this element's heading when its screen appears, so that a screen reader starts there.
   * Elements without a heading of level 2 are left as they are.
   */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    const heading = this.renderRoot.querySelector('h2');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }
}
