import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'What an earlier try left is listed as a part of the one that is under way.',
  file: 'src/core/session/payments.ts',
  find: 'payments.filter(({ attempt }) => attempt === payment?.attempt)',
  replace: 'payments.filter(() => payment !== undefined)',
  test: 'test/core/split.test.ts',
  title: 'are its parts',
};
