import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-26',
  about: 'The frame is not allowed to be filled in.',
  file: 'src/card-frame/host/frame-link.ts',
  find: '; autofill; shared-autofill',
  replace: '',
  test: 'test/card-frame/card-frame-host.test.ts',
  title: 'exactly the rights',
};
