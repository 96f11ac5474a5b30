import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-26',
  about: 'The browser is not told what the card’s fields are.',
  file: 'src/card-frame/frame/field.ts',
  find: "type: 'text',\n    autocomplete: id === 'document' ? 'off' : id,",
  replace: "type: 'text',\n    autocomplete: 'off',",
  test: 'test/card-frame/card-form.test.ts',
  title: 'right keyboard',
};
