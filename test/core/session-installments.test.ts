import { describe, expect, test } from 'vitest';
import { installmentsFor, isAgreed } from '../../src/core/session/installments.js';

const offer = (count: number, brands?: readonly string[]) => ({ count, amount: 1, total: count, brands });

describe('offers', () => {
  const method = {
    installments: [offer(1), offer(3, ['Visa', 'American Express']), offer(6, ['elo']), offer(9, [])],
  };

  test.each([
    ['no brand yet', undefined, [1, 9]],
    ['a brand that has some of its own', 'visa', [1, 3, 9]],
    ['a brand that is written in another way', 'amex', [1, 3, 9]],
    ['another brand', 'elo', [1, 6, 9]],
    ['a brand without any', 'hipercard', [1, 9]],
  ])('for %s', (_what, brand, counts) => {
    expect(installmentsFor(method, brand).map(({ count }) => count)).toEqual(counts);
  });

  test('are none where the method lists none, and never of no instalment at all', () => {
    expect(installmentsFor({}, 'visa')).toEqual([]);
    expect(installmentsFor({ installments: [offer(0)] }, 'visa')).toEqual([]);
  });
});

test.each([
  [{ installments: '3', installmentTotal: '3' }, true],
  [{ installments: '3' }, true], // agrees to the number alone
  [{ installments: '3', installmentTotal: '4' }, false],
  [{ installments: '2', installmentTotal: '3' }, false],
  [{}, false],
])('three instalments are agreed to by %j: %s', (agreed, is) => {
  expect(isAgreed(offer(3), agreed)).toBe(is);
});
