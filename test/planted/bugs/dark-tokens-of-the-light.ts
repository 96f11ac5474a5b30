import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about: 'In the file for design tools the dark scheme has the colours of the light one.',
  file: 'src/theme/dtcg.ts',
  find: "set === 'dark' ? 'dark' : 'light'",
  replace: "'light'",
  test: 'test/theme-tokens.test.ts',
  title: 'values of the stylesheet',
};
