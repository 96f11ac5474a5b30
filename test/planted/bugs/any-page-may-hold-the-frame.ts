import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-7',
  about: 'The server’s list of pages is not asked.',
  file: 'src/card-frame/frame/connection.ts',
  find: '(allowed && !allowed.includes(event.origin))',
  replace: 'allowed?.length === 0',
  test: 'test/card-frame/card-frame-host.test.ts',
  title: 'server’s list',
};
