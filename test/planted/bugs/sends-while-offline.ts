import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-17',
  about: 'A press while the browser knows that it is offline is sent all the same.',
  file: 'src/core/payment-runner.ts',
  find: 'if (this.#context.options.isOnline?.() === false) {',
  replace: 'if (this.#context.options.isOnline?.() === undefined) {',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
