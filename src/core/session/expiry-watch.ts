import type { Clock } from '../clock.js';

/** Clocks differ by a little: ask just after the moment, and not more often than this. */
const SLACK_MS = 500;
const AGAIN_MS = 5_000;
/** Timers of the platform overflow after 24 days. */
const LONGEST_TIMER_MS = 3_600_000;

/** Calls when a session's time should be over by the server's clock. Whether it is, only the server says. */
export class ExpiryWatch {
  readonly #clock: Clock;
  readonly #serverNow: () => number;
  readonly #onPassed: () => void;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, serverNow: () => number, onPassed: () => void) {
    this.#clock = clock;
    this.#serverNow = serverNow;
    this.#onPassed = onPassed;
  }

  /** @param expiresAt milliseconds since the epoch; `undefined` stops watching */
  watch(expiresAt: number | undefined, atLeastMs = SLACK_MS): void {
    this.#cancel?.();
    this.#cancel = undefined;
    if (expiresAt === undefined) return;
    const inMs = Math.max(expiresAt + SLACK_MS - this.#serverNow(), atLeastMs);
    this.#cancel = this.#clock.schedule(
      () => {
        // Watched again before it is told, so that what it causes can call it off.
        this.watch(expiresAt, AGAIN_MS);
        if (this.#serverNow() >= expiresAt) this.#onPassed();
      },
      Math.min(inMs, LONGEST_TIMER_MS),
    );
  }
}
