import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about: 'A press that sent nothing makes the payment of another tab this page’s own.',
  file: 'src/controllers/own-payment.ts',
  find: "    if (state.status === 'submitting' && state.stage === 'preparing') return;\n",
  replace: '',
  test: 'test/elements/three-d-secure.test.ts',
  title: 'is not the press',
};
