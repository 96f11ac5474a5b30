import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'A-1',
  about: 'Only some declines count towards the lock.',
  file: 'src/sandbox/engine/payments.ts',
  find: 'const counted = !NOT_A_DECLINE.has(code);',
  replace: "const counted = code === 'declined';",
  test: 'test/e2e/integrity/card-testing.test.ts',
  title: 'by native',
};
