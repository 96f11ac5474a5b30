import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A company’s number with letters is sent to a provider that takes digits only.',
  file: 'src/elements/customer-fields/field-specs.ts',
  find: "form === 'digits' && /[A-Z]/i.test(value)",
  replace: "form === 'digits' && value === ''",
  test: 'test/elements/customer-fields.test.ts',
  title: 'may be narrower',
};
