import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-9',
  about: 'A checkbox is as high as its words, and no finger’s width.',
  file: 'src/theme/controls.styles.ts',
  find: `    min-block-size: 44px;
    cursor: pointer;`,
  replace: '    cursor: pointer;',
  test: 'test/a11y/forms.test.ts',
  title: "ready, every field'",
  built: true,
};
