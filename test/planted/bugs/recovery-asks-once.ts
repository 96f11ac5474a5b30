import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-8',
  about: 'What became of a lost payment is asked once, and then no more.',
  file: 'src/core/payment-runner.ts',
  find: 'for (let turn = 0; open(); turn++) {',
  replace: 'for (let turn = 0; turn < 1 && open(); turn++) {',
  test: 'test/faults/promises.test.ts',
  title: 'P-8',
  built: true,
};
