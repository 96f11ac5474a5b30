import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-23',
  about: 'A checkout that the shop hides while the bank asks leaves the whole page inert.',
  file: 'src/elements/three-d-secure/modal-controller.ts',
  find: 'else this.#closeAll();',
  replace: '',
  test: 'test/elements/three-d-secure.test.ts',
  title: 'lets go of the page while the shop hides it',
};
