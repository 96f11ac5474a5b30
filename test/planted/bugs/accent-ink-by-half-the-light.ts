import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'U-1',
  about:
    'White is taken on every accent below half the light, where black alone can be read from a fifth of it on.',
  file: 'src/theme/tokens.styles.ts',
  find: '(0.09 - b)',
  replace: '(0.25 - b)',
  test: 'test/elements/contrast-guard.test.ts',
  title: 'whatever accent',
};
