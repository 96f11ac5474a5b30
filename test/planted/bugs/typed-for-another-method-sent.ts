import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A phone that was typed for one method is sent with another, which does not ask for it.',
  file: 'src/controllers/prepare-payment.ts',
  find: 'entries[field] !== undefined && isAsked(field)',
  replace: 'entries[field] !== undefined',
  test: 'test/elements/known-customer.test.ts',
  title: 'typed for a method that asks for more',
};
