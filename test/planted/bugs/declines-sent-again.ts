import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'A-3',
  about: 'A decline is tried again by itself.',
  file: 'src/core/transport/payment-sender.ts',
  find: "if (conclusion.type !== 'in_progress' && conclusion.type !== 'busy') return conclusion;",
  replace:
    "if (conclusion.type !== 'in_progress' && conclusion.type !== 'busy' && conclusion.type !== 'declined')\n        return conclusion;",
  test: 'test/core/declines.test.ts',
  title: 'sent once',
};
