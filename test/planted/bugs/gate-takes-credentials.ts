import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-10',
  about: 'An address that carries a name and a password is followed.',
  file: 'src/core/navigation.ts',
  find: 'allowed && !url.username && !url.password ? url.href',
  replace: 'allowed ? url.href',
  test: 'test/core/navigation-gate.test.ts',
};
