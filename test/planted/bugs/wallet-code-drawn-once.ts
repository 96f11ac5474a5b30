import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about: 'The picture of a wallet’s code stays that of the first code, while the copied one is the second.',
  file: 'src/elements/wallet-code/wallet-code.ts',
  find: 'if (!action || action.code === this.#drawn) return;',
  replace: 'if (!action || this.#drawn) return;',
  test: 'test/elements/wallet-code.test.ts',
  title: 'takes the place of the first',
};
