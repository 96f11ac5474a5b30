import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TICK_MS = 1_000;
/** A tick that comes this much too late or too early: the machine slept, or its clock was set. */
const GAP_MS = 5_000;

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
    const wake = (event?: Event): void => {
      if (document.visibilityState === 'visible') this.#onWake(event?.type === 'pageshow');
    };
    addEventListener('online', wake, { signal });
    // `persisted`: back from the back/forward cache, where everything on the screen is old.
    addEventListener('pageshow', (event) => event.persisted && wake(event), { signal });
    document.addEventListener('visibilitychange', wake, { signal });
    document.addEventListener('resume', wake, { signal });
    // A lid that is closed and opened again gives no sign of its own.
    let ticked = Date.now();
    const timer = setInterval(() => {
      const gap = Date.now() - ticked;
      ticked += gap;
      if (Math.abs(gap - TICK_MS) > GAP_MS) wake();
    }, TICK_MS);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
    });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }
}
