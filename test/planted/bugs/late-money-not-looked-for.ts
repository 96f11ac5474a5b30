import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-18',
  about: 'Nobody asks the server any more once a Pix code has run out.',
  file: 'src/core/machine/state.ts',
  find: 'return isLate ? LATE_MS : 0;',
  replace: 'return isLate ? 0 : 0;',
  test: 'test/core/checkout-late.test.ts',
  title: 'money that comes in late',
};
