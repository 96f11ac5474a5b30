import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back whenever the page may have slept or lost the network: one place for all of a page's life cycle. */
export class LifecycleController implements ReactiveController {
  readonly #onWake: (restored: boolean) => void;
  #listening: AbortController | undefined;

  /** @param onWake `restored`: the shopper came back to a page they had left */
  constructor(host: ReactiveControllerHost, onWake: (restored: boolean) => void) {
    this.#onWake = onWake;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const wake = ({ type }: Event): void => {
      if (document.visibilityState === 'visible') this.#onWake(type === 'pageshow');
    };
    addEventListener('online', wake, { signal });
    // `persisted`: back from the back/forward cache, where everything on the screen is old.
    addEventListener('pageshow', (event) => event.persisted && wake(event), { signal });
    document.addEventListener('visibilitychange', wake, { signal });
    document.addEventListener('resume', wake, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }
}
