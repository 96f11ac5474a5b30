import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Another currency is picked, and the method, and what is charged, stay those of the one before.',
  file: 'src/core/session/currencies.ts',
  find: 'return alike.find(({ label }) => label === now?.label) ?? alike[0] ?? offered[0];',
  replace: 'return now ?? alike[0] ?? offered[0];',
  test: 'test/elements/currency-picker.test.ts',
  title: 'button',
};
