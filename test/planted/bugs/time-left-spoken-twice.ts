import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about: 'The time left is spoken at every moment, though the last one was a second ago.',
  file: 'src/elements/action-screen/time-left.ts',
  find: ' && this.#saidAtMs - leftMs >= QUIET_MS',
  replace: '',
  test: 'test/elements/time-left.test.ts',
  title: 'twice within',
};
