import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-16',
  about: 'A burst of signs of life is a burst of reads.',
  file: 'src/core/session/session-reader.ts',
  find: 'if (now - this.#wokenAt < BURST_MS) return !this.#isFresh;',
  replace: '',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
