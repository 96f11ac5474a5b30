import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-15',
  about: 'A session of months sets a timer longer than the platform has: it runs at once, again and again.',
  file: 'src/core/session/expiry-watch.ts',
  find: 'const LONGEST_TIMER_MS = 3_600_000;',
  replace: 'const LONGEST_TIMER_MS = Infinity;',
  test: 'test/properties/parts-clock.test.ts',
};
