import type { Checkout, CheckoutOptions } from './checkout-options.js';
import { systemClock } from './clock.js';
import type { Effect, MachineEvent } from './machine/events.js';
import { sessionOf, type CheckoutState } from './machine/state.js';
import { transition } from './machine/transition.js';
import { fillSessionId } from './navigation.js';
import { LazyPaymentRunner } from './lazy-payment-runner.js';
import type { RunnerContext } from './runner-context.js';
import { ExpiryWatch } from './session/expiry-watch.js';
import { SessionReader } from './session/session-reader.js';
import { Subscribable } from './subscribable.js';
import { Api } from './transport/api.js';

export type { Checkout, CheckoutOptions, PreparedPart, PreparedPayment } from './checkout-options.js';

/** Brings the machine to life: runs its effects over the injected fetch and clock. */
export function createCheckout(options: CheckoutOptions): Checkout {
  return new CheckoutRunner(options);
}

class CheckoutRunner implements Checkout {
  readonly #context: RunnerContext;
  readonly #reader: SessionReader;
  readonly #payments: LazyPaymentRunner;
  readonly #expiry: ExpiryWatch;
  readonly #changes = new Subscribable<CheckoutState>();
  readonly #abort = new AbortController();
  #state: CheckoutState = { status: 'idle' };
  #queue: MachineEvent[] = [];
  /** The shopper left the page and came back, and has pressed nothing since that leads away from it. */
  #cameBack = false;

  constructor(options: CheckoutOptions) {
    const { clock = systemClock } = options;
    this.#context = {
      options,
      clock,
      random: options.random ?? Math.random,
      api: new Api({
        ...options,
        clock,
        token: options.token ?? '',
      }),
      signal: this.#abort.signal,
      getState: () => this.#state,
      dispatch: (event) => {
        this.dispatch(event);
      },
    };
    this.#reader = new SessionReader(this.#context);
    this.#payments = new LazyPaymentRunner(this.#context, this.#reader);
    this.#expiry = new ExpiryWatch(
      clock,
      () => this.serverNow(),
      () => {
        this.dispatch({ type: 'expiry_passed' });
      },
    );
  }

  getState(): CheckoutState {
    return this.#state;
  }

  subscribe(listener: (state: CheckoutState) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  serverNow(): number {
    return this.#reader.serverNow();
  }

  /** Events raised while one is handled wait their turn, so that `transition` never runs inside itself. */
  dispatch(event: MachineEvent): void {
    this.#queue.push(event);
    if (this.#queue.length > 1) return;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      this.#guarded(() => {
        if (!this.#abort.signal.aborted) this.#handle(next);
      });
      this.#queue.shift();
    }
  }

  async whenSettled(): Promise<CheckoutState> {
    const busy = (state: CheckoutState): boolean =>
      /^(loading|submitting)$/.test(state.status) || ('leaving' in state && state.leaving === true);
    const { signal } = this.#abort;
    if (!busy(this.#state) || signal.aborted) return this.#state;
    return new Promise((resolve) => {
      const settle = (): void => {
        stop();
        signal.removeEventListener('abort', settle);
        resolve(this.#state);
      };
      const stop = this.subscribe((state) => {
        if (!busy(state)) settle();
      });
      signal.addEventListener('abort', settle);
    });
  }

  async refresh(): Promise<CheckoutState> {
    this.dispatch({ type: 'session_requested' });
    await this.#reader.settled();
    return this.whenSettled();
  }

  destroy(): void {
    this.#abort.abort();
    this.#expiry.watch(undefined);
  }

  #handle(event: MachineEvent): void {
    if (event.type === 'woken' && !this.#wake(event.restored)) return;
    const previous = this.#state;
    const [state, effects] = transition(previous, event);
    this.#state = state;
    if (state !== previous) this.#follow(state);
    if (event.type === 'payment_submitted' || event.type === 'action_continued') this.#cameBack = false;
    if (event.type === 'method_selected') this.#payments.load().catch(() => undefined);
    if (state !== previous) this.#changes.notify(state);
    for (const effect of effects)
      this.#guarded(() => {
        this.#run(effect);
      });
  }

  /** A fault in what the page gave us (navigate, notify) stops neither the payment nor what else is to be done (P-26). */
  #guarded(act: () => void): void {
    try {
      act();
    } catch (fault) {
      reportError(fault);
    }
  }

  /** Whether the server is to be asked anew. */
  #wake(restored?: boolean): boolean {
    this.#cameBack ||= restored === true;
    this.#payments.hurry();
    return this.#reader.wake();
  }

  /** Keeps the timers in step with the state. */
  #follow(state: CheckoutState): void {
    this.#expiry.watch(state.status === 'ready' ? state.session.expiresAt : undefined);
    this.#payments.follow(state);
  }

  #run(effect: Effect): void {
    switch (effect.type) {
      case 'announce':
        this.#context.options.notify?.(effect.notice);
        return;
      case 'navigate':
        // An answer to the press before they left: they are asked again, and not sent off.
        if (effect.reason === 'action' && this.#cameBack) return;
        this.#context.options.navigate?.(
          fillSessionId(effect.url, sessionOf(this.#state)?.id ?? ''),
          effect.reason,
        );
        return;
      case 'read_session':
        void (this.#state.status === 'loading' ? this.#reader.load() : this.#reader.read());
        return;
      default:
        void this.#payments.run(effect);
    }
  }
}
