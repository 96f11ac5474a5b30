import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSequence } from './sequence.js';

/** Sequences of one test: few enough that a slow machine ends in time, and a failure is known early. */
const A_BLOCK = 4_000;

/** Runs sequences number `first` to `last`, stops at the first that fails, and prints what was put to the test. */
export function testSequences(first: number, last: number): void {
  const counts = new Map<string, number>();
  let done = 0;
  let beganAt = 0;

  describe('every sequence charges at most once and ends in the truth', () => {
    beforeAll(() => {
      beganAt = performance.now();
      // Refusals are thrown by the thousand and caught: nobody reads where from. A replay tells.
      Error.stackTraceLimit = 0;
    });

    for (let start = first; start <= last; start += A_BLOCK) {
      const end = Math.min(start + A_BLOCK - 1, last);
      test(`from number ${String(start)} to ${String(end)}`, async ({ signal }) => {
        for (let seed = start; seed <= end && !signal.aborted; seed++) {
          const { invariants, findings } = await runSequence(seed);
          done++;
          for (const invariant of invariants) counts.set(invariant, (counts.get(invariant) ?? 0) + 1);
          if (findings.length > 0)
            expect.fail(findings.map(({ invariant, message }) => `${invariant}: ${message}`).join('\n\n'));
        }
      });
    }

    afterAll(() => {
      const seconds = (performance.now() - beganAt) / 1000;
      const number = (invariant: string): number => Number(invariant.slice(2));
      const each = [...counts]
        .sort(([a], [b]) => number(a) - number(b))
        .map(([invariant, count]) => `${invariant} ${String(count)}`);
      console.log(
        `${String(done)} sequences in ${seconds.toFixed(0)} s (${(done / seconds).toFixed(0)} a second). Put to the test: ${each.join(', ')}`,
      );
    });
  });
}
