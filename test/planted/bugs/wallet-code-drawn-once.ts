import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about: 'The picture of a wallet’s code stays that of the first code, while the copied one is the second.',
  file: 'src/elements/payment-qr-code/payment-qr-code.ts',
  find: "if (changed.has('text'))",
  replace: "if (changed.has('text') && !this.#outline)",
  test: 'test/elements/wallet-code.test.ts',
  title: 'takes the place of the first',
};
