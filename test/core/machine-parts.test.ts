import { describe, expect, test } from 'vitest';
import type { CheckoutState } from '../../src/core/machine/state.js';
import { transition } from '../../src/core/machine/transition.js';
import { decisivePayment } from '../../src/core/session/payments.js';
import type { CheckoutSession, Payment } from '../../src/core/session/session.js';
import { aPayment, aSession } from '../support/fixtures.js';

const qr = { type: 'qr_code', scheme: 'pix', data: '000201' } as const;
const amount = { subtotal: 100, discount: 0, tax: 0, shipping: 0, total: 100, paid: 0, due: 100 };

const waits = (id: string): Payment =>
  aPayment({ id, amount: 40, status: 'requires_action', nextAction: qr });
const ended = (id: string, status: Payment['status'], part = 60): Payment =>
  aPayment({
    id,
    status,
    amount: part,
    ...(status === 'failed' && { failure: { code: 'declined', retryable: true } }),
  });

/** A session whose try has these parts, as the server tells it. */
const split = (payments: readonly Payment[], change: Partial<CheckoutSession> = {}): CheckoutSession =>
  aSession({
    status: 'processing',
    amount,
    combined: { enabled: true, max: 4 },
    payments,
    payment: decisivePayment(payments),
    ...change,
  });

const sending = (session: CheckoutSession): CheckoutState => ({
  status: 'submitting',
  stage: 'sending',
  session,
  methodId: 'pix',
  attempt: 1,
});
const read = (state: CheckoutState, session: CheckoutSession): CheckoutState =>
  transition(state, { type: 'session_read', session })[0];
const answered = (state: CheckoutState, payment: Payment): CheckoutState =>
  transition(state, { type: 'payment_answered', payment })[0];

const shown = (payments: readonly Payment[]): CheckoutState => read({ status: 'loading' }, split(payments));

describe('a read of a try in parts', () => {
  const half = { ...amount, paid: 60, due: 40 };

  test.each([
    ['a code that waits, whatever else is over', [ended('a', 'failed'), waits('b')], {}, 'action_required'],
    ['a part that is undecided', [ended('a', 'failed'), ended('b', 'processing')], {}, 'processing'],
    [
      'a paid part and a failed one',
      [ended('a', 'succeeded'), ended('b', 'failed', 40)],
      { status: 'partially_paid', amount: half, attempt: 2 },
      'ready',
    ],
    [
      'a paid part and one that was given up',
      [ended('a', 'succeeded'), ended('b', 'canceled', 40)],
      { status: 'partially_paid', amount: half, attempt: 2 },
      'ready',
    ],
    [
      'paid parts that the session has not added up yet',
      [ended('a', 'succeeded'), ended('b', 'succeeded', 40)],
      { status: 'open' },
      'processing',
    ],
    [
      'a session that is paid',
      [ended('a', 'succeeded'), ended('b', 'succeeded', 40)],
      { status: 'paid' },
      'succeeded',
    ],
  ] as const)('that tells of %s: %#', (_what, payments, change, status) => {
    expect(read(sending(split([])), split(payments, change)).status).toBe(status);
  });

  test('shows one code after the other', () => {
    const first = shown([waits('a'), waits('b')]);
    expect(first).toMatchObject({ status: 'action_required', payment: { id: 'a' } });
    const second = read(first, split([ended('a', 'succeeded'), waits('b')], { version: 2 }));
    expect(second).toMatchObject({ status: 'action_required', payment: { id: 'b' } });
  });

  test('tells why a part failed once the others are over, also where the shopper gave the last one up', () => {
    const leaving = transition(shown([ended('a', 'failed'), waits('b')]), { type: 'action_canceled' })[0];
    const payments = [ended('a', 'failed'), ended('b', 'canceled', 40)];
    const next = read(leaving, split(payments, { status: 'open', attempt: 2, version: 2 }));
    expect(next).toMatchObject({ status: 'ready', failure: { code: 'declined' } });
  });
});

test('a payment that may still be charged decides over a newer one that is over', () => {
  const payments = [waits('a'), { ...ended('b', 'succeeded'), attempt: 2 }];
  for (const listed of [payments, [...payments].reverse()])
    expect(shown(listed)).toMatchObject({ status: 'action_required', payment: { id: 'a' } });
  const over = [ended('a', 'canceled'), { ...ended('b', 'failed'), attempt: 2 }];
  expect(decisivePayment(over)?.id).toBe('b');
  expect(decisivePayment([...over].reverse())?.id).toBe('b');
});

describe('news of one part', () => {
  test('that was paid is never taken for the whole', () => {
    const state = answered(sending(split([])), ended('a', 'succeeded', 99));
    expect(state.status).toBe('processing');
  });

  test('that was paid by an earlier try pays nothing of the rest: it is asked on', () => {
    const rest = { ...amount, paid: 60, due: 40 };
    const session = split([ended('a', 'succeeded')], { status: 'partially_paid', amount: rest, attempt: 2 });
    const state = answered({ ...sending(session), attempt: 2 } as CheckoutState, ended('a', 'succeeded'));
    expect(state.status).toBe('processing');
    const paid = { ...ended('b', 'succeeded', 40), attempt: 2 };
    expect(answered({ ...sending(session), attempt: 2 } as CheckoutState, paid).status).toBe('succeeded');
  });

  test('that is over leaves the screen to the one that waits', () => {
    for (const status of ['failed', 'canceled', 'succeeded'] as const) {
      const state = answered(shown([waits('a'), waits('b')]), ended('a', status, 40));
      expect(state).toMatchObject({
        status: 'action_required',
        payment: { id: 'b' },
        session: { attempt: 1 },
      });
    }
  });

  test('that is the last to end opens the next try, with what was paid kept in mind', () => {
    const state = answered(shown([ended('a', 'succeeded'), waits('b')]), ended('b', 'failed', 40));
    expect(state).toMatchObject({ status: 'ready', session: { attempt: 2 }, failure: { code: 'declined' } });
    expect(state).toMatchObject({ session: { payments: [{ id: 'a' }, { id: 'b', status: 'failed' }] } });
  });

  test('that is known already makes no read an old one', () => {
    const state = shown([ended('a', 'succeeded'), waits('b')]);
    const again = answered(state, ended('a', 'succeeded'));
    expect(again).toMatchObject({ status: 'action_required', session: { version: 1 } });
    const news = answered(state, ended('b', 'succeeded', 40));
    expect(news).toMatchObject({ session: { version: 2 } });
  });

  test('of a provider that tells one payment only is news of that one', () => {
    const { payments: _payments, ...session } = split([]);
    const state = answered(sending(session), ended('a', 'failed'));
    expect(state).toMatchObject({ status: 'ready', session: { attempt: 2, payment: { id: 'a' } } });
  });
});
