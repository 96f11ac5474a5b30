import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Instalments that went from the screen stay in what is sent.',
  file: 'src/elements/card-installments/card-installments.ts',
  find: "if (store.state.status === 'ready') setAgreed(store, undefined);",
  replace: '',
  test: 'test/elements/card-installments.test.ts',
  title: 'the plain amount again',
};
