import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A part whose card has lapsed since it was set is sent with the others.',
  file: 'src/controllers/split-store.ts',
  find: '(card?.livesUntil ?? Infinity) >= soon',
  replace: 'soon > 0 || card !== undefined',
  test: 'test/elements/payment-split.test.ts',
  title: 'whose card has lapsed',
};
