import type { Clock } from '../../src/core/clock.js';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

/** Turns of the event loop in which nothing moves before everything counts as settled. */
const QUIET_TURNS = 2;

const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A clock for thousands of short lives: like `SimulatedClock`, but it waits for what is under way (`track`) instead of
 * for a fixed number of timers, which costs microseconds and not milliseconds.
 */
export class QuickClock implements Clock {
  #now = Date.UTC(2026, 10, 20, 12, 0, 0);
  #order = 0;
  #underWay = 0;
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  schedule(callback: () => void, delayMs: number): () => void {
    const timer = { at: this.#now + Math.max(0, delayMs), order: this.#order++, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Counts `work` as under way until it is settled. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work;
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Lets everything happen that needs no time to pass. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet += this.#underWay === 0 ? 1 : 0) await turn();
  }

  /** Lets `ms` pass with everything that falls due, or less where `enough` says so. */
  async pass(ms: number, enough: () => boolean = () => false): Promise<void> {
    const end = this.#now + ms;
    await this.settle();
    while (!enough()) {
      const next = this.#next(end);
      if (!next) {
        this.#now = end;
        return;
      }
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
      await this.settle();
    }
  }

  /** The first timer due by `end`. */
  #next(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.#timers)
      if (
        timer.at <= end &&
        (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
      )
        first = timer;
    return first;
  }
}
