import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'A part that was typed and not added is passed over, and the picked method pays the whole.',
  file: 'src/elements/payment-split/payment-split.ts',
  find: "this.#purpose === 'pay' ? 'partPending' : undefined",
  replace: 'undefined',
  test: 'test/elements/payment-split.test.ts',
  title: 'holds up Pay',
};
