import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-5',
  about: 'One press sends two requests at once.',
  file: 'src/core/machine/on-payment.ts',
  find: "[{ ...state, stage: 'sending' }, [{ type: 'send_payment' }]]",
  replace: "[{ ...state, stage: 'sending' }, [{ type: 'send_payment' }, { type: 'send_payment' }]]",
  test: 'test/properties/sequences-1.test.ts',
  title: 'from number (1|4001) to',
};
