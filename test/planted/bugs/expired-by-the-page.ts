import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-15',
  about: 'The page declares the session expired by its own reckoning.',
  file: 'src/core/machine/transition.ts',
  find: `    case 'expiry_passed':
    case 'woken':`,
  replace: `    case 'expiry_passed':
      return state.status === 'ready'
        ? [{ status: 'expired', session: state.session, refreshable: false }, []]
        : [state, []];
    case 'woken':`,
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
