import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-23',
  about: 'An answer that comes after the element was taken away still changes its state.',
  file: 'src/core/checkout.ts',
  find: 'if (!this.#abort.signal.aborted) this.#handle(next);',
  replace: 'this.#handle(next);',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
