import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-2',
  about: 'The card frame is mounted on the page’s own origin, where every script can read it.',
  file: 'src/card-frame/host/frame-url.ts',
  find: 'url.origin === pageOrigin && !isLoopback(url.hostname)',
  replace: 'false',
  test: 'test/e2e/integrity/card-frame-served.test.ts',
  title: 'no wall',
  built: true,
};
