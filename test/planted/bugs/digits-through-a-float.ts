import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'An amount is made a float on its way to the screen: the last figures of a large one are others.',
  file: 'src/core/money/format-money.ts',
  find: 'const shown = format.format(text);',
  replace: 'const shown = format.format(Number(text));',
  test: 'test/core/money-locales.test.ts',
};
