import type { Clock } from '../clock.js';
import type { ReadResult } from './api.js';

/** How long to wait before the next read: fast while the shopper is likely to be looking, slower later. */
const PACES: readonly { readonly untilMs: number; readonly everyMs: number }[] = [
  { untilMs: 60_000, everyMs: 2_000 },
  { untilMs: 300_000, everyMs: 5_000 },
  { untilMs: Infinity, everyMs: 10_000 },
];

/** Asks again and again while it is on; the next question is only planned once the last is answered. */
export class Poll {
  readonly #clock: Clock;
  readonly #minMs: number;
  readonly #ask: () => Promise<{ readonly waitMs?: number }>;
  #startedAt: number | undefined;
  #endsAt = 0;
  #forMs = 0;
  #cancel: (() => void) | undefined;
  #failures = 0;

  constructor(clock: Clock, minMs: number, ask: () => Promise<{ readonly waitMs?: number }>) {
    this.#clock = clock;
    this.#minMs = minMs;
    this.#ask = ask;
  }

  /** Turns polling on, for `forMs` from now, or off; setting what is set already changes nothing. */
  set(on: boolean, forMs = Infinity): void {
    const wanted = on ? forMs : 0;
    if (wanted === this.#forMs) return;
    const now = this.#clock.now();
    this.#cancel?.();
    this.#forMs = wanted;
    this.#endsAt = now + wanted;
    this.#startedAt = on ? now : undefined;
    this.#failures = 0;
    if (on) this.#plan(0);
  }

  /** Starts the fast pace afresh: somebody is looking again, and has asked just now. */
  hurry(): void {
    if (this.#startedAt === undefined) return;
    this.#startedAt = this.#clock.now();
    // After a failure the server's own pace counts.
    if (this.#failures > 0) return;
    this.#cancel?.();
    this.#plan(0);
  }

  #plan(extraMs: number): void {
    const now = this.#clock.now();
    if (now >= this.#endsAt) this.#startedAt = undefined;
    if (this.#startedAt === undefined) return;
    const elapsed = now - this.#startedAt;
    const pace = PACES.find(({ untilMs }) => elapsed < untilMs)?.everyMs ?? this.#minMs;
    this.#cancel = this.#clock.schedule(() => void this.#turn(), Math.max(pace, this.#minMs, extraMs));
  }

  async #turn(): Promise<void> {
    // A question that fails in a way nobody foresaw is asked again all the same.
    const { waitMs } = await this.#ask().catch(() => ({ waitMs: 0 }));
    if (this.#startedAt === undefined) return;
    this.#failures = waitMs === undefined ? 0 : this.#failures + 1;
    this.#cancel?.();
    this.#plan(waitMs === undefined ? 0 : Math.max(waitMs, Math.min(15_000, 1_000 * 2 ** this.#failures)));
  }
}

/** How long a read that failed puts off the next; a read that was answered does not. */
export const waitAfter = (result: ReadResult | undefined): { readonly waitMs?: number } =>
  result?.type === 'failed' ? { waitMs: result.retryAfterMs ?? 0 } : {};
