import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about: 'With large letters the amount to pay is broken in the middle of its digits.',
  file: 'src/elements/order-summary/order-summary.styles.ts',
  find: 'font-size: clamp(0.5em, 13cqi, 1em);',
  replace: '',
  test: 'test/elements/large-text.test.ts',
  title: 'order-summary',
};
