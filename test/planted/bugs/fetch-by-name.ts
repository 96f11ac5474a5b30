import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-15',
  about: 'The API’s address is looked up by an id of the document first.',
  file: 'src/controllers/checkout-options-of.ts',
  find: '  apiBase,\n  token,',
  replace:
    "  apiBase: (document.getElementById('apiBase') as HTMLAnchorElement | null)?.href ?? apiBase,\n  token,",
  test: 'test/e2e/integrity/hostile-host.test.ts',
  title: 'clobber',
  built: true,
};
