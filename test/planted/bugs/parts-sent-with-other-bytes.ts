import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-1',
  about: 'A payment in parts whose answer was lost is sent again with other bytes.',
  file: 'src/core/transport/payment-sender.ts',
  find: 'await this.#api.send(held.request)',
  replace:
    "await this.#api.send({ ...held.request, body: `${held.request.body ?? ''}${' '.repeat(held.sends - 1)}` })",
  test: 'test/properties/combined.test.ts',
  title: 'native',
};
