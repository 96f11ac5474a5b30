import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-26',
  about: 'A file that could not be fetched once is never asked for again.',
  file: 'src/elements/lazy.ts',
  find: 'for (const tag of this.#failed) this.#asked.delete(tag);',
  replace: '',
  test: 'test/lifecycle/host-faults.test.ts',
  title: 'pix-payment, on the way',
  built: true,
};
