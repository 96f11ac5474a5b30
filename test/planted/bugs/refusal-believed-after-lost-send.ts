import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-7',
  about: 'A 400 to a second copy is taken for the end of the first, which may still arrive.',
  file: 'src/core/transport/payment-sender.ts',
  find: "conclusion.type === 'refused' && held.lost",
  replace: "conclusion.type === 'refused' && !held",
  test: 'test/core/checkout-late.test.ts',
  title: 'proves nothing',
};
