import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-10',
  about: 'Of the languages that run from right to left, one was forgotten.',
  file: 'src/i18n/create-i18n.ts',
  find: '/^(ar|fa|he)\\b/',
  replace: '/^(ar|he)\\b/',
  test: 'test/i18n/locales.test.ts',
  title: 'words in fa are shown',
};
