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
  /** `failure`: why the try before this one did not go through; nothing was charged for it. */
  | ({ readonly status: 'ready'; readonly failure?: Failure; readonly leaving?: boolean } & WithSession)
  /** `preparing`: nothing has left the page yet; `sending`: the payment request may have. */
  | ({
      readonly status: 'submitting';
      readonly stage: 'preparing' | 'sending';
      readonly attempt: number;
    } & WithSession)
  /** `leaving`: the shopper gave the action up and the server is being told. */
  | ({
      readonly status: 'action_required';
      readonly payment: Payment;
      readonly action: NextAction;
      readonly leaving?: boolean;
      readonly failure?: Failure;
    } & WithSession)
  | ({ readonly status: 'processing'; readonly payment?: Payment } & WithSession)
  /** Absorbing. `stalled`: the page should have been left by now; the link stays. */
  | ({ readonly status: 'succeeded'; readonly payment?: Payment; readonly stalled: boolean } & WithSession)
  /** A payment may exist and the server is being asked. `gaveUp`: patience ended, the question stays open. */
  | ({ readonly status: 'unknown'; readonly attempt: number; readonly gaveUp: boolean } & WithSession)
  | { readonly status: 'expired'; readonly session?: CheckoutSession; readonly refreshable: boolean }
  | { readonly status: 'canceled'; readonly session: CheckoutSession }
  /** No further try on this session: too many declines, or a provider that allows only one. */
  | { readonly status: 'locked'; readonly session: CheckoutSession; readonly failure?: Failure };

export type CheckoutStatus = CheckoutState['status'];

/** The states in which the server knows more than we do: keep asking. */
export const WAITING_STATUSES: ReadonlySet<CheckoutStatus> = new Set([
  'action_required',
  'processing',
  'unknown',
]);

/** The session of a state that has one. */
export const sessionOf = (state: CheckoutState): CheckoutSession | undefined =>
  'session' in state ? state.session : undefined;

/** The picked method of a state that has one. */
export const methodIdOf = (state: CheckoutState): string | undefined =>
  'methodId' in state ? state.methodId : undefined;
