import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Parts of an address that the server showed in part only are sent back as if they were the value.',
  file: 'src/controllers/prepare-payment.ts',
  find: 'known.address && inFull(known.address)',
  replace: 'known.address',
  test: 'test/elements/known-customer.test.ts',
  title: 'nor such a part of an address',
};
