import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CheckoutState } from '../core/machine/state.js';
import type { CheckoutStore } from './checkout-store.js';
import { forgetStore, requestStore } from './store-request.js';

/**
 * Ties an element to the checkout around it and redraws it when anything it shows may have changed.
 * `store` is `undefined` for an element that stands alone.
 */
export class CheckoutController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #store: CheckoutStore | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get store(): CheckoutStore | undefined {
    return this.#store;
  }

  get state(): CheckoutState {
    return this.#store?.state ?? { status: 'idle' };
  }

  hostConnected(): void {
    requestStore(this.#host, (store) => {
      this.#follow(store);
    });
  }

  /** A page may style every part, also of what stands inside `<checkout-session>`: each element hands its own on. */
  hostUpdated(): void {
    const host = this.#host;
    const named = host.shadowRoot?.querySelectorAll('[part],[exportparts]') ?? [];
    const names = [...named].map((each) => each.getAttribute('part') ?? each.getAttribute('exportparts'));
    const handedOn = [...new Set(names.join().split(/[ ,]+/))].join();
    // To write what is there already would style every part anew, on a page that has rules for parts.
    if (host.getAttribute('exportparts') !== handedOn) host.setAttribute('exportparts', handedOn);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    forgetStore(this.#host);
  }

  #follow(store: CheckoutStore): void {
    this.#unsubscribe?.();
    this.#store = store;
    this.#unsubscribe = store.subscribe(() => {
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }
}
