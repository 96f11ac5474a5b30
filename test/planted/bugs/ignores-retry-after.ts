import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'A-3',
  about: 'An API that asks for a pause is asked again at once.',
  file: 'src/core/transport/payment-sender.ts',
  find: 'Math.max(conclusion.afterMs ?? 0, backoffMs(held.sends, this.#random))',
  replace: 'backoffMs(held.sends, this.#random)',
  test: 'test/core/declines.test.ts',
  title: 'Retry-After 20',
};
