import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'The order says reais above a button that charges dollars.',
  file: 'src/elements/order-summary/order-summary.ts',
  find: 'const charged = this.#charged(session);',
  replace: 'const charged = this.#charged(session) && undefined;',
  test: 'test/elements/currency-picker.test.ts',
  title: 'is led by what will be charged',
};
