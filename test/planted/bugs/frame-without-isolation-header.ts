import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-20',
  about: 'The card frame shares its window with whoever opened it.',
  file: 'src/card-frame/shared/headers.ts',
  find: "'Cross-Origin-Opener-Policy': 'same-origin',",
  replace: '',
  test: 'test/e2e/integrity/card-frame-served.test.ts',
  title: 'are these',
};
