import type { PlantedBug } from '../planted-bug.js';

export const bug: PlantedBug = {
  invariant: 'P-25',
  about: 'Forty dollars that are typed for a part of an order in reais are taken for forty reais.',
  file: 'src/core/money/read-amount.ts',
  find: "if (/\\p{Sc}|\\p{Lu}{3}/u.test(digits)) return 'currency';",
  replace:
    "if (/\\p{Lu}{3}/u.test(digits)) return minorOf(digits.replace(/[^\\d.,]/g, ''), exponent, locale, ours);",
  test: 'test/core/read-amount.test.ts',
  title: 'USD 40',
};
