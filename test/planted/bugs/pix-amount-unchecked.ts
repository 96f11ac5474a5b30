import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about: 'A Pix code over another amount than the one to pay is shown.',
  file: 'src/elements/pix-payment/pix-payment.ts',
  find: 'amount !== (due ?? amount)',
  replace: 'amount < 0',
  test: 'test/elements/pix-payment.test.ts',
  title: 'another amount',
};
