import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A known document that the method does not take stays a line of text, and is sent.',
  file: 'src/elements/customer-fields/customer-fields.ts',
  find: '!row.isOpen && this.#isRefused(row, turn)',
  replace: 'row.isOpen && this.#isRefused(row, turn)',
  test: 'test/elements/known-customer.test.ts',
  title: 'a CNPJ where a CPF is asked',
};
