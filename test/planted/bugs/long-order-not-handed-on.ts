import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about:
    'The amounts of a long order have a part that no style of the page reaches, though those of a short one are.',
  file: 'src/elements/order-summary/order-summary.ts',
  find: 'item-name, item-amount',
  replace: 'item-name',
  test: 'test/elements/parts.test.ts',
};
