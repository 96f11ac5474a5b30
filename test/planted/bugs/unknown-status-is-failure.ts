import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-24',
  about: 'A payment of a status nobody knows is taken for one that failed.',
  file: 'src/core/machine/on-payment.ts',
  find: "payment.status === 'failed' || payment.status === 'canceled'",
  replace: "payment.status === 'failed' || payment.status === 'canceled' || payment.status === 'unknown'",
  test: 'test/properties/machine.test.ts',
  title: 'unknown status',
};
