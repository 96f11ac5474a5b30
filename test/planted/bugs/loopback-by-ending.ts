import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-10',
  about: 'Any host that ends in localhost is taken for this machine.',
  file: 'src/core/navigation.ts',
  find: '/^(localhost|.+\\.localhost|',
  replace: '/^(.*localhost|',
  test: 'test/core/navigation-gate.test.ts',
};
