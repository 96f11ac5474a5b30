import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-6',
  about: 'Each tab has a key of its own for the same attempt.',
  file: 'src/core/transport/payment-sender.ts',
  find: '`${session.id}:${String(session.attempt)}`',
  replace: '`${session.id}:${String(session.attempt)}:${String(this.#random())}`',
  test: 'test/lifecycle/tabs.test.ts',
  title: '2 of them',
  built: true,
};
