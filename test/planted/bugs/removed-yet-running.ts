import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-23',
  about: 'An element that was taken out of the page goes on asking.',
  file: 'src/controllers/session-controller.ts',
  find: 'if (!this.#host.isConnected) this.#stop();',
  replace: '',
  test: 'test/lifecycle/remount.test.ts',
  title: 'while it waits to be paid',
  built: true,
};
