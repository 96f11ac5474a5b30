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
  /** What its author's `exportparts` says, and what we made of it. */
  #named: readonly string[] = [];
  #handedOn: string | undefined;

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
    // Moved out of a checkout it shows, and serves, that one no longer.
    if (this.#store) this.#host.requestUpdate();
    this.#store = undefined;
    requestStore(this.#host, (store) => {
      this.#follow(store);
    });
  }

  /**
   * A page may style every part, also of what stands inside `<checkout-session>`: each element hands its own on, under
   * the names that the markup around it gives them.
   */
  hostUpdated(): void {
    const host = this.#host;
    const written = host.getAttribute('exportparts');
    if (written !== this.#handedOn) this.#named = written ? written.split(/\s*,\s*/) : [];
    const inner = host.shadowRoot?.querySelectorAll('[part],[exportparts]') ?? [];
    const names = [...inner].map((each) => each.getAttribute('part') ?? each.getAttribute('exportparts'));
    const own = names
      .join()
      .split(/[ ,]+/)
      .filter((name) => !this.#named.some((given) => given.split(/\s*:/)[0] === name));
    const handedOn = [...new Set([...this.#named, ...own])].join();
    // To write what is there already would style every part anew, on a page that has rules for parts.
    if (written !== handedOn) host.setAttribute('exportparts', handedOn);
    this.#handedOn = handedOn;
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
