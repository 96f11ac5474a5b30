import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-17',
  about: 'Nothing is read when the network is back.',
  file: 'src/controllers/lifecycle-controller.ts',
  find: "addEventListener('online', wake, { signal });",
  replace: '',
  test: 'test/lifecycle/offline.test.ts',
  title: 'while the form is filled in',
  built: true,
};
