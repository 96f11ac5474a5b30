import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-7',
  about: 'The frame answers whoever has its window by then.',
  file: 'src/card-frame/frame/connection.ts',
  find: 'nonce }, event.origin);',
  replace: "nonce }, '*');",
  test: 'test/card-frame-wall.test.ts',
};
