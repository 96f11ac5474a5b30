import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-24',
  about: 'A payment status nobody has seen before is taken for a failure.',
  file: 'src/core/providers/plugtopay-wire.ts',
  find: "f.words(PAYMENT_STATUSES, 'unknown')",
  replace: "f.words(PAYMENT_STATUSES, 'failed')",
  test: 'test/bad-input/fields.test.ts',
  title: 'answer of plugtopay',
};
