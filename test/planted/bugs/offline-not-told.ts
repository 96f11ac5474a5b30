import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-17',
  about:
    'Pay pressed without a network is tried all the same, and the shopper is not told that they are offline.',
  file: 'src/core/payment-runner.ts',
  find: 'this.#context.options.isOnline?.() === false',
  replace: "String(this.#context.signal) === ''",
  test: 'test/lifecycle/offline.test.ts',
  title: 'when Pay is pressed for the first time',
  built: true,
};
