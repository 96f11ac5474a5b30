import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-15',
  about: 'The watch tells that the time is over without looking at the server’s clock.',
  file: 'src/core/session/expiry-watch.ts',
  find: 'if (this.#serverNow() >= expiresAt) this.#onPassed();',
  replace: 'this.#onPassed();',
  test: 'test/properties/parts-clock.test.ts',
  title: 'asks only once',
};
