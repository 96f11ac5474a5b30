import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-3',
  about: 'A press takes the next number by itself instead of the one the server issued.',
  file: 'src/core/machine/on-payment.ts',
  find: 'attempt: session.attempt,',
  replace: 'attempt: session.attempt + 1,',
  test: 'test/model/protocol.test.ts',
  title: 'one page with a slip',
};
