import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-1',
  about:
    'A press after a failure takes a number of its own, whether or not the server closed the one before.',
  file: 'src/core/machine/on-payment.ts',
  find: 'attempt: session.attempt,',
  replace: 'attempt: session.attempt + (state.failure ? 1 : 0),',
  test: 'test/model/protocol.test.ts',
  title: 'server guards nothing',
};
