import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'A-2',
  about:
    'A payment cancelled on the phone is told as a plain "not approved", where the wallet gave a number for it.',
  file: 'src/core/providers/wallet-codes.ts',
  find: `  1032: 'canceled_by_payer',
`,
  replace: '',
  test: 'test/core/vectors.test.ts',
};
