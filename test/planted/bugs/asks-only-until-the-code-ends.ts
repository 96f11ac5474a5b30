import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-18',
  about: 'A Pix code is asked after until its time on the screen is over, and not until the bank’s.',
  file: 'src/core/machine/state.ts',
  find: "return 'gaveUp' in state && !state.gaveUp ? 0 : Infinity;",
  replace: "return 'gaveUp' in state && !state.gaveUp ? 0 : 900_000;",
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
