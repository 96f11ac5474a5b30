import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TICK_MS = 1_000;

/**
 * Time left until a moment by the server's clock. Counts by the clock and not by ticks, so that a throttled or sleeping
 * page shows the truth when it wakes.
 */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #now: () => number;
  #timer: ReturnType<typeof setInterval> | undefined;
  #endsAt: number | undefined;

  constructor(host: ReactiveControllerHost, now: () => number) {
    this.#host = host;
    this.#now = now;
    host.addController(this);
  }

  /** Milliseconds since the epoch, or `undefined` for no countdown. Safe to set on every update. */
  set endsAt(value: number | undefined) {
    this.#endsAt = value;
  }

  /** Milliseconds left, never below 0; `undefined` without an end. */
  get leftMs(): number | undefined {
    return this.#endsAt === undefined ? undefined : Math.max(0, this.#endsAt - this.#now());
  }

  /** `9:05`, or `1:02:05` from an hour on. */
  get text(): string {
    const seconds = Math.ceil((this.leftMs ?? 0) / 1000);
    const two = (value: number): string => String(value).padStart(2, '0');
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
    return hours > 0
      ? `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`
      : `${String(minutes)}:${two(seconds % 60)}`;
  }

  hostConnected(): void {
    this.#timer = setInterval(() => {
      if (this.#endsAt !== undefined) this.#host.requestUpdate();
    }, TICK_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
