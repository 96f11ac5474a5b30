import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-12',
  about: 'A read moves the screen off success.',
  file: 'src/core/machine/transition.ts',
  find: "if (state.status === 'succeeded') return contradicted(state, session);",
  replace: '',
  test: 'test/properties/machine.test.ts',
  title: 'P-12',
};
