import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-12',
  about: 'An API that redirects has the payment sent to wherever it points.',
  file: 'src/core/transport/request.ts',
  find: "redirect: 'error',",
  replace: "redirect: 'follow',",
  test: 'test/faults/promises.test.ts',
  title: 'S-12',
  built: true,
};
