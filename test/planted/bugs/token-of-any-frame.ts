import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-9',
  about: 'A token pays from whichever frame it was made in.',
  file: 'src/sandbox/engine/cards.ts',
  find: 'isFor(record.frameNonce, use.frameNonce)',
  replace: "record.frameNonce !== ''",
  test: 'test/sandbox/card-token-binding.test.ts',
  title: 'another life',
};
