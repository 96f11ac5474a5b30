import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-11',
  about:
    'The late answer to a press from before the shopper left sends them off to the bank they came back from.',
  file: 'src/core/checkout.ts',
  find: "if (effect.reason === 'action' && this.#cameBack) return;",
  replace: '',
  test: 'test/lifecycle/back-forward-cache.test.ts',
  title: 'to be sent to the bank, and meanwhile the answer comes',
  built: true,
};
