import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effect, MachineEvent } from '../../src/core/machine/events.js';
import type { CheckoutState, CheckoutStatus } from '../../src/core/machine/state.js';
import { transition } from '../../src/core/machine/transition.js';
import { Secret } from '../../src/core/session/secret.js';
import type { CheckoutSession, Payment } from '../../src/core/session/session.js';
import { aMethod, aPayment, aSession } from '../support/fixtures.js';

const qr = { type: 'qr_code', scheme: 'pix', data: '000201' } as const;
const redirect = { type: 'redirect', url: 'https://bank.example/pay' } as const;
const failure = { code: 'declined', retryable: true } as const;
const session = aSession({ successUrl: 'https://shop.example/ok', cancelUrl: 'https://shop.example/cart' });
const error = { kind: 'network', code: 'unreachable', message: '', retryable: true } as const;

const ready: CheckoutState = { status: 'ready', session, methodId: 'pix' };
const preparing: CheckoutState = {
  status: 'submitting',
  stage: 'preparing',
  session,
  methodId: 'pix',
  attempt: 1,
};
const sending: CheckoutState = { ...preparing, stage: 'sending' };
const unknown: CheckoutState = { status: 'unknown', session, methodId: 'pix', attempt: 1, gaveUp: false };
const waiting: CheckoutState = {
  status: 'action_required',
  session,
  methodId: 'pix',
  payment: aPayment({ status: 'requires_action', nextAction: qr }),
  action: qr,
};
const succeeded: CheckoutState = { status: 'succeeded', session, methodId: 'pix', stalled: false };

const notices = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => (effect.type === 'announce' ? [effect.notice.type] : []));
const actions = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => (effect.type === 'announce' ? [] : [effect.type]));

describe('a read of a provider that numbers no versions', () => {
  const old = aSession({ version: 0 });
  const live = { ...waiting, session: { ...old, payment: waiting.payment } } as CheckoutState;

  test('that knows nothing of the payment on its way is an older one: Pay is not offered over it', () => {
    expect(transition(live, { type: 'session_read', session: old })).toEqual([live, []]);
  });

  test.each([
    ['the next try', { attempt: 2 }],
    ['the payment’s end', { payment: aPayment({ status: 'failed' }), attempt: 2 }],
    ['the session’s end', { status: 'expired' }],
  ] as const)('that tells of %s is news', (_about, over) => {
    const [next] = transition(live, { type: 'session_read', session: { ...old, ...over } });
    expect(next.status).not.toBe('action_required');
  });
});

test('an action whose file is missed opens the lock again, and says that nothing was sent', () => {
  const [given] = transition(waiting, { type: 'action_canceled' });
  const [next] = transition(given, {
    type: 'action_refused',
    failure: { code: 'not_sent', retryable: true },
  });
  expect(next).toMatchObject({ status: 'action_required', leaving: false, failure: { code: 'not_sent' } });
});

test('a session that expired over a part of its money is not begun again', () => {
  const [next] = transition(ready, {
    type: 'session_read',
    session: {
      ...session,
      status: 'expired',
      refreshToken: new Secret('r'),
      amount: { ...session.amount, paid: 5000, due: 10000 },
    },
  });
  expect(next).toMatchObject({ status: 'expired', refreshable: false });
});

