import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about:
    'On paper a long order has the rows that were in sight, and says nothing of the thousands that are missing.',
  file: 'src/elements/order-items/order-items.ts',
  find: `    this.#isOnPaper = type === 'beforeprint';`,
  replace: `    this.#isOnPaper = type === 'print';`,
  test: 'test/e2e/orders.test.ts',
  built: true,
};
