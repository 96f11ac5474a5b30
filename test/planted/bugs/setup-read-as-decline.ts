import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-2',
  about:
    'A public key that the gateway does not know is told as the bank’s "no", and to nobody who can mend it.',
  file: 'src/controllers/prepare-entry.ts',
  find: 'throw explainRefusal(error);',
  replace: 'throw error;',
  test: 'test/e2e/tokenizers.test.ts',
  title: 'is the merchant’s to hear of',
  built: true,
};
