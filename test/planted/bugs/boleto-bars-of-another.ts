import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'The bar code that the API gives may be another boleto’s than its line.',
  file: 'src/core/boleto/read-boleto.ts',
  find: 'scanned !== barcode)',
  replace: 'scanned.length !== 44)',
  test: 'test/core/read-boleto.test.ts',
  title: 'refuses a bar code',
};
