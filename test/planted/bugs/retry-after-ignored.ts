import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-9',
  about: 'A send that was told to wait comes back as soon as the jitter lets it.',
  file: 'src/core/transport/payment-sender.ts',
  find: 'Math.max(conclusion.afterMs ?? 0, backoffMs(held.sends, this.#random))',
  replace: 'backoffMs(held.sends, this.#random)',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
