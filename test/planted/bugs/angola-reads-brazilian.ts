import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'words',
  about: 'Only Portugal reads European Portuguese: Angola and Mozambique get the words of Brazil.',
  file: 'src/i18n/languages.ts',
  find: "return region === 'BR' ? ['pt-BR'] : ['pt-PT', 'pt-BR'];",
  replace: "return region === 'PT' ? ['pt-PT', 'pt-BR'] : ['pt-BR'];",
  test: 'test/i18n/create-i18n.test.ts',
  title: 'words for pt-AO',
};
