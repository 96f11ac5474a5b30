import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-1',
  about: 'The card frame hands the card over to any page that asks for it.',
  file: 'src/card-frame/frame/tokenizers/raw.ts',
  find: "originsIn('card-frame-raw')?.includes(origin) ?? false",
  replace: "origin !== ''",
  test: 'test/card-frame/raw-card.test.ts',
  title: 'names no page',
};
