import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'What the server showed in part only is sent back as if it were the value.',
  file: 'src/controllers/prepare-payment.ts',
  find: '!isMasked(value)',
  replace: "value !== ''",
  test: 'test/elements/known-customer.test.ts',
  title: 'is paid with unchanged',
};
