import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-20',
  about: 'The next try begins while a part of this one may still be paid.',
  file: 'src/sandbox/engine/payments.ts',
  find: 'if (session.payments.some((other) => other.attempt === attempt && isLive(other))) return;',
  replace: '',
  test: 'test/sandbox/native-buyer.test.ts',
  title: 'keeps the other part alive',
};
