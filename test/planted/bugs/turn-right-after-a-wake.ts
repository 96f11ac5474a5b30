import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-16',
  about: 'The question of a wake is followed by the turn that was due anyway.',
  file: 'src/core/transport/poll.ts',
  find: 'if (this.#failures > 0) return;',
  replace: 'return;',
  test: 'test/lifecycle/waking.test.ts',
  title: 'asks once for all signs',
  built: true,
};
