import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'words',
  about:
    'Where one file of later words cannot be had, the whole language is given up, also what is here of it.',
  file: 'src/i18n/languages.ts',
  find: 'await Promise.allSettled(fetches);',
  replace: 'await Promise.all(fetches);',
  test: 'test/i18n/create-i18n.test.ts',
  title: 'later words that cannot be had',
};
