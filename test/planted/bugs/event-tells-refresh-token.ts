import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-5',
  about: 'The event of a session that is ready carries what opens a fresh one.',
  file: 'src/events.ts',
  find: 'omittedMethodTypes: session.omittedMethodTypes ?? [],',
  replace:
    'omittedMethodTypes: session.omittedMethodTypes ?? [], refreshToken: session.refreshToken?.reveal(),',
  test: 'test/e2e/integrity/canary.test.ts',
  title: 'native in BRL by pix',
  built: true,
};
