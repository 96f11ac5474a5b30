import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-20',
  about: 'Any page at all may embed the card frame.',
  file: 'src/card-frame/shared/headers.ts',
  find: "`frame-ancestors ${frameAncestors.map(originOf).join(' ') || \"'none'\"}`",
  replace: "'frame-ancestors *'",
  test: 'test/e2e/integrity/card-frame-served.test.ts',
  title: 'look like',
};
