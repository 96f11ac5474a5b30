import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A postal code that is only begun is taken for whole.',
  file: 'src/core/validation/postal-code.ts',
  find: 'code.length === slotsOf(form).length && begins(code, form)',
  replace: 'begins(code, form)',
  test: 'test/core/address-formats.test.ts',
  title: 'is refused',
};
