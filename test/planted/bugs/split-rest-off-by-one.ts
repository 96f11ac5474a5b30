import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-20',
  about: 'What is left of a payment in parts is a cent short.',
  file: 'src/core/split.ts',
  find: 'rest - amount, due);',
  replace: 'rest - amount, due - Math.sign(parts.length));',
  test: 'test/core/split.test.ts',
  title: 'add up',
};
