import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CheckoutState } from '../core/machine/state.js';
import { checkoutContext, type CheckoutStore } from './checkout-store.js';

/**
 * Ties an element to the checkout around it and redraws it when anything it shows may have changed.
 * `store` is `undefined` for an element that stands alone.
 */
export class CheckoutController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onStore: ((store: CheckoutStore) => void) | undefined;
  #store: CheckoutStore | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, onStore?: (store: CheckoutStore) => void) {
    this.#host = host;
    this.#onStore = onStore;
    host.addController(this);
    new ContextConsumer(host, {
      context: checkoutContext,
      subscribe: true,
      callback: (store) => {
        this.#follow(store);
      },
    });
  }

  get store(): CheckoutStore | undefined {
    return this.#store;
  }

  get state(): CheckoutState {
    return this.#store?.state ?? { status: 'idle' };
  }

  hostConnected(): void {
    if (this.#store && !this.#unsubscribe) this.#follow(this.#store);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #follow(store: CheckoutStore): void {
    this.#unsubscribe?.();
    this.#store = store;
    this.#unsubscribe = store.subscribe(() => {
      this.#host.requestUpdate();
    });
    this.#onStore?.(store);
    this.#host.requestUpdate();
  }
}
