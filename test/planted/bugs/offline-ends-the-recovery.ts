import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-17',
  about: 'Asking what became of a lost payment ends for good when the device is offline.',
  file: 'src/core/payment-runner.ts',
  find: 'if (!open()) break;',
  replace: 'if (!open() || !navigator.onLine) break;',
  test: 'test/faults/promises.test.ts',
  title: 'P-17',
  built: true,
};
