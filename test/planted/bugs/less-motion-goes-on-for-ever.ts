import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'Who asks for less motion gets it in a millisecond, again and again without an end.',
  file: 'src/theme/tokens.styles.ts',
  find: `      animation-iteration-count: 1 !important;
`,
  replace: '',
  test: 'test/a11y/actions.test.ts',
  title: 'phone prompt',
  built: true,
};
