import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about: 'In the file for design tools a length in the font’s size is one in pixels.',
  file: 'src/theme/dtcg.ts',
  find: "unit: em(length) ? 'rem' : 'px'",
  replace: "unit: 'px'",
  test: 'test/theme-tokens.test.ts',
  title: 'values of the stylesheet',
};