describe('what a session read makes of the state', () => {
  const rows: [string, Partial<CheckoutSession>, CheckoutStatus][] = [
    ['an open session', {}, 'ready'],
    ['a partially paid session', { status: 'partially_paid' }, 'ready'],
    ['a session being paid', { status: 'processing' }, 'processing'],
    ['a paid session', { status: 'paid' }, 'succeeded'],
    ['an expired session', { status: 'expired' }, 'expired'],
    ['a canceled session', { status: 'canceled' }, 'canceled'],
    ['a failed session that ends there', { status: 'failed' }, 'locked'],
    ['a failed session that may be tried again', { status: 'failed', canRetryAfterFailure: true }, 'ready'],
    ['a status nobody knows', { status: 'unknown' }, 'processing'],
    ['a payment on its way', { payment: aPayment() }, 'processing'],
    ['a payment of a status nobody knows', { payment: aPayment({ status: 'unknown' }) }, 'processing'],
    [
      'a payment that waits for the shopper',
      { payment: aPayment({ status: 'requires_action', nextAction: qr }) },
      'action_required',
    ],
    // Something this version cannot show is still a payment that may be charged: wait, do not offer another.
    [
      'an action nobody knows',
      { payment: aPayment({ status: 'requires_action', nextAction: { type: 'unknown', name: 'retina' } }) },
      'processing',
    ],
    ['a payment that succeeded', { payment: aPayment({ status: 'succeeded' }) }, 'succeeded'],
    [
      'a part that succeeded of a session paid in parts',
      { status: 'partially_paid', payment: aPayment({ status: 'succeeded' }) },
      'ready',
    ],
    // Money counts before what the session says of itself: a payment accepted before the expiry lives past it.
    ['a live payment of an expired session', { status: 'expired', payment: aPayment() }, 'processing'],
    [
      'a succeeded payment of an expired session',
      { status: 'expired', payment: aPayment({ status: 'succeeded' }) },
      'succeeded',
    ],
    ['a failed payment', { attempt: 2, payment: aPayment({ status: 'failed', failure }) }, 'ready'],
    ['no method that can be shown', { paymentMethods: [] }, 'unavailable'],
  ];
  test.each(rows)('%s', (_name, over, expected) => {
    const [state, effects] = transition(
      { status: 'loading' },
      { type: 'session_read', session: aSession(over) },
    );
    expect(state.status).toBe(expected);
    expect(notices(effects)).toContain('checkout-state-change');
    if (expected !== 'unavailable') expect(notices(effects)).toContain('checkout-ready');
  });

  test('a single method is picked by itself, several are left to the shopper', () => {
    const one = aSession({ paymentMethods: [aMethod('pix')] });
    expect(transition({ status: 'loading' }, { type: 'session_read', session: one })[0]).toMatchObject({
      methodId: 'pix',
    });
    const [several] = transition({ status: 'loading' }, { type: 'session_read', session });
    expect(several).toMatchObject({ methodId: undefined });
  });

  test('the picked method survives a re-read, unless the session no longer offers it', () => {
    const read = (over: Partial<CheckoutSession>) =>
      transition(ready, { type: 'session_read', session: aSession({ version: 2, ...over }) })[0];
    expect(read({})).toMatchObject({ methodId: 'pix' });
    expect(read({ paymentMethods: [aMethod('card'), aMethod('boleto')] })).toMatchObject({
      methodId: undefined,
    });
  });

  describe('where nothing is picked after a payment that did not happen', () => {
    const paymentMethods = [
      aMethod('card'),
      aMethod('pix', { id: 'PIX' }),
      aMethod('boleto'),
      aMethod('bank_redirect', { id: 'WEBPAY' }),
      aMethod('bank_redirect', { id: 'ETPAY' }),
    ];
    test.each<[string, Partial<Payment>, string | undefined]>([
      ['its method is, by its type', { status: 'failed', method: 'pix' }, 'PIX'],
      ['its method is, by its id', { status: 'canceled', method: 'WEBPAY' }, 'WEBPAY'],
      ['nothing is where its type fits several', { status: 'failed', method: 'bank_redirect' }, undefined],
      ['nothing is where it is no longer offered', { status: 'failed', method: 'zimswitch' }, undefined],
      ['nothing is where it was in another currency', { method: 'pix', currency: 'USD' }, undefined],
    ])('%s', (_name, over, methodId) => {
      const payment = aPayment({ status: 'failed', ...over });
      const read = aSession({ paymentMethods, payment, attempt: 2 });
      const [next] = transition({ status: 'loading' }, { type: 'session_read', session: read });
      expect(next).toMatchObject({ status: 'ready', methodId });
    });

    test('what the shopper picked since is kept', () => {
      const read = aSession({ paymentMethods, payment: aPayment({ status: 'failed' }), version: 2 });
      const picked: CheckoutState = { status: 'ready', session: read, methodId: 'card' };
      const [next] = transition(picked, { type: 'session_read', session: { ...read, version: 3 } });
      expect(next).toMatchObject({ methodId: 'card' });
    });
  });

  test('methods left out are reported once, with the way to mend it', () => {
    const [, effects] = transition(
      { status: 'loading' },
      { type: 'session_read', session: aSession({ omittedMethodTypes: ['barter'] }) },
    );
    const report = effects.find(
      (effect) => effect.type === 'announce' && effect.notice.type === 'checkout-error',
    );
    expect(report).toMatchObject({ notice: { detail: { kind: 'integration', code: 'unsupported_method' } } });
  });
});

