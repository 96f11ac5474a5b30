import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'Who asks for less motion gets each movement once, and as long as ever.',
  file: 'src/theme/tokens.styles.ts',
  find: `      animation-duration: 1ms !important;
`,
  replace: '',
  test: 'test/a11y/actions.test.ts',
  title: 'phone prompt',
  built: true,
};
