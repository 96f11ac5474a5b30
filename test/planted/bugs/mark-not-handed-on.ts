import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about: 'A mark within the list of methods has a part that no style of the page reaches.',
  file: 'src/elements/payment-method-picker/payment-method-picker.ts',
  find: ' exportparts="mark"',
  replace: '',
  test: 'test/elements/parts.test.ts',
  title: 'that is ready',
};
