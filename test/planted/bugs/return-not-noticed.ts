import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-11',
  about: 'Coming back to a page is no reason to ask: only a network that comes back is.',
  file: 'src/controllers/lifecycle-controller.ts',
  find: "if (document.visibilityState === 'visible')",
  replace: "if (type === 'online')",
  test: 'test/lifecycle/back-forward-cache.test.ts',
  title: 'left while unavailable',
  built: true,
};
