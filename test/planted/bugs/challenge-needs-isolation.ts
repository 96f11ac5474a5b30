import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-19',
  about: 'In an isolated shop the bank’s page stays blank unless it asks for isolation itself.',
  file: 'src/elements/three-d-secure/three-d-secure.ts',
  find: '?credentialless=${crossOriginIsolated}',
  replace: '',
  test: 'test/e2e/integrity/host-policy.test.ts',
  title: '3-D Secure in the page',
  built: true,
};