describe('one payment at a time', () => {
  test('a submit leads from ready to preparing, with the attempt the server issued', () => {
    const [state, effects] = transition(ready, { type: 'payment_submitted' });
    expect(state).toMatchObject({ status: 'submitting', stage: 'preparing', attempt: 1 });
    expect(actions(effects)).toEqual(['prepare_payment']);
  });

  test.each<[string, CheckoutState]>([
    ['idle', { status: 'idle' }],
    ['loading', { status: 'loading' }],
    ['preparing', preparing],
    ['sending', sending],
    ['unknown', unknown],
    ['action_required', waiting],
    ['succeeded', succeeded],
    ['no method picked', { ...ready, methodId: undefined }],
    ['leaving', { ...ready, leaving: true } as CheckoutState],
    ['locked', { status: 'locked', session }],
    ['expired', { status: 'expired', session, refreshable: true }],
  ])('a submit means nothing while %s', (_name, state) => {
    expect(transition(state, { type: 'payment_submitted' })).toEqual([state, []]);
  });

  test('preparation that fails returns to ready and says why, without a send', () => {
    const [state, effects] = transition(preparing, { type: 'preparation_failed', failure });
    expect(state).toMatchObject({ status: 'ready', failure });
    expect(actions(effects)).toEqual([]);
    expect(notices(effects)).toContain('payment-failure');
  });

  test('a decline returns to ready with the next attempt and the reason', () => {
    const [state, effects] = transition(sending, {
      type: 'payment_answered',
      payment: aPayment({ status: 'failed', failure }),
    });
    expect(state).toMatchObject({ status: 'ready', failure, methodId: 'pix', session: { attempt: 2 } });
    expect(notices(effects)).toEqual(['checkout-state-change', 'payment-failure']);
    expect(actions(effects)).toContain('read_session');
  });

  test.each([0, 5000])('a decline says that earlier parts have paid %i', (paid) => {
    const amount = { ...session.amount, paid };
    const [, effects] = transition(
      { ...sending, session: { ...session, amount } },
      { type: 'payment_answered', payment: aPayment({ status: 'failed', failure }) },
    );
    const notice = { type: 'payment-failure', detail: { ...failure, amountPaid: paid } };
    expect(effects).toContainEqual({ type: 'announce', notice });
  });

  test('a decline that may not be tried again locks', () => {
    const last = { code: 'declined', retryable: false };
    const [state] = transition(sending, {
      type: 'payment_answered',
      payment: aPayment({ status: 'failed', failure: last }),
    });
    expect(state.status).toBe('locked');
  });

  test('a late answer to an earlier try does not hide the payment that is under way', () => {
    const read = aSession({ version: 4, attempt: 2, payment: aPayment({ id: 'pay_2', attempt: 2 }) });
    const [processing] = transition(sending, { type: 'session_read', session: read });
    const [state, effects] = transition(processing, {
      type: 'payment_answered',
      payment: aPayment({ attempt: 1, status: 'failed', failure }),
    });
    expect(state).toBe(processing);
    expect(actions(effects)).toEqual(['read_session']);
  });

  test('a payment that gives a redirect leaves the page once, by the shopper’s own submit only', () => {
    const payment = aPayment({ status: 'requires_action', nextAction: redirect });
    const [, sent] = transition(sending, { type: 'payment_answered', payment });
    expect(actions(sent)).toContain('navigate');
    const [, loaded] = transition(
      { status: 'loading' },
      { type: 'session_read', session: aSession({ payment }) },
    );
    expect(actions(loaded)).not.toContain('navigate');
  });
});

