import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-16',
  about: 'The next read follows the last after a quarter of a second.',
  file: 'src/core/transport/poll.ts',
  find: 'Math.max(pace, this.#minMs, extraMs)',
  replace: 'Math.max(pace > 0 ? 250 : 0, extraMs)',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
