import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'words',
  about:
    'The merchant’s own words are shown in the first language, and are gone when the shopper takes another.',
  file: 'src/controllers/session-controller.ts',
  find: 'setLocale(wanted, messages)',
  replace: 'setLocale(wanted, this.#words ? undefined : messages)',
  test: 'test/elements/own-words.test.ts',
  title: 'stand in the place of ours',
};
