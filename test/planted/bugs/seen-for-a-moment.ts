import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-22',
  about: 'One look is enough, however short.',
  file: 'src/card-frame/frame/visibility.ts',
  find: 'const STEADY_MS = 500;',
  replace: 'const STEADY_MS = 50;',
  test: 'test/e2e/integrity/covered-card.test.ts',
  title: 'in and out of view',
  built: true,
};
