import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'words',
  about: 'Polish has a form for two to four things and none for five.',
  file: 'src/i18n/locales/pl.ts',
  find: 'items_many:',
  replace: 'items_two:',
  test: 'test/i18n/locales.test.ts',
  title: 'words in pl have all plural forms',
};
