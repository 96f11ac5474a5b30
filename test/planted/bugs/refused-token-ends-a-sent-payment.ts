import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-14',
  about: 'A refused token is taken for the end of a session whose payment has been sent.',
  file: 'src/core/machine/transition.ts',
  find: "state.status === 'ready' || (state.status === 'submitting' && state.stage === 'preparing');",
  replace: "state.status === 'ready' || state.status === 'submitting' || state.status === 'unknown';",
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
