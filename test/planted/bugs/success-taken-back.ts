import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-12',
  about: 'A later answer moves the screen off “paid”.',
  file: 'src/core/machine/transition.ts',
  find: "if (state.status === 'succeeded') return contradicted(state, session);",
  replace: '',
  test: 'test/core/checkout-late.test.ts',
  title: 'takes a success back',
};
