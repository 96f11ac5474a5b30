import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-26',
  about: 'A gateway that refuses a card without naming a field is answered with nothing at all.',
  file: 'src/core/payment-failures.ts',
  find: "kind === 'shopper' ?",
  replace: "kind !== 'internal' ?",
  test: 'test/core/card-refusal.test.ts',
  title: 'api/card_invalid',
};
