import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-20',
  about: 'A part that was paid decides what is shown, and the code of the other is never seen.',
  file: 'src/core/session/payments.ts',
  find: "const URGENCY: readonly Payment['status'][] = [",
  replace: "const URGENCY: readonly Payment['status'][] = [\n  'succeeded',",
  test: 'test/properties/combined.test.ts',
  title: 'z2pay',
};
