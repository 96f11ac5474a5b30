import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'With text of twice the size an amount runs out of the box, where its last figures cannot be read.',
  file: 'src/elements/order-summary/order-summary.styles.ts',
  find: `    flex-wrap: wrap;
    row-gap: 0;`,
  replace: '',
  test: 'test/e2e/orders.test.ts',
  built: true,
};
