import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A Chilean number that ends in K is refused.',
  file: 'src/core/validation/national-document.ts',
  find: "'0K987654321'",
  replace: "'00987654321'",
  test: 'test/core/national-document.test.ts',
  title: 'of a RUT',
};
