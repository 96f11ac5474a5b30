import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal } from '../../src/core/money/parse-decimal.js';
import { toDecimalString } from '../../src/core/money/to-decimal-string.js';
import { transition } from '../../src/core/machine/transition.js';
import { native } from '../../src/core/providers/native.js';
import { z2pay } from '../../src/core/providers/z2pay.js';

const seed = Number(process.env['SEED'] ?? 20_261_120);
const RUNS = 25_000;

/** By the number of decimals of their minor unit (ISO 4217). */
const CURRENCIES = [
  ['CLP', 0],
  ['JPY', 0],
  ['BRL', 2],
  ['USD', 2],
  ['HUF', 2],
  ['KWD', 3],
  ['TND', 3],
] as const;

/** A total, and what is paid of it in parts: up to four, the last of which may leave nothing. */
const purchase = fc
  .record({
    currency: fc.constantFrom(...CURRENCIES),
    parts: fc.array(fc.oneof(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 10 ** 14 })), {
      minLength: 1,
      maxLength: 4,
    }),
    left: fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 1, max: 10 ** 14 })),
  })
  .map(({ currency: [currency, decimals], parts, left }) => {
    const paid = parts.reduce((sum, part) => sum + part, 0);
    return { currency, decimals, parts, paid, left, total: paid + left };
  });

/** Written out by hand: what the remaining amount is in major units. */
function written(minor: number, decimals: number): string {
  const digits = String(BigInt(minor)).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

type Purchase = typeof purchase extends fc.Arbitrary<infer T> ? T : never;

function expectTruth(session: ReturnType<typeof native.parseSession>, it: Purchase): void {
  const [state] = transition({ status: 'loading' }, { type: 'session_read', session });
  const { due, paid } = session.amount;
  const decimal = toDecimalString(due, it.currency);
  // One comparison and not six: there are a hundred thousand of them.
  expect([state.status === 'succeeded', due, paid, decimal, parseDecimal(decimal, it.currency)]).toEqual([
    it.left === 0,
    it.left,
    it.paid,
    written(it.left, it.decimals),
    it.left,
  ]);
}

const nativeBody = ({ currency, parts, paid, left, total }: Purchase, status: string): unknown => ({
  id: 'ses_1',
  version: parts.length,
  status,
  attempt: parts.length + 1,
  currency,
  amount: { total, paid },
  paymentMethods: [{ id: 'card', type: 'card' }],
  payment: { id: 'pay_1', attempt: parts.length, status: 'succeeded', amount: parts.at(-1), currency, left },
});

const z2payBody = ({ currency, parts, total }: Purchase, status: string): unknown => ({
  session: {
    id: `cs_${'0'.repeat(48)}`,
    status,
    amount: total,
    currency,
    paymentAttempts: parts.length,
    config: { paymentMethods: { credit_card: { enabled: true } } },
  },
  payments: parts.map((amount, index) => ({
    id: `p${String(index)}`,
    attempt: index + 1,
    method: 'pix',
    status: 'paid',
    amount,
  })),
});

describe('P-20: a purchase paid in parts', () => {
  test('is no success while anything is due, and what is due is exact (native)', () => {
    fc.assert(
      fc.property(purchase, (it) => {
        expectTruth(native.parseSession(nativeBody(it, it.left === 0 ? 'paid' : 'partially_paid')), it);
      }),
      { seed, numRuns: 2 * RUNS },
    );
  });

  test('is no success while anything is due, and what is due is exact (z2pay, which adds the parts up here)', () => {
    fc.assert(
      fc.property(purchase, (it) => {
        expectTruth(z2pay.parseSession(z2payBody(it, it.left === 0 ? 'paid' : 'partially_paid')), it);
      }),
      { seed, numRuns: RUNS },
    );
  });

  test('is no success by its newest payment alone, whatever the session says but “paid”', () => {
    const statuses = fc.constantFrom(
      'open',
      'processing',
      'partially_paid',
      'expired',
      'canceled',
      'tomorrow',
    );
    fc.assert(
      fc.property(purchase, statuses, (it, status) => {
        fc.pre(it.parts.at(-1) !== it.total);
        const session = native.parseSession(nativeBody(it, status));
        const [state] = transition({ status: 'loading' }, { type: 'session_read', session });
        expect(state.status).not.toBe('succeeded');
      }),
      { seed, numRuns: RUNS },
    );
  });
});
