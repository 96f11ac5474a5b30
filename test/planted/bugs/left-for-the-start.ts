import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'The radio buttons stand out to the left, where a row from right to left ends.',
  file: 'src/elements/payment-method-picker/payment-method-picker.styles.ts',
  find: 'margin-inline-start: -32px',
  replace: 'margin-left: -32px',
  test: 'test/i18n/logical-styles.test.ts',
};
