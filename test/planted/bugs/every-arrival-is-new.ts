import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-4',
  about: 'The server takes every arrival of a payment request for a payment of its own.',
  file: 'src/sandbox/engine/payments.ts',
  find: 'const stored = this.#engine.keys.peek(session.id, key, arrival.body);',
  replace:
    "const stored = undefined; session.status = 'open'; session.paid = 0; session.attempt = Number(key.split(':')[1]);",
  test: 'test/faults/promises.test.ts',
  title: 'P-4',
};
