import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'The code of a Brazilian state becomes an American one when the country is changed.',
  file: 'src/elements/customer-fields/address-fields.ts',
  find: 'if (last) moveState(draft, last, country);',
  replace: 'if (last === country) moveState(draft, last, country);',
  test: 'test/elements/customer-address.test.ts',
  title: 'keeps the state of each',
};
