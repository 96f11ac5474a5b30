import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about: 'A mark has no box until its drawing is here, and then pushes the names of the methods aside.',
  file: 'src/elements/payment-method-picker/payment-method-picker.styles.ts',
  find: '  payment-mark {',
  replace: '  payment-mark:defined {',
  test: 'test/e2e/first-screen.test.ts',
  title: 'boxes that were there',
  built: true,
};
