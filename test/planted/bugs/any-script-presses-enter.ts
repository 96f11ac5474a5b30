import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-22',
  about: 'A key that a script made up is taken for the shopper’s.',
  file: 'src/card-frame/frame/card-form.ts',
  find: 'if (event.isTrusted) this',
  replace: 'this',
  test: 'test/e2e/integrity/covered-card.test.ts',
  title: 'a key, a click',
  built: true,
};
