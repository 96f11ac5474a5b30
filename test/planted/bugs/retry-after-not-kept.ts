import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-9',
  about: 'A busy API is asked again before the time it told.',
  file: 'src/core/transport/payment-sender.ts',
  find: 'Math.max(conclusion.afterMs ?? 0, backoffMs(',
  replace: 'Math.min(conclusion.afterMs ?? 8_000, backoffMs(',
  test: 'test/properties/parts-retry.test.ts',
  title: 'never shorter than told, of at most',
};
