import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'Only numbers are kept apart in a sentence from right to left; amounts, names and codes are texts.',
  file: 'src/i18n/create-i18n.ts',
  find: "typeof value === 'string') filled",
  replace: "typeof value === 'number') filled",
  test: 'test/i18n/create-i18n.test.ts',
  title: 'apart where a sentence',
};
