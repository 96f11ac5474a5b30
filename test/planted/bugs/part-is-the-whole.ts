import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-20',
  about: 'The newest payment of a purchase in parts counts as the whole.',
  file: 'src/core/machine/settle.ts',
  find: 'payment.amount >= amount.total',
  replace: 'payment.amount > 0',
  test: 'test/properties/parts-money.test.ts',
  title: 'newest payment alone',
};
