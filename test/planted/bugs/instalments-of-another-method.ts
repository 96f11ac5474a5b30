import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'What was picked before the offers went is sent with the next press.',
  file: 'src/controllers/prepare-entry.ts',
  find: 'if (isPart || !method.installments?.length) {',
  replace: "if (method.id === '') {",
  test: 'test/elements/card-installments.test.ts',
  title: 'when the instalments are taken away',
};