describe('a lost answer', () => {
  test('is unknown, never failed, and starts the recovery', () => {
    const [state, effects] = transition(sending, { type: 'payment_lost' });
    expect(state).toMatchObject({ status: 'unknown', attempt: 1, gaveUp: false });
    expect(actions(effects)).toEqual(['recover_payment']);
    expect(notices(effects)).toEqual(['checkout-state-change', 'payment-unknown']);
  });

  test.each<[string, Partial<CheckoutSession>, CheckoutStatus]>([
    ['nothing new', {}, 'unknown'],
    ['an older failed payment', { payment: aPayment({ attempt: 0, status: 'failed', failure }) }, 'unknown'],
    ['the payment on its way', { payment: aPayment() }, 'processing'],
    ['the payment made', { status: 'paid', payment: aPayment({ status: 'succeeded' }) }, 'succeeded'],
    [
      'the payment declined and the attempt closed',
      { attempt: 2, payment: aPayment({ status: 'failed', failure }) },
      'ready',
    ],
    ['the session expired with no payment', { status: 'expired' }, 'expired'],
  ])('a read that shows %s', (_name, over, expected) => {
    const read = { type: 'session_read', session: aSession({ version: 2, ...over }) } as const;
    expect(transition(unknown, read)[0].status).toBe(expected);
    expect(transition(sending, read)[0].status).toBe(expected === 'unknown' ? 'submitting' : expected);
  });

  test('patience that ends changes the words, not the question', () => {
    expect(transition(unknown, { type: 'patience_ended' })[0]).toMatchObject({
      status: 'unknown',
      gaveUp: true,
    });
  });
});

describe('leaving', () => {
  test('only a session at rest can be cancelled', () => {
    expect(actions(transition(ready, { type: 'cancel_requested' })[1])).toEqual(['cancel_session']);
    for (const state of [sending, unknown, waiting, succeeded])
      expect(transition(state, { type: 'cancel_requested' })).toEqual([state, []]);
  });

  test('a cancelled session leaves for the cancel URL and says so', () => {
    const [state, effects] = transition({ ...ready, leaving: true } as CheckoutState, {
      type: 'session_canceled',
      session,
    });
    expect(state.status).toBe('canceled');
    expect(effects).toContainEqual({ type: 'navigate', url: 'https://shop.example/cart', reason: 'cancel' });
    expect(notices(effects)).toContain('checkout-cancel');
  });

  test.each([
    ['that is being left is one that was cancelled', true, 'canceled', 'cancel'],
    ['that nobody leaves is locked', false, 'locked', undefined],
  ] as const)(
    'a session whose server knows no other end than “failed” %s',
    (_what, leaving, status, reason) => {
      const [state, effects] = transition({ ...ready, leaving } as CheckoutState, {
        type: 'session_read',
        session: { ...session, status: 'failed', version: session.version + 1 },
      });
      expect(state.status).toBe(status);
      expect(effects.find(({ type }) => type === 'navigate')).toEqual(
        reason && { type: 'navigate', url: 'https://shop.example/cart', reason },
      );
    },
  );

  test('giving an action up tells the server and returns to ready without a reproach', () => {
    const [leaving, effects] = transition(waiting, { type: 'action_canceled' });
    expect(actions(effects)).toEqual(['cancel_payment']);
    const [state] = transition(leaving, {
      type: 'payment_answered',
      payment: aPayment({ status: 'canceled' }),
    });
    expect(state).toMatchObject({ status: 'ready', failure: undefined, session: { attempt: 2 } });
  });

  test.each([
    { type: 'three_d_secure', url: 'https://bank.example/3ds' },
    { type: 'redirect', url: 'https://bank.example/pay' },
  ] as const)(
    'stopping it at the bank ($type) is told, once the server has said that it is over',
    (nextAction) => {
      const payment = aPayment({ status: 'requires_action', method: 'card', nextAction });
      const [asked] = transition(sending, { type: 'payment_answered', payment });
      const [leaving] = transition(asked, { type: 'action_canceled' });
      expect(leaving).toMatchObject({ status: 'action_required', leaving: true });
      const canceled = aPayment({ status: 'canceled', method: 'card' });
      const told = { status: 'ready', failure: { code: 'canceled_by_payer', retryable: true } };
      expect(transition(leaving, { type: 'payment_answered', payment: canceled })[0]).toMatchObject(told);
      const session = aSession({ version: 9, attempt: 2, payment: canceled });
      expect(transition(leaving, { type: 'session_read', session })[0]).toMatchObject(told);
    },
  );

  test('success leaves for the success URL, announces itself, and keeps the screen when the way is blocked', () => {
    const [state, effects] = transition(sending, {
      type: 'payment_answered',
      payment: aPayment({ status: 'succeeded' }),
    });
    expect(effects).toContainEqual({ type: 'navigate', url: 'https://shop.example/ok', reason: 'success' });
    expect(notices(effects)).toContain('payment-success');
    expect(transition(state, { type: 'navigation_stalled' })[0]).toMatchObject({
      status: 'succeeded',
      stalled: true,
    });
  });
});

