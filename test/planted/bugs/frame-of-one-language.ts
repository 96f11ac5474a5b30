import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'words',
  about:
    'The card frame is made for a language: with another one it comes anew, and what was typed in it is gone.',
  file: 'src/elements/card-form/card-form.ts',
  find: `      frameUrl: tokenizer?.frameUrl ?? '',
`,
  replace: `      frameUrl: tokenizer?.frameUrl ?? '',
      lang: this.i18n.locale,
`,
  test: 'test/elements/card-form.test.ts',
  title: 'speaks the language',
};
