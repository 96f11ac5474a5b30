import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-8',
  about: 'Once patience ended nobody asks any more, and a payment that was made stays unknown.',
  file: 'src/core/machine/state.ts',
  find: "return 'gaveUp' in state && !state.gaveUp ? 0 : Infinity;",
  replace: "return state.status === 'unknown' ? 0 : Infinity;",
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
