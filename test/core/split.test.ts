import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgePart } from '../../src/core/judge-part.js';
import { native } from '../../src/core/providers/native.js';
import { decisivePayment, paidParts, partsOfTry, withNews } from '../../src/core/session/payments.js';
import type { CheckoutSession, Payment, PaymentMethod } from '../../src/core/session/session.js';
import { mayAddPart, mayPayPart, maySplit, partsThatStand, restOf } from '../../src/core/split.js';

const seed = Number(process.env['SEED'] ?? 20_261_120);

const session = (change: object = {}): CheckoutSession =>
  native.parseSession({
    id: 'ses_1',
    version: 1,
    status: 'open',
    attempt: 1,
    currency: 'BRL',
    amount: { total: 10_000 },
    paymentMethods: [
      { id: 'card', type: 'card' },
      { id: 'pix', type: 'pix' },
    ],
    combined: { enabled: true, max: 3 },
    ...change,
  });
const part = (amount: number, methodId = 'card') => ({ methodId, amount });

describe('the rest', () => {
  /** A due amount and what is typed for it, part after part, in a currency of any exponent. */
  const purchase = fc.record({
    due: fc.oneof(fc.integer({ min: 2, max: 1_000 }), fc.integer({ min: 2, max: Number.MAX_SAFE_INTEGER })),
    shares: fc.array(fc.bigInt({ min: 1n, max: 999n }), { minLength: 1, maxLength: 7 }),
    exponent: fc.constantFrom(0, 2, 3, 6, 8),
    locale: fc.constantFrom('en', 'pt-BR'),
  });
  const typed = (minor: bigint, exponent: number, mark: string): string => {
    const digits = String(minor).padStart(exponent + 1, '0');
    return exponent === 0 ? digits : `${digits.slice(0, -exponent)}${mark}${digits.slice(-exponent)}`;
  };

  test('and the parts add up to what is due, exactly, for every exponent and any number of parts', () => {
    fc.assert(
      fc.property(purchase, ({ due, shares, exponent, locale }) => {
        const parts: { amount: number }[] = [];
        // Counted again in big integers, which are exact by themselves.
        let left = BigInt(due);
        for (const share of shares) {
          const wanted = (left * share) / 1000n;
          const text = typed(wanted, exponent, locale === 'en' ? '.' : ',');
          const read = judgePart(text, restOf(due, parts), exponent, locale, 'BRL');
          expect(read).toEqual(wanted === 0n ? { fault: 'nothing' } : { minor: Number(wanted) });
          if (!('minor' in read)) continue;
          parts.push({ amount: read.minor });
          left -= wanted;
        }
        expect(BigInt(restOf(due, parts))).toBe(left);
        expect(parts.reduce((sum, { amount }) => sum + BigInt(amount), left)).toBe(BigInt(due));
        expect(left > 0n).toBe(true);
      }),
      { seed, numRuns: 5_000 },
    );
  });

  test.each([
    ['60', 6000, { fault: 'tooMuch' }],
    ['60.00', 6000, { fault: 'tooMuch' }],
    ['60.01', 6000, { fault: 'tooMuch' }],
    ['59.99', 6000, { minor: 5999 }], // a cent is left
    ['0.01', 2, { minor: 1 }],
    ['0.01', 1, { fault: 'tooMuch' }],
    ['', 6000, { fault: 'required' }],
    ['0', 6000, { fault: 'nothing' }],
    ['-1', 6000, { fault: 'negative' }],
    ['abc', 6000, { fault: 'unreadable' }],
  ])('of a part of %j of %i is judged: %j', (text, rest, judged) => {
    expect(judgePart(text, rest, 2, 'en', 'BRL')).toEqual(judged);
  });
});

describe('a method', () => {
  const method = (change: Partial<PaymentMethod>): PaymentMethod => ({
    id: 'm',
    type: 'pix',
    requiredFields: [],
    ...change,
  });

  test.each([
    ['that charges what the session says', {}, true],
    ['in the session’s own currency', { currency: 'BRL' }, true],
    ['with a currency of its own', { currency: 'USD' }, false],
    ['with an amount of its own', { amount: 10_000 }, false],
    ['whose card becomes a token', { tokenizer: { name: 'sandbox' } }, true],
    ['whose sum Stripe knows already', { tokenizer: { name: 'stripe', publicKey: 'pk_1' } }, false],
    ['whose card is sent itself', { tokenizer: { name: 'raw', takesRawCard: true } }, false],
  ])('%s: %j may pay a part: %s', (_what, change, may) => {
    expect(mayPayPart(session(), method(change))).toBe(may);
  });

  test.each([
    ['two methods and a switch that is on', {}, true],
    ['no word of it', { combined: null }, false],
    ['a switch that is off', { combined: { enabled: false, max: 8 } }, false],
    ['one entry at most', { combined: { enabled: true, max: 1 } }, false],
    ['one method', { paymentMethods: [{ id: 'pix', type: 'pix' }] }, false],
    [
      'one method of the session’s currency',
      {
        paymentMethods: [
          { id: 'pix', type: 'pix' },
          { id: 'usd', type: 'card', currency: 'USD', amount: 5 },
        ],
      },
      false,
    ],
    ['a cent to pay', { amount: { total: 1 } }, false],
  ])('may be joined by another, with %s: %j is %s', (_what, change, may) => {
    expect(maySplit(session(change))).toBe(may);
  });
});

