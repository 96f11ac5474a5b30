import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'A-1',
  about:
    'A card whose tokenizer is called raw is left out as if its type were unknown: the merchant updates in vain.',
  file: 'src/core/payment-methods/index.ts',
  find: `tokenizer?.name === 'raw')`,
  replace: `tokenizer?.name === 'none')`,
  test: 'test/core/raw-card.test.ts',
};
