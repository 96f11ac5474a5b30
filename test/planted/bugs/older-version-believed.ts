import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-13',
  about: 'A read that was overtaken by a newer one puts the old screen back.',
  file: 'src/core/machine/transition.ts',
  find: 'session.version < known.version',
  replace: 'session.version < 0',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
