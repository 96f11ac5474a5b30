import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'words',
  about:
    'Where what knows of other languages cannot be had, the language is never settled and the checkout waits.',
  file: 'src/i18n/create-i18n.ts',
  find: `      own = undefined;
      if (turn === this.#turn) this.lacksWords = true;`,
  replace: '      return new Promise(() => undefined);',
  test: 'test/i18n/create-i18n.test.ts',
  title: 'nothing of any language',
};
