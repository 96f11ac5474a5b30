import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about:
    'A number that several countries read gets the code of the first: a stranger abroad is asked for the money.',
  file: 'src/elements/mobile-number.ts',
  find: 'others.length === 0 ? only.e164 : only.local',
  replace: 'only.e164',
  test: 'test/core/mobile-networks.test.ts',
  title: 'where several read it',
};
