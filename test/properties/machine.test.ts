import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../src/core/machine/events.js';
import { isLive } from '../../src/core/machine/settle.js';
import { sessionOf, type CheckoutState } from '../../src/core/machine/state.js';
import { transition } from '../../src/core/machine/transition.js';
import type { CheckoutSession, Payment } from '../../src/core/session/session.js';
import { aPayment, aSession } from '../support/fixtures.js';
import { frozen, POOL, SEED, sequences, sessions, walk, type Walk } from './machine-events.js';

const RUNS = 100_000;
const MONEY: ReadonlySet<string> = new Set([
  'prepare_payment',
  'send_payment',
  'recover_payment',
  'cancel_session',
  'cancel_payment',
  'confirm_payment',
  'resend_payment',
]);

const session = aSession({
  version: 3,
  successUrl: 'https://shop.example/ok',
  cancelUrl: 'https://shop.example/cart',
});
const prompt = { type: 'phone_prompt', network: 'ecocash', phone: '+263771234567' } as const;
const preparing: CheckoutState = {
  status: 'submitting',
  stage: 'preparing',
  session,
  methodId: 'pix',
  attempt: 1,
};

/** One of each kind of state, to begin a sequence in the middle of things. */
const STATES: readonly CheckoutState[] = [
  { status: 'idle' },
  { status: 'loading' },
  { status: 'unavailable', error: { kind: 'network', code: 'timeout', message: '', retryable: true } },
  { status: 'ready', session, methodId: 'pix' },
  { status: 'ready', session, methodId: 'pix', leaving: true },
  { status: 'ready', session, methodId: 'pix', failure: { code: 'declined', retryable: true } },
  preparing,
  { ...preparing, stage: 'sending' },
  { status: 'unknown', session, methodId: 'pix', attempt: 1, gaveUp: false },
  { status: 'unknown', session, methodId: 'pix', attempt: 1, gaveUp: true },
  { status: 'processing', session, methodId: 'pix', payment: aPayment() },
  {
    status: 'action_required',
    session,
    methodId: 'pix',
    payment: aPayment({ status: 'requires_action', nextAction: prompt }),
    action: prompt,
  },
  {
    status: 'action_required',
    session,
    methodId: 'pix',
    payment: aPayment({ status: 'requires_action', nextAction: prompt }),
    action: prompt,
    leaving: true,
  },
  { status: 'succeeded', session, methodId: 'pix', stalled: false },
  { status: 'expired', session, refreshable: true },
  { status: 'canceled', session },
  { status: 'locked', session },
];

const starts = fc.constantFrom(...STATES);

/** Random sequences from every kind of state; a failure names its seed and path, which replay it alone. */
function hold(what: string, from: fc.Arbitrary<CheckoutState>, show: Walk): void {
  const began = performance.now();
  let steps = 0;
  fc.assert(
    fc.property(from, sequences, (start, events) => {
      walk(start, events, (before, event, step) => {
        steps++;
        show(before, event, step);
      });
    }),
    { seed: SEED, numRuns: RUNS },
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${what}: ${String(RUNS)} sequences, ${String(steps)} steps, ${seconds} s, seed ${String(SEED)}`,
  );
}

/** Throws with what was seen; `expect` would take most of the time of a million checks. */
function must(holds: boolean, what: string, ...seen: readonly unknown[]): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(seen)}`);
}

const types = (effects: readonly Effect[]): readonly string[] => effects.map(({ type }) => type);

