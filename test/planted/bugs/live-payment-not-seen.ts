import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about: 'A read that shows a payment on its way offers the button again.',
  file: 'src/core/machine/settle.ts',
  find: "new Set(['processing', 'requires_action', 'unknown'])",
  replace: "new Set(['requires_action', 'unknown'])",
  test: 'test/model/protocol.test.ts',
  title: 'one page that sends twice',
};
