import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-3',
  about: 'Every send gets a key of its own, as if a key were there to tell requests apart.',
  file: 'src/core/transport/payment-sender.ts',
  find: 'const outcome = await this.#api.send(held.request);',
  replace:
    "const outcome = await this.#api.send({ ...held.request, headers: { ...held.request.headers, 'Idempotency-Key': `${held.session.id}:${String(held.session.attempt + held.sends - 1)}` } });",
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
