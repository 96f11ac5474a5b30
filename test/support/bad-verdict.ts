import { CheckoutError } from '../../src/core/errors.js';
import type { CheckoutState, CheckoutStatus } from '../../src/core/machine/state.js';
import { sessionOf } from '../../src/core/machine/state.js';
import { transition } from '../../src/core/machine/transition.js';
import type { Dialect } from '../../src/core/providers/dialect.js';
import type { CheckoutSession } from '../../src/core/session/session.js';
import { conclude } from '../../src/core/transport/conclude.js';
import type { Mutation } from './bad-fields.js';
import type { Sample } from './bad-samples.js';

/** States that stand for a payment that exists, or may. */
const PAYMENT: ReadonlySet<CheckoutStatus> = new Set([
  'action_required',
  'processing',
  'succeeded',
  'unknown',
  'submitting',
]);
/** States that say that something is over. */
const ENDS: ReadonlySet<CheckoutStatus> = new Set(['succeeded', 'locked', 'expired', 'canceled']);

/** The state that an answer leads to; an answer that cannot be read leaves the state as it is. */
export function stateAfter(
  dialect: Dialect,
  sample: Sample,
  body: unknown,
  from: CheckoutState,
): CheckoutState {
  return sample.kind === 'read' ? afterRead(dialect, body, from) : afterPay(dialect, sample, body, from);
}

function parsed(dialect: Dialect, body: unknown): CheckoutSession | undefined {
  try {
    return dialect.parseSession(body);
  } catch (error) {
    if (error instanceof CheckoutError) return undefined;
    throw error;
  }
}

function afterRead(dialect: Dialect, body: unknown, from: CheckoutState): CheckoutState {
  const session = parsed(dialect, body);
  return session === undefined ? from : transition(from, { type: 'session_read', session })[0];
}

/** As the runner takes an answer to a payment in. */
function afterPay(dialect: Dialect, { http }: Sample, body: unknown, from: CheckoutState): CheckoutState {
  const session = sessionOf(from);
  if (!session) throw new Error('a payment without a session');
  const result = conclude(
    { type: 'answer', status: http, body, headers: new Headers() },
    dialect,
    session,
    0,
  );
  let state = from;
  if (result.type === 'payment' && result.session) {
    [state] = transition(state, { type: 'session_read', session: result.session });
    if (state.status !== 'submitting') return state;
  }
  if (result.type === 'refused')
    return transition(state, { type: 'payment_refused', failure: result.failure })[0];
  const payment = 'payment' in result ? result.payment : undefined;
  return transition(state, payment ? { type: 'payment_answered', payment } : { type: 'payment_lost' })[0];
}

/** Where a page stands that has sent a payment and heard nothing. */
export function submitting(dialect: Dialect, sample: Sample): CheckoutState {
  const session = dialect.parseSession(sample.before);
  return {
    status: 'submitting',
    stage: 'sending',
    session,
    methodId: session.paymentMethods[0]?.id,
    attempt: session.attempt,
  };
}

/** What is wrong with where a changed answer led, given where the untouched one leads from the same place. */
export function wrongWith(
  truth: CheckoutState,
  state: CheckoutState,
  { how }: Pick<Mutation, 'how'>,
): string | undefined {
  if (state.status === truth.status) return amountWrong(truth, state, how) ?? failureWrong(truth, state);
  if (PAYMENT.has(truth.status) && state.status === 'ready')
    return `Pay is open, and the truth is ${truth.status}`;
  // After a real failure: who is not told that another try may be made does not make one.
  if (state.status === 'locked' && truth.status === 'ready' && truth.failure) return undefined;
  if (ENDS.has(state.status)) return `${state.status}, and the truth is ${truth.status}`;
  return failureWrong(truth, state);
}

/** Less to go by is no reason to ask for more. */
function amountWrong(truth: CheckoutState, state: CheckoutState, how: string): string | undefined {
  if (truth.status !== 'ready' || state.status !== 'ready' || (how !== 'left out' && how !== 'null'))
    return undefined;
  const [owed, asked] = [truth.session.amount.due, state.session.amount.due];
  return asked > owed ? `asks for ${String(asked)}, and ${String(owed)} is owed` : undefined;
}

function failureWrong(truth: CheckoutState, state: CheckoutState): string | undefined {
  const failure = 'failure' in state ? state.failure : undefined;
  const real = 'failure' in truth ? truth.failure : undefined;
  return failure !== undefined && real === undefined
    ? `tells of a failure (${failure.code}) that was none`
    : undefined;
}
