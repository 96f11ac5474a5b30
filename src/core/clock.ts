/** Time comes in as an argument, so that tests can move it. */
export interface Clock {
  /** Milliseconds since the Unix epoch, as they were when the page began, and never set back or forward since. */
  now(): number;
  /** Runs `callback` once after `delayMs`; the answer cancels it. */
  schedule(callback: () => void, delayMs: number): () => void;
}

/** The machine's own clock. Somebody who sets it while the page is open moves no deadline. */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  schedule(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

/** A clock that stands still until it is told to move: the tests' and the sandbox's. */
export class SimulatedClock implements Clock {
  #now: number;
  #order = 0;
  #timers: Timer[] = [];

  constructor(startMs = Date.UTC(2026, 10, 20, 12, 0, 0)) {
    this.#now = startMs;
  }

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

  /** Moves on by `ms` and runs what falls due, in order of time, then of scheduling. */
  advance(ms: number): void {
    const end = this.#now + ms;
    while (this.runNext(end));
    this.#now = end;
  }

  /**
   * Like `advance`, but gives promises between two timers a chance to settle, as a real event loop does.
   * Use it where the code under test awaits between timers. `settled` resolves when they have, where that is known.
   */
  async advanceAsync(ms: number, settled: () => Promise<void> = settle): Promise<void> {
    const end = this.#now + ms;
    await settled();
    while (this.runNext(end)) await settled();
    this.#now = end;
    await settled();
  }

  /** Runs the first timer due by `end`, the clock set to its time; false when none is. */
  runNext(end: number): boolean {
    const next = this.#timers
      .filter((timer) => timer.at <= end)
      .sort((a, b) => a.at - b.at || a.order - b.order)[0];
    if (!next) return false;
    this.#timers = this.#timers.filter((timer) => timer !== next);
    this.#now = Math.max(this.#now, next.at);
    next.callback();
    return true;
  }
}

/** Lets pending promise callbacks run. A macrotask, because a fetch handler settles over several microtasks. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}
