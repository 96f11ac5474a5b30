import fc from 'fast-check';
import type { MachineEvent } from '../../src/core/machine/events.js';
import type { CheckoutState } from '../../src/core/machine/state.js';
import { transition } from '../../src/core/machine/transition.js';
import { Secret } from '../../src/core/session/secret.js';
import {
  PAYMENT_STATUSES,
  SESSION_STATUSES,
  type CheckoutSession,
  type NextAction,
  type Payment,
} from '../../src/core/session/session.js';
import { aMethod, aPayment, aSession } from '../support/fixtures.js';

/** The seed of every run here; a failure prints it, with the path that replays the one case. */
export const SEED = 20_261_120;

const failure = { code: 'declined', retryable: true } as const;
const error = { kind: 'network', code: 'unreachable', message: '', retryable: true } as const;
const urls = { successUrl: 'https://shop.example/ok', cancelUrl: 'https://shop.example/cart' } as const;

export const ACTIONS: readonly NextAction[] = [
  { type: 'redirect', url: 'https://bank.example/pay' },
  { type: 'three_d_secure', url: 'https://bank.example/acs' },
  { type: 'qr_code', scheme: 'pix', data: '000201' },
  { type: 'voucher', scheme: 'boleto', line: '001' },
  { type: 'phone_prompt', network: 'ecocash', phone: '+263771234567' },
  { type: 'one_time_code', length: 6 },
  { type: 'wallet_code', network: 'innbucks', code: '701234567' },
  { type: 'sdk', name: 'wallet', data: new Secret({}) },
  { type: 'unknown', name: 'retina' },
];

/** Frozen to the bottom, so that a machine that writes into what it is given throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

const payments: fc.Arbitrary<Payment> = fc
  .record({
    attempt: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom<Payment['status']>(...PAYMENT_STATUSES, 'unknown'),
    amount: fc.constantFrom(15_000, 15_000, 15_000, 100),
    currency: fc.constantFrom('BRL', 'BRL', 'BRL', 'USD'),
    failure: fc.constantFrom(undefined, failure, { code: 'declined', retryable: false }),
    nextAction: fc.constantFrom(undefined, ...ACTIONS),
  })
  .map((over) => aPayment({ id: `pay_${String(over.attempt)}`, ...over }));

export const sessions: fc.Arbitrary<CheckoutSession> = fc
  .record({
    version: fc.integer({ min: 0, max: 9 }),
    attempt: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom<CheckoutSession['status']>('open', 'open', ...SESSION_STATUSES, 'unknown'),
    canRetryAfterFailure: fc.boolean(),
    refreshToken: fc.constantFrom(undefined, undefined, new Secret('r_1')),
    payment: fc.option(payments, { nil: undefined }),
    paymentMethods: fc.constantFrom([aMethod('pix')], [aMethod('pix'), aMethod('card')], []),
  })
  .map((over) => aSession({ ...urls, ...over }));

const lone = (
  [
    'session_requested',
    'payment_submitted',
    'payment_submitted',
    'payment_prepared',
    'payment_prepared',
    'preparation_failed',
    'payment_lost',
    'patience_ended',
    'expiry_passed',
    'woken',
    'cancel_requested',
    'cancel_failed',
    'action_canceled',
    'renewal_failed',
    'action_continued',
    'resend_requested',
    'refresh_requested',
    'leave_requested',
    'navigation_stalled',
  ] as const
).map((type): MachineEvent => ({ type }));

/** A few hundred of each are made once, and a sequence draws from them: making them anew is what takes the time. */
const pool = <T>(arbitrary: fc.Arbitrary<T>, size: number): readonly T[] =>
  fc.sample(arbitrary, { seed: SEED, numRuns: size }).map(frozen);

export const POOL: readonly MachineEvent[] = frozen([
  ...pool(sessions, 400).map((session) => ({ type: 'session_read', session }) as const),
  ...pool(payments, 150).map((payment) => ({ type: 'payment_answered', payment }) as const),
  // An answer to a cancel that tells of a payment is never handed on as one: it is a read.
  ...pool(sessions, 20).map((session): MachineEvent => ({
    type: 'session_canceled',
    session: { ...session, payment: undefined },
  })),
  ...Array.from({ length: 25 }, () => lone).flat(),
  ...Array.from({ length: 8 }, (): MachineEvent[] => [
    { type: 'method_selected', methodId: 'pix' },
    { type: 'method_selected', methodId: 'no-such-method' },
    { type: 'payment_refused', failure },
    { type: 'read_failed', error },
    { type: 'session_denied', error },
    { type: 'code_entered', code: '123456' },
    { type: 'action_refused', failure },
  ]).flat(),
]);

/** Up to 15 events, in any order. */
export const sequences: fc.Arbitrary<readonly MachineEvent[]> = fc
  .array(fc.nat(POOL.length - 1), { maxLength: 15, size: 'max' })
  .map((picks) => picks.map((pick) => POOL[pick] as MachineEvent));

export type Walk = (before: CheckoutState, event: MachineEvent, step: ReturnType<typeof transition>) => void;

/** Runs a sequence from a state, every state frozen, and shows each step. */
export function walk(start: CheckoutState, events: readonly MachineEvent[], show: Walk): CheckoutState {
  let state = frozen(start);
  for (const event of events) {
    const step = transition(state, event);
    frozen(step);
    show(state, event, step);
    state = step[0];
  }
  return state;
}
