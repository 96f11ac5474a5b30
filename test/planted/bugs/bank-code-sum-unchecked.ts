import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: "A bank's QR code with a wrong checksum is drawn.",
  file: 'src/core/bank-transfer/read-emv-code.ts',
  find: 'crc16(text.slice(0, -4)) !== parseInt(sum, 16)',
  replace: 'sum.length !== 4',
  test: 'test/core/read-emv-code.test.ts',
  title: 'wrong checksum',
};
