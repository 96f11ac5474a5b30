import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'An amount of too many decimals is told to be no number at all.',
  file: 'src/core/money/read-amount.ts',
  find: "exponent > 0 ? 'decimals' : 'whole'",
  replace: "'unreadable'",
  test: 'test/core/read-amount.test.ts',
  title: 'decimals in',
};
