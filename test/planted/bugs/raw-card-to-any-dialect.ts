import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-1',
  about: 'A card is given to a dialect that has not said it sends cards.',
  file: 'src/core/payment-body.ts',
  find: 'prepared.rawCard && !method.tokenizer?.takesRawCard',
  replace: 'false',
  test: 'test/core/raw-card.test.ts',
};
