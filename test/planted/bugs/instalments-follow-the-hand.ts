import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Another number of instalments can be picked after the press, while the card becomes a token.',
  file: 'src/elements/card-installments/card-installments.ts',
  find: "if (state.status === 'ready' && offer) {\n      store.draft.set(WISH, wishFor(offer));",
  replace: 'if (offer) {\n      setAgreed(store, offer);',
  test: 'test/elements/card-installments.test.ts',
  title: 'after the press',
};
