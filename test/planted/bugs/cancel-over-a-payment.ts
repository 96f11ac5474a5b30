import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-21',
  about: 'The session can be cancelled while its payment is on its way.',
  file: 'src/core/machine/on-leaving.ts',
  find: "return state.status === 'ready' && !state.leaving\n",
  replace:
    "return (state.status === 'ready' || state.status === 'unknown') && !('leaving' in state && state.leaving)\n",
  test: 'test/properties/machine.test.ts',
  title: 'P-21',
};
