import { describe, expect, test } from 'vitest';
import type { CheckoutOptions, PreparedPart } from '../../src/core/checkout-options.js';
import { paymentBody } from '../../src/core/payment-body.js';
import { isPriceOver } from '../../src/core/price.js';
import { native } from '../../src/core/providers/native.js';
import { z2pay } from '../../src/core/providers/z2pay.js';
import type { CheckoutSession } from '../../src/core/session/session.js';

const session = (change: object = {}): CheckoutSession =>
  native.parseSession({
    id: 'ses_1',
    version: 1,
    status: 'partially_paid',
    attempt: 2,
    currency: 'BRL',
    amount: { total: 10_000, paid: 1000 },
    paymentMethods: [
      { id: 'card', type: 'card' },
      { id: 'pix', type: 'pix' },
      { id: 'usd', type: 'card', currency: 'USD', amount: 500 },
    ],
    combined: { enabled: true, max: 3 },
    ...change,
  });

const part = (amount: number, methodId = 'card'): PreparedPart => ({ methodId, amount, details: {} });

function bodyOf(
  parts: readonly PreparedPart[],
  methodId = 'pix',
  change: object = {},
  dialect = native,
): unknown {
  const now = session(change);
  const method = now.paymentMethods.find(({ id }) => id === methodId);
  if (!method) throw new Error('no method');
  const options = { dialect } as CheckoutOptions;
  return paymentBody(options, { customer: {}, customFields: {}, details: {}, parts }, now, method);
}

const amounts = (body: unknown): number[] =>
  (body as { payments: readonly { amount: number }[] }).payments.map(({ amount }) => amount);

describe('the body of a payment in parts', () => {
  test.each([native, z2pay])('adds up to what is due: $id', (dialect) => {
    expect(amounts(bodyOf([part(4000)], 'pix', {}, dialect))).toEqual([4000, 5000]);
    expect(amounts(bodyOf([part(1), part(8998)], 'pix', {}, dialect))).toEqual([1, 8998, 1]);
  });

  test('is that of one payment where no part is set', () => {
    expect(bodyOf([])).toMatchObject({ method: 'pix', amount: 9000 });
    expect(bodyOf([])).not.toHaveProperty('payments');
  });

  test.each([
    ['parts of a session that takes one payment', [part(4000)], 'pix', { combined: null }],
    ['more parts than are taken', [part(1), part(1), part(1)], 'pix', {}],
    ['nothing left for the picked method', [part(9000)], 'pix', {}],
    ['less than nothing left', [part(9001)], 'pix', {}],
    ['a part of a method that is gone', [part(1, 'boleto')], 'pix', {}],
    ['a part of a method with a sum of its own', [part(1, 'usd')], 'pix', {}],
    ['the rest by a method with a sum of its own', [part(1)], 'usd', {}],
  ])('is never written with %s', (_what, parts, methodId, change) => {
    expect(() => bodyOf(parts, methodId, change)).toThrow('do not add up');
  });
});

test.each([
  ['nothing', {}, false],
  ['what is due', { amount: { total: 10_000, paid: 2000 } }, true],
  ['whether parts are taken', { combined: { enabled: false, max: 3 } }, true],
  ['the method of a part', { paymentMethods: [{ id: 'pix', type: 'pix' }] }, true],
])(
  'a press is for the parts as they were: where the server has changed %s since, %j',
  (_what, change, isOver) => {
    const press = { details: {}, parts: [part(4000)] };
    expect(isPriceOver(session(), session(change), 'pix', press)).toBe(isOver);
  },
);
