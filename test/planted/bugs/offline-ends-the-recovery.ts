import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-17',
  about: 'Asking what became of a lost payment ends for good when the device is offline.',
  file: 'src/core/payment-runner.ts',
  find: 'if (!open()) break;',
  replace: 'if (!open() || this.#context.options.isOnline?.() === false) break;',
  test: 'test/core/checkout-late.test.ts',
  title: 'lost while the device was offline',
};
