import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-21',
  about: 'Cancel goes to the shop at once, without asking the server.',
  file: 'src/core/machine/on-leaving.ts',
  find: "[{ type: 'cancel_session' }]",
  replace: 'leaveBy(state.session)',
  test: 'test/properties/machine.test.ts',
  title: 'P-21',
};
