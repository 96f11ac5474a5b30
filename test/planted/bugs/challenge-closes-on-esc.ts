import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-21',
  about: 'Esc in the bank’s dialog stops the payment, and nobody was asked.',
  file: 'src/elements/three-d-secure/three-d-secure.ts',
  find: 'else this.#ask();',
  replace: 'else this.#stop();',
  test: 'test/elements/three-d-secure.test.ts',
  title: 'does not end the payment by Esc',
};
