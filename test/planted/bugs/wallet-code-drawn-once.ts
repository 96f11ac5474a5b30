import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about: 'A code that takes the place of another is shown unread.',
  file: 'src/elements/wallet-code/wallet-code.ts',
  find: 'if (!action || drawn === this.#drawn) return;',
  replace: 'if (!action || this.#drawn) return;',
  test: 'test/elements/wallet-code.test.ts',
  title: 'checked before it is shown',
};
