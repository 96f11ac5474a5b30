import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A payment says how many instalments, and not what the pay button said they come to.',
  file: 'src/core/payment-methods/card.ts',
  find: "detailNames: ['installments', 'installmentTotal'],",
  replace: "detailNames: ['installments'],",
  test: 'test/elements/card-installments.test.ts',
  title: 'the price it has now',
};
