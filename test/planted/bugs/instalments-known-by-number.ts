import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Of two offers with the same number the first is paid, whichever is picked.',
  file: 'src/elements/card-installments/card-installments.ts',
  find: 'this.#offers.find((each) => wishFor(each) === wish) ??',
  replace: '',
  test: 'test/elements/card-installments.test.ts',
  title: 'two offers with the same number',
};
