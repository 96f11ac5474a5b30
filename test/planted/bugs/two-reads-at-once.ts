import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-13',
  about: 'Whoever wants a read sends one, whether another is under way or not.',
  file: 'src/core/session/session-reader.ts',
  find: 'while (this.#reading) {',
  replace: 'while (request && this.#reading) {',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
