import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'The focus ring is a shadow, which forced colours leave out.',
  file: 'src/theme/buttons.styles.ts',
  find: `    outline: var(--_ring) solid var(--_focus);
`,
  replace: `    outline: none;
    box-shadow: 0 0 0 var(--_ring) var(--_focus);
`,
  test: 'test/elements/theme-media.test.ts',
  title: 'buttons have an edge',
};
