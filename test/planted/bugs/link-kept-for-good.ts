import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-4',
  about: 'The name of a payment link’s session is kept beyond the tab.',
  file: 'src/controllers/link-candidate-store.ts',
  find: 'sessionStorage.setItem(name, fresh);',
  replace: 'sessionStorage.setItem(name, fresh); localStorage.setItem(name, fresh);',
  test: 'test/e2e/integrity/requests.test.ts',
  title: 'names? it named|holds the session',
  built: true,
};
