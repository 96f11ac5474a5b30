import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-15',
  about: 'The API’s address is looked up by an id of the document first.',
  file: 'src/controllers/session-controller.ts',
  find: 'apiBase: config.apiBase,\n',
  replace:
    "apiBase: (document.getElementById('apiBase') as HTMLAnchorElement | null)?.href ?? config.apiBase,\n",
  test: 'test/e2e/integrity/hostile-host.test.ts',
  title: 'clobber',
  built: true,
};