describe('the parts that are set', () => {
  test.each([
    ['none', [], true],
    ['one of three', [part(4000)], true],
    ['two of three: the rest is the third', [part(4000), part(1000)], false],
    ['all but a cent', [part(9999)], false],
  ])('take one more: %s', (_what, parts, may) => {
    expect(mayAddPart(session(), parts)).toBe(may);
  });

  test.each([
    ['as they were', {}, true],
    ['at a price they leave something of', { amount: { total: 4001 } }, true],
    ['at a price they pay all of', { amount: { total: 4000 } }, false],
    ['where parts are not taken any more', { combined: { enabled: false, max: 3 } }, false],
    ['where fewer are taken', { combined: { enabled: true, max: 1 } }, false],
    ['where their method is gone', { paymentMethods: [{ id: 'pix', type: 'pix' }] }, false],
  ])('stand or fall together: %s', (_what, change, stand) => {
    expect(partsThatStand(session(change), [part(4000)])).toEqual(stand ? [part(4000)] : []);
  });
});

describe('the payments of a try', () => {
  const payment = (id: string, status: Payment['status'], attempt = 1): Payment => ({
    id,
    attempt,
    status,
    amount: 1,
    currency: 'BRL',
    method: 'pix',
  });

  test.each([
    ['one that needs the shopper', ['failed', 'processing', 'requires_action', 'succeeded'], 2],
    ['the first of two that do', ['failed', 'requires_action', 'requires_action'], 1],
    ['the first of two nobody has decided', ['processing', 'processing'], 0],
    ['the last of two that failed, where tries have no numbers', ['failed', 'failed'], 1],
    ['one that is not decided', ['failed', 'processing', 'succeeded'], 1],
    ['one nobody understands', ['succeeded', 'unknown', 'failed'], 1],
    ['the one that failed', ['succeeded', 'failed', 'succeeded'], 1],
    ['the failed one before the one that was given up', ['canceled', 'failed'], 1],
    ['any, where all are paid', ['succeeded', 'succeeded'], 1],
  ] as const)('are decided by %s: %j', (_what, statuses, index) => {
    const payments = statuses.map((status, at) => payment(String(at), status));
    expect(decisivePayment(payments)?.id).toBe(String(index));
    // What an earlier try paid or failed with decides nothing; what it left open may still be charged, so it does.
    expect(decisivePayment([payment('old', 'failed', 0), ...payments])?.id).toBe(String(index));
    const isOpen = statuses.some((status) => !['failed', 'canceled', 'succeeded'].includes(status));
    const open = decisivePayment([payment('old', 'requires_action', 0), ...payments]);
    expect(open?.id).toBe(isOpen ? String(index) : 'old');
  });

  test('are its parts, and none of an earlier one', () => {
    const payments = [payment('old', 'failed'), payment('a', 'failed', 2), payment('b', 'processing', 2)];
    const shown = partsOfTry(session({ payments, payment: decisivePayment(payments) }));
    expect(shown.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('are none where there is none', () => {
    expect(decisivePayment([])).toBeUndefined();
  });

  test('take news in their place, and a new one at the end', () => {
    const known = [payment('a', 'requires_action'), payment('b', 'processing')];
    expect(withNews(known, payment('a', 'failed')).map(({ id, status }) => [id, status])).toEqual([
      ['a', 'failed'],
      ['b', 'processing'],
    ]);
    expect(withNews(known, payment('c', 'failed')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('are told apart by what has come in', () => {
    const payments = [payment('a', 'succeeded'), payment('b', 'failed'), payment('c', 'succeeded', 2)];
    expect(paidParts({ ...session(), payments }).map(({ id }) => id)).toEqual(['a', 'c']);
    expect(paidParts(session())).toEqual([]);
  });
});
