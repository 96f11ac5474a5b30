import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-21',
  about: '“Back to the shop” leaves at once, whatever another tab has paid meanwhile.',
  file: 'src/core/machine/on-leaving.ts',
  find: "? [{ ...state, leaving: true }, [{ type: 'cancel_session' }]]",
  replace: "? [{ status: 'canceled', session: state.session }, leaveBy(state.session)]",
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
