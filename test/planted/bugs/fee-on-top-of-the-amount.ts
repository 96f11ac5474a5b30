import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A Pix code that adds a fee to the amount is shown as one over the amount due.',
  file: 'src/core/pix/tlv.ts',
  find: "['55', '56', '57']",
  replace: "['00'].slice(1)",
  test: 'test/core/pix-br-code.test.ts',
  title: 'refuses a fee',
};
