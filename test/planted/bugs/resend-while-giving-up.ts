import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-19',
  about: 'A prompt is pushed again while the shopper gives the payment up.',
  file: 'src/core/machine/on-action.ts',
  find: "if (state.leaving && event.type !== 'action_refused') return [state, []];",
  replace: '',
  test: 'test/properties/machine.test.ts',
  title: 'P-19',
};
