import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-20',
  about: 'A part that failed opens the form over another that may still be paid.',
  file: 'src/core/machine/on-payment.ts',
  find: 'const payment = session.payment ?? news;',
  replace: 'const payment = news;',
  test: 'test/core/machine-parts.test.ts',
  title: 'leaves the screen',
};
