import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-14',
  about:
    'What an answer does not say is read from what the page has put on every object: another way back, another payment.',
  file: 'src/core/transport/request.ts',
  find: '&& !Array.isArray(value) ? bare(value) : value',
  replace: '&& !Array.isArray(value) ? value : value',
  test: 'test/e2e/integrity/polluted-page.test.ts',
  title: 'hostile (text|object)',
  built: true,
};
