import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-9',
  about: 'A card is typed into a frame that was made for another method’s key.',
  file: 'src/elements/card-form/card-form.ts',
  find: 'if (this.#frame && JSON.stringify(wanted) === this.#made) return;',
  replace: 'if (this.#frame) return;',
  test: 'test/elements/card-form.test.ts',
  title: 'with another key',
};
