import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Another number of instalments can be picked after the press, while the card becomes a token.',
  file: 'src/elements/card-installments/card-installments.ts',
  find: "if (state.status === 'ready') {\n      store.draft.set(WISH, select.value);",
  replace: "if (state.status !== 'idle') {\n      store.draft.set('installments', select.value);",
  test: 'test/elements/card-installments.test.ts',
  title: 'after the press',
};
