import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: "A bank's QR code over another amount than the one to pay is drawn.",
  file: 'src/core/bank-transfer/read-emv-code.ts',
  find: 'plain(amount) !== plain(toDecimalString(due, currency))',
  replace: 'amount.length > 13',
  test: 'test/core/read-emv-code.test.ts',
  title: 'another amount',
};
