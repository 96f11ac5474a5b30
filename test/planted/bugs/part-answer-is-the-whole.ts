import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-20',
  about: 'The answer that one part was paid counts as the whole.',
  file: 'src/core/machine/on-payment.ts',
  find: 'payment.amount >= pays',
  replace: 'payment.amount > 0',
  test: 'test/core/machine-parts.test.ts',
  title: 'never taken for the whole',
};
