import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-11',
  about: 'A press just after the page came back is sent before the server was asked what is still so.',
  file: 'src/core/payment-runner.ts',
  find: 'await this.#reader.isFresh()',
  replace: 'true',
  test: 'test/lifecycle/back-forward-cache.test.ts',
  title: 'left while ready, and meanwhile it is paid',
  built: true,
};
