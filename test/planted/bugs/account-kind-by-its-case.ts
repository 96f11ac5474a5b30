import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A CLABE with a wrong digit is shown where its kind is written in capitals.',
  file: 'src/core/validation/bank-account.ts',
  find: 'CHECKS.get(plainKind(kind))',
  replace: 'CHECKS.get(kind)',
  test: 'test/core/bank-account.test.ts',
  title: 'is held against its digits when its kind',
};
