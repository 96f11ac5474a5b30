import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-24',
  about: 'A payment of a status nobody knows is taken for one that failed.',
  file: 'src/core/machine/on-payment.ts',
  find: 'const failure = failureOf(payment);',
  replace:
    "const failure = failureOf(payment.status === 'unknown' ? { ...payment, status: 'failed' } : payment);",
  test: 'test/properties/machine.test.ts',
  title: 'unknown status',
};
