import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about:
    'A screen that opens a breath above a moment speaks of the time above it, and is silent at the moment.',
  file: 'src/elements/action-screen/time-left.ts',
  find: 'const SOON_MS = 5_000;',
  replace: 'const SOON_MS = 0;',
  test: 'test/elements/time-left.test.ts',
  title: 'names what is left',
};