describe('over any sequence of events', () => {
  test('nothing moves the screen off success, or moves money after it (P-12)', () => {
    const succeeded = fc.constantFrom(
      ...STATES.filter(({ status }) => status === 'succeeded' || status === 'unknown'),
    );
    hold('P-12', succeeded, (before, event, [after, effects]) => {
      if (before.status !== 'succeeded') return;
      if (after.status !== 'succeeded') throw new Error(`off success: ${JSON.stringify([event, after])}`);
      // Two words may be added to it: that the way out is blocked, and, once, that the server has since said otherwise.
      const isTold = after.contradicted === true && before.contradicted !== true;
      must(
        after === before || event.type === 'navigation_stalled' || isTold,
        'another success',
        event,
        after,
      );
      must(!types(effects).some((type) => MONEY.has(type)), 'money after success', event, effects);
    });
  });

  test('the version on the screen never falls, and an older answer changes nothing (P-13)', () => {
    hold('P-13', starts, (before, event, [after, effects]) => {
      // The answer to a cancel is no read: it ends the session, whatever its number.
      if (event.type === 'session_canceled') return;
      const [known, shown] = [sessionOf(before), sessionOf(after)];
      if (known && shown) must(shown.version >= known.version, 'the version falls', before, event);
      if (event.type !== 'session_read' || !known || event.session.version >= known.version) return;
      must(after === before && effects.length === 0, 'an older answer counts', before, event, after);
    });
  });

  test('a resend, a code or a change of number is sent for the payment on the screen only, and never once it was given up (P-19)', () => {
    hold('P-19', starts, (before, event, [after, effects]) => {
      for (const effect of effects) {
        if (!('paymentId' in effect)) continue;
        must(
          before.status === 'action_required' && before.payment.id === effect.paymentId && !before.leaving,
          'an action of a payment that does not wait for it',
          before,
          event,
          effect,
        );
      }
      // Another number is another payment: it waits until the server says that this one is over.
      const isWaiting = before.status === 'action_required' || before.status === 'processing';
      if (!isWaiting || !types(effects).includes('prepare_payment')) return;
      must(false, 'a payment begins over one that lives', before, event, after);
    });
  });

  test('a cancel never leaves the page by itself: only the server’s word that the session is over does (P-21)', () => {
    hold('P-21', starts, (before, event, [after, effects]) => {
      const leaves = effects.some((effect) => effect.type === 'navigate' && effect.reason === 'cancel');
      if (event.type === 'cancel_requested') {
        must(!leaves, 'left without a read', before);
        const asks =
          effects.length === 1 && effects[0]?.type === 'cancel_session' && before.status === 'ready';
        must(after === before || asks, 'a cancel over a payment', before, effects);
      }
      if (!leaves) return;
      const mayLeave =
        event.type === 'session_canceled'
          ? before.status === 'ready' && before.leaving === true
          : event.type === 'leave_requested'
            ? before.status === 'expired' || before.status === 'canceled'
            : // The session was found cancelled by the read that comes first.
              event.type === 'session_read' && before.status === 'ready' && before.leaving === true;
      must(mayLeave, 'left for the shop', before, event);
      must(!isLive(sessionOf(after)?.payment), 'left over a payment that lives', before, event);
    });
  });

  test('every event in every state gives a state, throws nothing, and writes into nothing it was given', () => {
    const statuses = new Set<string>();
    hold('totality', starts, (before, event, [after, effects]) => {
      must(typeof after.status === 'string' && Array.isArray(effects), 'no state', before, event);
      statuses.add(after.status);
      if (types(effects).includes('prepare_payment'))
        must(before.status === 'ready', 'paid from elsewhere', before);
      if (types(effects).includes('send_payment'))
        must(
          before.status === 'submitting' && before.stage === 'preparing',
          'sent from elsewhere',
          before,
          event,
        );
    });
    expect([...statuses].sort()).toEqual([...new Set(STATES.map(({ status }) => status))].sort());
    for (const state of STATES) for (const event of POOL) frozen(transition(frozen(state), event));
  });
});

describe('a word of the server that nobody knows (P-24)', () => {
  /** What is on the screen while nothing is known for sure: no Pay, no success, no failure. */
  const SAFE: ReadonlySet<string> = new Set([
    'loading',
    'submitting',
    'processing',
    'action_required',
    'unknown',
  ]);
  const strange: readonly Partial<CheckoutSession>[] = [
    { status: 'unknown' },
    { status: 'unknown', payment: aPayment({ status: 'failed' }) },
    { status: 'unknown', payment: aPayment({ status: 'canceled' }) },
    { status: 'unknown', payment: aPayment({ status: 'succeeded' }) },
    ...(
      ['open', 'processing', 'failed', 'expired', 'canceled', 'partially_paid', 'unknown'] as const
    ).flatMap((status): Partial<CheckoutSession>[] => [
      { status, payment: aPayment({ status: 'unknown' }) },
      {
        status,
        payment: aPayment({ status: 'requires_action', nextAction: { type: 'unknown', name: 'retina' } }),
      },
      { status, payment: aPayment({ status: 'requires_action' }) },
    ]),
  ];
  const before = STATES.filter(({ status }) => status !== 'succeeded' && status !== 'idle');

  test.each(strange)('a read of $status with payment $payment.status is waited over', (over) => {
    for (const state of before)
      for (const attempt of [1, 2]) {
        const read = aSession({ version: 4, attempt, ...over });
        const [after, effects] = transition(state, { type: 'session_read', session: read });
        must(SAFE.has(after.status), 'not a safe screen', state, read, after);
        must(
          !types(effects).some((type) => MONEY.has(type) || type === 'navigate'),
          'acts on it',
          state,
          read,
          effects,
        );
        if (after.status === 'submitting') continue;
        const press = transition(after, { type: 'payment_submitted' });
        must(press[0] === after && press[1].length === 0, 'can be paid over', after);
      }
  });

  test('an answer with a payment of an unknown status, or with an unknown action, is waited over', () => {
    const answers: readonly Payment[] = [
      aPayment({ status: 'unknown' }),
      aPayment({ status: 'unknown', failure: { code: 'declined', retryable: false } }),
      aPayment({ status: 'requires_action', nextAction: { type: 'unknown', name: 'retina' } }),
      aPayment({ status: 'requires_action' }),
    ];
    for (const payment of answers)
      for (const state of before.filter(({ status }) =>
        ['submitting', 'unknown', 'processing', 'action_required'].includes(status),
      )) {
        const [after] = transition(state, { type: 'payment_answered', payment });
        must(SAFE.has(after.status), 'not a safe screen', state, payment, after);
      }
  });

  test('is never success, whatever comes with it', () => {
    fc.assert(
      fc.property(starts, sessions, (state, read) => {
        const [after] = transition(state, {
          type: 'session_read',
          session: { ...read, version: 9, status: 'unknown' },
        });
        must(
          state.status === 'succeeded' || SAFE.has(after.status) || after.status === state.status,
          'no wait',
          state,
          read,
        );
        must(state.status === 'succeeded' || after.status !== 'succeeded', 'success', state, read);
      }),
      { seed: SEED, numRuns: RUNS / 10 },
    );
  });
});
