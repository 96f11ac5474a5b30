import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-4',
  about: 'The focus goes to the wrong field that came into the form first, not to the first one on the page.',
  file: 'src/core/draft.ts',
  find: 'wrong.sort((a, b) => (a.top?.() ?? 0) - (b.top?.() ?? 0))[0]',
  replace: 'wrong[0]',
  test: 'test/core/draft.test.ts',
};
