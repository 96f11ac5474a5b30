import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-7',
  about: 'A 5xx whose body names a code is taken for a decline.',
  file: 'src/core/providers/provider-error.ts',
  find: 'status === 402 && said',
  replace: '(status === 402 || status >= 500) && said',
  test: 'test/bad-input/pay-answers.test.ts',
  title: 'that was charged',
};
