import type { CheckoutErrorData } from '../errors.js';
import type { CheckoutSession, Failure, NextAction, Payment } from '../session/session.js';

interface WithSession {
  readonly session: CheckoutSession;
  /** Id of the method the shopper picked; survives every change while the session still offers it. */
  readonly methodId?: string;
}

/** Where the checkout stands. `status` tells the members apart; see the table in the README. */
export type CheckoutState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  /** Could not load. With `retryable` the shopper may try again. */
  | { readonly status: 'unavailable'; readonly error: CheckoutErrorData }
  /** `failure`: why the try before this one did not go through; nothing was charged for this attempt. */
  | ({ readonly status: 'ready'; readonly failure?: Failure; readonly leaving?: boolean } & WithSession)
  /** `preparing`: nothing has left the page yet; `sending`: the payment request may have. */
  | ({
      readonly status: 'submitting';
      readonly stage: 'preparing' | 'sending';
      readonly attempt: number;
    } & WithSession)
  /**
   * `leaving`: the shopper gave the action up and the server is being told. `asking`: it has not answered yet to the code
   * that was entered, or to the wish for another prompt or code.
   */
  | ({
      readonly status: 'action_required';
      readonly payment: Payment;
      readonly action: NextAction;
      readonly leaving?: boolean;
      readonly asking?: 'confirm' | 'resend';
      readonly failure?: Failure;
    } & WithSession)
  | ({ readonly status: 'processing'; readonly payment?: Payment } & WithSession)
  /**
   * Absorbing. `stalled`: the page should have been left by now; the link stays. `contradicted`: the server has since
   * said otherwise, and the merchant has to look into it.
   */
  | ({
      readonly status: 'succeeded';
      readonly payment?: Payment;
      readonly stalled: boolean;
      readonly contradicted?: boolean;
    } & WithSession)
  /** A payment may exist and the server is being asked. `gaveUp`: patience ended, the question stays open. */
  | ({ readonly status: 'unknown'; readonly attempt: number; readonly gaveUp: boolean } & WithSession)
  | { readonly status: 'expired'; readonly session?: CheckoutSession; readonly refreshable: boolean }
  | { readonly status: 'canceled'; readonly session: CheckoutSession }
  /** No further try on this session: too many declines, or a provider that allows only one. */
  | { readonly status: 'locked'; readonly session: CheckoutSession; readonly failure?: Failure };

export type CheckoutStatus = CheckoutState['status'];

const WAITING_STATUSES: ReadonlySet<CheckoutStatus> = new Set(['action_required', 'processing', 'unknown']);

/** Money may come in after its time was over: for this long after, the server is still asked. */
const LATE_MS = 900_000;

/**
 * For how many milliseconds the server is asked on, because it knows more than we do: 0 where it does not. While a lost
 * payment is being recovered, that asks; afterwards this does.
 */
export function asksFor(state: CheckoutState): number {
  if (WAITING_STATUSES.has(state.status)) return 'gaveUp' in state && !state.gaveUp ? 0 : Infinity;
  const isLate =
    state.status === 'expired'
      ? state.session?.payment !== undefined
      : state.status === 'ready' && state.failure?.code === 'payment_timeout';
  return isLate ? LATE_MS : 0;
}

/** The session can no longer be paid here. */
export const isEnded = ({ status }: CheckoutState): boolean =>
  ['succeeded', 'expired', 'canceled', 'locked'].includes(status);

/** The session of a state that has one. */
export const sessionOf = (state: CheckoutState): CheckoutSession | undefined =>
  'session' in state ? state.session : undefined;

/** The session of a state in which it may be paid, or is being sent for. */
export const payableSession = (state: CheckoutState): CheckoutSession | undefined =>
  state.status === 'ready' || state.status === 'submitting' ? state.session : undefined;

/** The picked method of a state that has one. */
export const methodIdOf = (state: CheckoutState): string | undefined =>
  'methodId' in state ? state.methodId : undefined;
