import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-7',
  about: 'A gateway’s own 403 page ends the session on the screen.',
  file: 'src/core/transport/api.ts',
  find: 'body !== undefined && isRefused(status)',
  replace: 'isRefused(status)',
  test: 'test/bad-input/other-answers.test.ts',
  title: 'read of native',
};
