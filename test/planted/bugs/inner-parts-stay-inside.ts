import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about:
    'An element hands on its own parts and not those of an element within it: a long order cannot be styled.',
  file: 'src/controllers/checkout-controller.ts',
  find: '[part],[exportparts]',
  replace: '[part]',
  test: 'test/elements/parts.test.ts',
  title: 'many lines',
};
