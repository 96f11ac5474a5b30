import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-16',
  about: 'Each sign of one wake asks anew.',
  file: 'src/core/session/session-reader.ts',
  find: 'if (now - this.#wokenAt < BURST_MS) return !this.#isFresh;',
  replace: '',
  test: 'test/lifecycle/waking.test.ts',
  title: 'asks once for all signs',
  built: true,
};
