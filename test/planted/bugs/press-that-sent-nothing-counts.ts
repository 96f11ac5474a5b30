import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about: 'A press that sent nothing makes the payment of another tab this page’s own.',
  file: 'src/controllers/own-payment.ts',
  find: "if (state.status === 'submitting') attempts.set(store, keyOf(state, state.attempt));",
  replace: 'attempts.set(store, keyOf(state, sessionOf(state)?.attempt ?? 1));',
  test: 'test/elements/three-d-secure.test.ts',
  title: 'is not the press',
};
