import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'A-2',
  about: 'Whatever reason the provider gives for a decline is passed on.',
  file: 'src/core/providers/parse.ts',
  find: "(TOLD.test(code) ? code : 'declined')",
  replace: 'code',
  test: 'test/core/declines.test.ts',
  title: 'does tell',
};
