import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-24',
  about: 'A session status nobody has seen before is taken for paid.',
  file: 'src/core/providers/z2pay-wire.ts',
  find: "words(STATUSES, 'unknown')",
  replace: "words(STATUSES, 'paid')",
  test: 'test/bad-input/fields.test.ts',
  title: 'answer of z2pay',
};
