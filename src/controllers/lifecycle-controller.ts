import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back whenever the page may have slept or lost the network: one place for all of a page's life cycle. */
export class LifecycleController implements ReactiveController {
  readonly #onWake: () => void;
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost, onWake: () => void) {
    this.#onWake = onWake;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const wake = (): void => {
      if (document.visibilityState === 'visible') this.#onWake();
    };
    addEventListener('online', wake, { signal });
    // `persisted`: back from the back/forward cache, where everything on the screen is old.
    addEventListener('pageshow', (event) => event.persisted && wake(), { signal });
    document.addEventListener('visibilitychange', wake, { signal });
    document.addEventListener('resume', wake, { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }
}
