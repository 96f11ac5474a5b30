import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-13',
  about: 'A read that failed is asked again at once, whatever the API told.',
  file: 'src/core/transport/poll.ts',
  find: 'Math.max(pace, this.#minMs, extraMs)',
  replace: 'Math.min(pace, this.#minMs)',
  test: 'test/properties/parts-poll.test.ts',
  title: 'never before a failed one',
};
