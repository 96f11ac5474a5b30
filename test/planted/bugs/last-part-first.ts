import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Of the parts that wait the last one is shown first, and not the one that was set first.',
  file: 'src/core/session/payments.ts',
  find: 'rank(decisive) + isOver(payment)',
  replace: 'rank(decisive) + 1',
  test: 'test/core/split.test.ts',
  title: 'the first of two',
};
