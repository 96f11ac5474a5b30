import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-24',
  about: 'What was asked about a card is kept after everything was cleared.',
  file: 'src/card-frame/frame/brand-lookup.ts',
  find: 'this.#answers.clear();',
  replace: '',
  test: 'test/card-frame/co-badged.test.ts',
  title: 'nothing of a card is kept',
};
