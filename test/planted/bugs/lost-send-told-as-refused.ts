import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about: 'A send without an answer is told as “not executed”, and Pay is offered again.',
  file: 'src/core/transport/payment-sender.ts',
  find: `        held.lost = true;
        return { type: 'lost' };`,
  replace: `        held.lost = true;
        return { type: 'refused', failure: { code: 'busy', retryable: true } };`,
  test: 'test/core/checkout-late.test.ts',
  title: 'proves nothing',
};
