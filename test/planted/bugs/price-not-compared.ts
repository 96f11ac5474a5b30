import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A price that changed while the card became a token is charged as if the shopper had agreed to it.',
  file: 'src/core/payment-runner.ts',
  find: 'if (isPriceOver(session, now.session, methodId, prepared)) {',
  replace: 'if (isPriceOver(session, session, methodId, prepared)) {',
  test: 'test/core/checkout-late.test.ts',
  title: 'a price that changes',
};
