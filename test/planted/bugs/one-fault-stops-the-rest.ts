import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-26',
  about: 'A listener of the page that throws takes the effects after it along.',
  file: 'src/core/checkout.ts',
  find: `      this.#guarded(() => {
        this.#run(effect);
      });`,
  replace: '      this.#run(effect);',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
