import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'What was typed for an address in another country goes with this one.',
  file: 'src/controllers/prepare-payment.ts',
  find: 'draft.isAsked(`customer.address.${part}`)',
  replace: 'part.length > 0',
  test: 'test/elements/customer-address.test.ts',
  title: 'decides what is sent',
};
