import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-13',
  about: 'An answer with an older version is taken for news.',
  file: 'src/core/machine/transition.ts',
  find: 'session.version < known.version',
  replace: 'session.version < known.version - 2',
  test: 'test/properties/machine.test.ts',
  title: 'P-13',
};
