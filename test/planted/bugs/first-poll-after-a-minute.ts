import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-6',
  about: 'A tab begins to ask what the bank said a minute late.',
  file: 'src/core/transport/poll.ts',
  find: 'if (on) this.#plan(0);',
  replace: 'if (on) this.#plan(60_000);',
  test: 'test/faults/promises.test.ts',
  title: 'P-6',
  built: true,
};
