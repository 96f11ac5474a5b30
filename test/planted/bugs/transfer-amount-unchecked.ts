import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'The details of a transfer over another amount than the one to pay are shown.',
  file: 'src/core/bank-transfer/read-bank-transfer.ts',
  find: 'amount !== (due ?? amount)',
  replace: 'amount < 0',
  test: 'test/core/read-bank-transfer.test.ts',
  title: 'another amount',
};
