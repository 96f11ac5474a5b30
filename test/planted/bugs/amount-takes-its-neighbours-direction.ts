import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about:
    'An amount stands in the open text: between words of another direction its sign and its code change places.',
  file: 'src/elements/payment-method-picker/payment-method-picker.ts',
  find: '<bdi>${note}</bdi>',
  replace: '${note}',
  test: 'test/e2e/currencies.test.ts',
  built: true,
};
