import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-1',
  about: 'Any value of the attribute opens the way for the card itself.',
  file: 'src/core/providers/raw-card.ts',
  find: 'consent !== RAW_CARD_CONSENT',
  replace: 'consent === undefined',
  test: 'test/core/providers/raw-card.test.ts',
};
