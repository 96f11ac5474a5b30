import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'A-1',
  about: 'Every item of an order of thousands is drawn, seen or not.',
  file: 'src/elements/order-summary/order-summary.ts',
  find: 'items.length > MANY_ITEMS && ',
  replace: 'items.length < 0 && ',
  test: 'test/elements/order-items.test.ts',
};
