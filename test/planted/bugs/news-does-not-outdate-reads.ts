import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-13',
  about: 'A read that left before the payment’s answer came takes the payment off the screen.',
  file: 'src/core/machine/on-payment.ts',
  find: 'version: version && version + Number(isNews)',
  replace: 'version: version && version + Number(isNews) * 0',
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
