import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-20',
  about: 'The picked method pays all that is due beside the parts that are set.',
  file: 'src/core/payment-body.ts',
  find: 'method.amount ?? restOf(session.amount.due, parts)',
  replace: 'method.amount ?? session.amount.due',
  test: 'test/core/payment-body.test.ts',
  title: 'adds up',
};
