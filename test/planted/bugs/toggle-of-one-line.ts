import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-9',
  about: 'What opens the order on a phone is as high as its line, and no finger’s width.',
  file: 'src/elements/order-summary/order-summary.styles.ts',
  find: `  .toggle {
    min-block-size: 44px;`,
  replace: '  .toggle {',
  test: 'test/elements/form-geometry.test.ts',
  title: 'every target',
};
