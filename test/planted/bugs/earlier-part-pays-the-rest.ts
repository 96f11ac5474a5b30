import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-20',
  about: 'A part that was paid by an earlier try counts again, against what is left.',
  file: 'src/core/machine/on-payment.ts',
  find: 'payment.attempt < state.session.attempt ? total : due',
  replace: 'due',
  test: 'test/core/machine-parts.test.ts',
  title: 'an earlier try',
};
