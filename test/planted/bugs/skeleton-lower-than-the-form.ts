import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about:
    'A row of the skeleton is a pixel lower than the row that takes its place: the button moves as the methods come.',
  file: 'src/elements/checkout-session/checkout-session.styles.ts',
  find: 'block-size: 61px',
  replace: 'block-size: 60px',
  test: 'test/elements/checkout-session.test.ts',
  title: 'its skeleton',
};
