import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-9',
  about: 'A payment is sent again for as long as nobody answers.',
  file: 'src/core/transport/payment-sender.ts',
  find: 'const MAX_SENDS = 5;',
  replace: 'const MAX_SENDS = 50;',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
