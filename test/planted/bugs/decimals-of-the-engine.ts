import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about:
    'How many decimals an amount is shown with is left to the engine, which knows no cents of a peso or a forint.',
  file: 'src/core/money/format-money.ts',
  find: `    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
`,
  replace: '',
  test: 'test/core/money-format.test.ts',
};
