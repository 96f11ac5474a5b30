import { afterAll, beforeAll, expect } from 'vitest';
import type { Played } from './play.js';
import { openLab, story, type Lab } from './scenario.js';
import { Tally } from './tally.js';

/** From a network that is whole again to a screen that tells the truth: 95 of 100 within this. */
const HEAL_LIMIT_MS = 5_000;

/** A bug that breaks this many scenarios breaks all: the rest need not be waited for. */
const ENOUGH_FAILURES = 2;

/** A laboratory for a file of tests: plays seeds and fails with the story of each that broke a promise. */
export function useLab(patienceMs?: number): { play(seeds: readonly number[]): Promise<readonly Played[]> } {
  const running: { lab?: Lab } = {};
  const tally = new Tally();
  beforeAll(async () => {
    running.lab = await openLab();
  }, 60_000);
  afterAll(async () => {
    await running.lab?.close();
    console.log(
      `faults: ${String(tally.cases)} scenarios, ${String(tally.doubleArrivals)} with a proven double arrival, ${tally.heals()}`,
    );
    // Over the whole file: of a handful, the 95th of 100 is the worst.
    expect(tally.healedWithin(0.95)).toBeLessThanOrEqual(HEAL_LIMIT_MS);
  });
  return {
    async play(seeds) {
      const { lab } = running;
      if (!lab) throw new Error('the laboratory is open while tests run, not before');
      const own = new Tally();
      const played: Played[] = [];
      for (const seed of seeds) {
        const result = await lab.run(seed, patienceMs);
        own.add(result);
        tally.add(result);
        played.push(result);
        if (own.failures === ENOUGH_FAILURES) break;
      }
      const failed = played.filter(({ findings }) => findings.length > 0);
      expect(failed, failed.map(story).join('\n\n')).toHaveLength(0);
      return played;
    },
  };
}
