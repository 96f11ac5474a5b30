/** Whose moment it is: what sleeps with the page (`client`, `answer`) and what does not (`network`, `server`). */
export type Owner = 'client' | 'answer' | 'network' | 'server';

interface Moment {
  readonly at: number;
  readonly order: number;
  readonly owner: Owner;
  readonly run: () => void;
}

export const START_MS = Date.UTC(2026, 10, 20, 12, 0, 0);

/** The one true time of a sequence; every clock in it is this one, more or less wrong. */
export class Time {
  #now = START_MS;
  #order = 0;
  #moments: Moment[] = [];

  now(): number {
    return this.#now;
  }

  schedule(owner: Owner, run: () => void, delayMs: number): () => void {
    const order = this.#order++;
    this.#moments.push({ at: this.#now + Math.max(0, delayMs), order, owner, run });
    return () => {
      const index = this.#moments.findIndex((moment) => moment.order === order);
      if (index >= 0) this.#moments.splice(index, 1);
    };
  }

  /** Whether nothing is on its way between the pages and the server. */
  get isQuiet(): boolean {
    return this.#moments.every(({ owner }) => owner === 'client');
  }

  /** Puts off what the pages wait for: a machine that slept counts on where it stopped. */
  postpone(ms: number): void {
    this.#moments = this.#moments.map((moment) =>
      moment.owner === 'client' ? { ...moment, at: moment.at + ms } : moment,
    );
  }

  /** Runs the next moment due by `end`; false where there is none, and it is `end` then. */
  step(end: number, isAsleep = false): boolean {
    let next: Moment | undefined;
    for (const moment of this.#moments) {
      if (moment.at > end || (isAsleep && (moment.owner === 'client' || moment.owner === 'answer'))) continue;
      if (!next || moment.at < next.at || (moment.at === next.at && moment.order < next.order)) next = moment;
    }
    if (!next) {
      this.#now = Math.max(this.#now, end);
      return false;
    }
    this.#moments.splice(this.#moments.indexOf(next), 1);
    this.#now = Math.max(this.#now, next.at);
    next.run();
    return true;
  }
}

/** Everything that promises have to do by themselves: a turn of the event loop drains it. */
export const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
