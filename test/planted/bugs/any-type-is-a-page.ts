import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A type that nobody knows and nobody marked is offered as a page to continue on.',
  file: 'src/core/payment-methods/index.ts',
  find: "method.flow === 'redirect'",
  replace: "method.type !== ''",
  test: 'test/core/payment-methods.test.ts',
  title: 'a type nobody knows',
};
