import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Forty dollars that are typed for a part of an order in reais are taken for forty reais.',
  file: 'src/core/money/read-amount.ts',
  find: "if (OF_A_CURRENCY.test(digits)) return { fault: 'currency' };",
  replace:
    "if (OF_A_CURRENCY.test(digits)) return readAmount(digits.replace(/[^\\d.,]/g, ''), exponent, locale, currency);",
  test: 'test/core/read-amount.test.ts',
  title: 'USD 40',
};
