import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-17',
  about: 'The words for a press without a network are fetched by the press.',
  file: 'src/elements/checkout-session/checkout-session.ts',
  find: 'for (const sign of parts.INTENT) this.addEventListener(sign, this.#loadResult);',
  replace: '',
  test: 'test/lifecycle/offline.test.ts',
  title: 'when Pay is pressed for the first time',
  built: true,
};
