import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A CLABE with a wrong digit is shown as one to pay to.',
  file: 'src/core/validation/bank-account.ts',
  find: "isNumber(text, 18) && sumsToTen(text, '371')",
  replace: 'isNumber(text, 18)',
  test: 'test/core/bank-account.test.ts',
  title: 'with any one digit changed',
};
