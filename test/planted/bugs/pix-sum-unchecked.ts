import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'S-23',
  about: 'A Pix code is shown although its check sum is wrong.',
  file: 'src/core/pix/br-code.ts',
  find: 'crc16(text.slice(0, -4)) === parseInt(sum, 16)',
  replace: 'sum',
  test: 'test/core/pix-br-code.test.ts',
  title: 'whatever byte',
};
