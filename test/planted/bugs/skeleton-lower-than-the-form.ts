import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about:
    'The rows of the skeleton are lower than the methods that take their place, and the button moves down.',
  file: 'src/elements/checkout-session/checkout-session.styles.ts',
  find: 'block-size: 64px',
  replace: 'block-size: 61px',
  test: 'test/elements/skeleton.test.ts',
};