describe('a token that the API refuses', () => {
  const denied = { type: 'session_denied', error } as const;
  test.each<[string, CheckoutState, CheckoutStatus]>([
    ['while loading: not available', { status: 'loading' }, 'unavailable'],
    ['before a send: the session is over', ready, 'expired'],
    ['while preparing: nothing was sent', preparing, 'expired'],
    ['after a send: proves nothing', sending, 'submitting'],
    ['while unknown: proves nothing', unknown, 'unknown'],
    ['with an action open: proves nothing', waiting, 'action_required'],
  ])('%s', (_name, state, expected) => {
    expect(transition(state, denied)[0].status).toBe(expected);
  });
});

describe('properties over any sequence of events', () => {
  const payments = fc.record({
    id: fc.constantFrom('pay_1', 'pay_2'),
    attempt: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom<Payment['status']>(
      'processing',
      'requires_action',
      'succeeded',
      'failed',
      'canceled',
      'unknown',
    ),
    amount: fc.constant(15000),
    currency: fc.constant('BRL'),
    method: fc.constant('pix'),
    nextAction: fc.constantFrom(undefined, qr, redirect),
  });
  const sessions = fc
    .record({
      version: fc.integer({ min: 1, max: 6 }),
      attempt: fc.integer({ min: 1, max: 3 }),
      status: fc.constantFrom<CheckoutSession['status']>(
        'open',
        'processing',
        'paid',
        'failed',
        'expired',
        'canceled',
        'unknown',
      ),
      payment: fc.option(payments, { nil: undefined }),
    })
    .map((over) => aSession(over));
  const events: fc.Arbitrary<MachineEvent> = fc.oneof(
    sessions.map((read) => ({ type: 'session_read', session: read }) as const),
    payments.map((payment) => ({ type: 'payment_answered', payment }) as const),
    fc.constantFrom<MachineEvent>(
      { type: 'session_requested' },
      { type: 'method_selected', methodId: 'pix' },
      { type: 'method_selected', methodId: 'no-such-method' },
      { type: 'payment_submitted' },
      { type: 'payment_prepared' },
      { type: 'preparation_failed' },
      { type: 'payment_refused', failure },
      { type: 'payment_lost' },
      { type: 'patience_ended' },
      { type: 'expiry_passed' },
      { type: 'woken' },
      { type: 'cancel_requested' },
      { type: 'session_canceled', session: aSession({ status: 'canceled' }) },
      { type: 'cancel_failed' },
      { type: 'action_canceled' },
      { type: 'action_continued' },
      { type: 'resend_requested' },
      { type: 'refresh_requested' },
      { type: 'leave_requested' },
      { type: 'navigation_stalled' },
      { type: 'read_failed', error },
      { type: 'session_denied', error },
    ),
  );

  test('success is never taken back, and money only moves through ready', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (sequence) => {
        let state: CheckoutState = { status: 'idle' };
        for (const event of sequence) {
          const [next, effects] = transition(state, event);
          if (state.status === 'succeeded') expect(next.status).toBe('succeeded');
          if (effects.some(({ type }) => type === 'prepare_payment')) expect(state.status).toBe('ready');
          if (effects.some(({ type }) => type === 'send_payment'))
            expect(state).toMatchObject({ status: 'submitting', stage: 'preparing' });
          // From a lost answer only a read or an answer of the server leads on.
          if (state.status === 'unknown' && next.status !== 'unknown')
            expect(['session_read', 'payment_answered', 'payment_refused']).toContain(event.type);
          state = next;
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('an answer older than what is known changes nothing', () => {
    fc.assert(
      fc.property(sessions, sessions, (newer, older) => {
        fc.pre(older.version < newer.version);
        const [state] = transition({ status: 'loading' }, { type: 'session_read', session: newer });
        fc.pre('session' in state);
        expect(transition(state, { type: 'session_read', session: older })).toEqual([state, []]);
      }),
    );
  });
});
