import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A boleto over another amount than the one to pay is shown.',
  file: 'src/core/boleto/read-boleto.ts',
  find: 'value !== due)',
  replace: 'value < 0)',
  test: 'test/core/read-boleto.test.ts',
  title: 'holds the sum',
};
