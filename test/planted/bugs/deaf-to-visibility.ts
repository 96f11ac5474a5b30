import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-16',
  about: 'A tab that is looked at again waits for its next turn.',
  file: 'src/controllers/lifecycle-controller.ts',
  find: "document.addEventListener('visibilitychange', wake, { signal });",
  replace: '',
  test: 'test/lifecycle/waking.test.ts',
  title: 'out of sight',
  built: true,
};
