import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-1',
  about: 'The server remembers no idempotency key and looks at no other payment before it begins one.',
  file: 'src/sandbox/engine/payments.ts',
  find: 'const stored = this.#engine.keys.peek(session.id, key, arrival.body);',
  replace:
    "const stored = undefined; session.status = 'open'; session.paid = 0; session.attempt = Number(key.split(':')[1]);",
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
