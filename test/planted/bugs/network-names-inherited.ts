import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-13',
  about: 'A network that is named like a member of every object is looked up there.',
  file: 'src/elements/method-words.ts',
  find: 'NETWORK_NAMES.get(network) ?? network;',
  replace: '(Object.fromEntries(NETWORK_NAMES) as Record<string, string>)[network] ?? network;',
  test: 'test/e2e/integrity/hostile-server.test.ts',
  title: '__proto__',
  built: true,
};
