import type { ReactiveControllerHost } from 'lit';
import { CheckoutController } from '../controllers/checkout-controller.js';
import { CheckoutStore } from '../controllers/checkout-store.js';
import { createI18n, type I18n } from '../i18n/create-i18n.js';

/** The checkout around an element, or one of its own where the element stands alone (previews, documentation). */
export class ElementStore extends CheckoutController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  #own: CheckoutStore | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    super(host);
    this.#element = host;
  }

  get current(): CheckoutStore {
    return this.store ?? (this.#own ??= this.#createOwn());
  }

  get i18n(): I18n {
    return this.current.i18n;
  }

  #createOwn(): CheckoutStore {
    const own = new CheckoutStore(createI18n());
    own.subscribe(() => {
      this.#element.requestUpdate();
    });
    const page = this.#element.closest('[lang]')?.getAttribute('lang') ?? undefined;
    void own.i18n.setLocale([page, ...navigator.languages]);
    return own;
  }
}
