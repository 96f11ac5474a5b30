import type { CheckoutOptions } from './checkout-options.js';
import type { Clock } from './clock.js';
import type { MachineEvent } from './machine/events.js';
import type { CheckoutState } from './machine/state.js';
import type { Api } from './transport/api.js';

/** What the parts that run a checkout's effects share. */
export interface RunnerContext {
  readonly options: CheckoutOptions;
  readonly clock: Clock;
  readonly random: () => number;
  readonly api: Api;
  /** Aborted once the checkout is gone: late answers are ignored. */
  readonly signal: AbortSignal;
  getState(): CheckoutState;
  dispatch(event: MachineEvent): void;
}
