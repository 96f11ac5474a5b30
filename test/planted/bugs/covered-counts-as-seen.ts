import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-22',
  about: 'What lies over the frame is not asked for, only whether it is in view.',
  file: 'src/card-frame/frame/visibility.ts',
  find: 'isVisible && width',
  replace: '(isVisible || !isVisible) && width',
  test: 'test/e2e/integrity/covered-card.test.ts',
  title: 'layer',
  built: true,
};
