import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-7',
  about: 'A 2xx that cannot be read is taken for a payment that failed.',
  file: 'src/core/transport/conclude.ts',
  find: "if (error instanceof CheckoutError) return { type: 'lost' };",
  replace:
    "if (error instanceof CheckoutError) return { type: 'declined', payment: declined(session, undefined) };",
  test: 'test/bad-input/pay-answers.test.ts',
  title: 'that was charged',
};
