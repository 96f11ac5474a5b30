import type { PaymentEffect } from './machine/events.js';
import { asksFor, type CheckoutState } from './machine/state.js';
import type { PaymentRunner } from './payment-runner.js';
import type { RunnerContext } from './runner-context.js';
import type { SessionReader } from './session/session-reader.js';

/** Before a file that could not be fetched is asked for again. */
const FETCH_AGAIN_MS = 5_000;

/** What only a payment needs, in a file of its own, fetched once a method is picked. A file that is missed is asked for again. */
export class LazyPaymentRunner {
  readonly #context: RunnerContext;
  readonly #reader: SessionReader;
  #runner: Promise<PaymentRunner> | undefined;

  constructor(context: RunnerContext, reader: SessionReader) {
    this.#context = context;
    this.#reader = reader;
  }

  /** Rejects where the file cannot be had now. */
  async load(): Promise<PaymentRunner> {
    this.#runner ??= import('./payment-runner.js').then(
      ({ PaymentRunner }) => new PaymentRunner(this.#context, this.#reader),
    );
    try {
      return await this.#runner;
    } catch (fault) {
      this.#runner = undefined;
      throw fault;
    }
  }

  /** Runs an effect; without the file for it nothing was sent, and the machine is told so. */
  async run(effect: PaymentEffect): Promise<void> {
    let runner: PaymentRunner;
    try {
      runner = await this.load();
    } catch {
      const failure = { code: 'not_sent', retryable: true };
      this.#context.dispatch({ type: 'cancel_failed' });
      this.#context.dispatch({ type: 'action_refused', failure });
      this.#context.dispatch({ type: 'preparation_failed', failure });
      return;
    }
    await runner.run(effect);
  }

  /** Asks on while the server knows more than we do. */
  follow(state: CheckoutState): void {
    if (this.#runner || asksFor(state) > 0) void this.#ask();
  }

  /** Somebody is looking again. Who asked for the file answers for its failure. */
  hurry(): void {
    this.#runner?.then(
      ({ poll }) => {
        poll.hurry();
      },
      () => undefined,
    );
  }

  async #ask(): Promise<void> {
    const { clock, signal } = this.#context;
    try {
      const runner = await this.load();
      runner.follow(signal.aborted ? 0 : asksFor(this.#context.getState()));
    } catch {
      clock.schedule(() => {
        if (!signal.aborted) this.follow(this.#context.getState());
      }, FETCH_AGAIN_MS);
    }
  }
}
