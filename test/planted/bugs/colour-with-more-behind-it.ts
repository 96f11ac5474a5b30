import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'theme',
  about: 'A colour of the session’s branding may go on with anything after its six digits.',
  file: 'src/core/providers/parse.ts',
  find: 'matching(/^#[\\da-f]{6}$/i, value)',
  replace: 'matching(/^#[\\da-f]{6}/i, value)',
  test: 'test/core/providers/parse.test.ts',
  title: 'refuse what they are not for',
};
