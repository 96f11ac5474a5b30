import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'The spaces of the bar code say the digits of the bars.',
  file: 'src/elements/boleto-payment/itf-barcode.ts',
  find: "WIDE[Number(second)] ?? ''",
  replace: "WIDE[Number(first)] ?? ''",
  test: 'test/elements/itf-barcode.test.ts',
};
