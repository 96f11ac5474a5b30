/** What one case of a proof checked, and what it found. Every tier reports in this shape, so that one runner counts all. */
export interface CaseResult {
  /** The promises (`P-1`) whose conditions came about in this case and which were therefore put to the test. */
  readonly invariants: readonly string[];
  readonly findings: readonly Finding[];
  /** Payment requests of one `fetch` that reached the server more than once, by the server's own count. */
  readonly doubleArrivals?: number;
  /** Milliseconds from the moment the network was whole again to a screen that tells the truth. */
  readonly healedMs?: number;
}

/** A promise that was broken, told so that a reader needs no other source. */
export interface Finding {
  readonly invariant: string;
  readonly message: string;
}

/** A small seeded generator (mulberry32): the same seed, the same run, on every machine. Answers 0 ≤ x < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
