import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-7',
  about: 'The end of another try is shown as the end of this one.',
  file: 'src/core/transport/conclude.ts',
  find: 'isDead(payment) && payment?.attempt !== attempt',
  replace: 'isDead(payment) && attempt < 0',
  test: 'test/bad-input/pay-answers.test.ts',
  title: 'that was charged',
};
