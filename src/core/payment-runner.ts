import { ActionRunner } from './action-runner.js';
import type { PreparedPayment } from './checkout-options.js';
import type { PaymentEffect } from './machine/events.js';
import { paymentBody } from './payment-body.js';
import { preparationFailure } from './payment-failures.js';
import { isPriceOver } from './price.js';
import type { RunnerContext } from './runner-context.js';
import { methodOf } from './session/methods.js';
import type { SessionReader } from './session/session-reader.js';
import type { Failure } from './session/session.js';
import { TabLine } from './tab-line.js';
import { PATIENCE_MS, PaymentSender, SEND_BUDGET_MS, type SendResult } from './transport/payment-sender.js';
import { Poll, waitAfter } from './transport/poll.js';
import { backoffMs, REQUEST_TIMEOUT_MS, wait } from './transport/request.js';

/** Runs the effects that move money or end the session. Every way out of each is an event. */
export class PaymentRunner {
  readonly #context: RunnerContext;
  readonly #reader: SessionReader;
  readonly #sender: PaymentSender;
  readonly poll: Poll;
  #recovering = false;
  /** What the server said of the last send, until a read has confirmed it. */
  #refusal: Failure | undefined;
  readonly #tabs: TabLine;
  readonly #actions: ActionRunner;

  constructor(context: RunnerContext, reader: SessionReader) {
    this.#context = context;
    this.#reader = reader;
    this.#sender = new PaymentSender(
      context.api,
      context.options.dialect,
      context.clock,
      context.random,
      () => reader.serverNow(),
    );
    this.poll = new Poll(context.clock, context.options.dialect.minPollMs, async () =>
      waitAfter(await reader.read()),
    );
    context.signal.addEventListener('abort', () => {
      this.#sender.forget();
      this.poll.set(false);
    });
    this.#tabs = new TabLine(context);
    this.#actions = new ActionRunner(context, reader, this.#tabs);
  }

  /** Keeps what is asked again, and what is kept to be sent again, in step with the state. */
  follow(forMs: number): void {
    this.poll.set(forMs > 0, forMs);
    this.#finish();
  }

  async run(effect: PaymentEffect): Promise<void> {
    switch (effect.type) {
      case 'prepare_payment':
        return this.#prepare();
      case 'send_payment':
        await this.#report(await this.#sender.send());
        this.#finish();
        return;
      case 'recover_payment':
        return this.#recover();
      case 'cancel_session':
        return this.#actions.cancelSession();
      case 'refresh_session':
        return this.#actions.refreshSession();
      default:
        return this.#actions.act(effect);
    }
  }

  /** Only a payment that is being sent, or that nobody knows of yet, may be sent again. */
  #finish(): void {
    const { status } = this.#context.getState();
    if (status !== 'submitting' && status !== 'unknown') this.#sender.finish();
  }

  async #prepare(): Promise<void> {
    const state = this.#context.getState();
    if (state.status !== 'submitting') return;
    // What the try before this one still may answer is told by a read.
    this.#sender.forget();
    this.#refusal = undefined;
    const { session, methodId } = state;
    const pressedAt = this.#context.clock.now();
    const method = methodOf(session, methodId);
    try {
      if (!method) throw new Error('the picked method is gone');
      if (this.#context.options.isOnline?.() === false) {
        this.#context.dispatch({ type: 'preparation_failed', failure: { code: 'offline', retryable: true } });
        return;
      }
      let prepared = await this.#context.options.prepare(method, session);
      // A page that slept may show what is no longer so: nothing is sent before the server was heard.
      const isFresh = await this.#reader.isFresh();
      // Some tokens live for a minute, and the server may have let us wait.
      if (livesUntil(prepared) < this.#context.clock.now() + REQUEST_TIMEOUT_MS)
        prepared = await this.#context.options.prepare(method, session, true);
      const now = this.#context.getState();
      // The session may have moved on while the card became a token.
      if (now.status !== 'submitting' || now.stage !== 'preparing' || now.attempt !== state.attempt) return;
      // Nor by a press of long ago: a machine may have slept in between.
      const isOld = this.#context.clock.now() - pressedAt > SEND_BUDGET_MS;
      if (!prepared || !isFresh || isOld) {
        this.#context.dispatch({
          type: 'preparation_failed',
          failure: prepared && { code: 'not_sent', retryable: true },
        });
        return;
      }
      if (isPriceOver(session, now.session, methodId, prepared)) {
        this.#context.dispatch({
          type: 'preparation_failed',
          failure: { code: 'amount_changed', retryable: true },
        });
        return;
      }
      this.#sender.hold(session, paymentBody(this.#context.options, prepared, session, method));
      this.#context.dispatch({ type: 'payment_prepared' });
    } catch (error) {
      this.#context.dispatch({ type: 'preparation_failed', failure: preparationFailure(error) });
    }
  }

  async #report(result: SendResult | undefined): Promise<void> {
    if (!result || this.#context.signal.aborted) return;
    // A refusal was said to the copy that was answered; the browser may have sent one more, and only a read tells.
    const isRefused = result.type === 'refused';
    if (isRefused && (await this.#reader.readAnew())?.type !== 'session') {
      this.#refusal = result.failure;
      this.#context.dispatch({ type: 'payment_lost' });
      return;
    }
    if (result.type === 'lost' || result.type === 'denied' || result.type === 'busy') {
      this.#context.dispatch({ type: 'payment_lost' });
      return;
    }
    this.#reader.outdate();
    this.#sender.forget();
    this.#tabs.tell();
    if (result.type === 'refused') {
      this.#context.dispatch({ type: 'payment_refused', failure: result.failure });
      return;
    }
    if (result.type === 'payment' && result.session) {
      this.#context.dispatch({ type: 'session_read', session: this.#reader.complete(result.session) });
      const { status } = this.#context.getState();
      if (status !== 'submitting' && status !== 'unknown') return;
    }
    const { payment } = result;
    this.#context.dispatch(payment ? { type: 'payment_answered', payment } : { type: 'payment_lost' });
  }

  /** Asks what became of the payment; where the server knows nothing of it, sends the same bytes again. */
  async #recover(): Promise<void> {
    if (this.#recovering) return;
    this.#recovering = true;
    const startedAt = this.#context.clock.now();
    const open = (): boolean =>
      this.#context.getState().status === 'unknown' && !this.#context.signal.aborted;
    for (let turn = 0; open(); turn++) {
      const read = await this.#reader.read();
      if (open() && read?.type === 'session') {
        if (this.#refusal) {
          // No second copy: it could only be refused as well, or get lost and prove nothing any more.
          this.#sender.forget();
          this.#context.dispatch({ type: 'payment_refused', failure: this.#refusal });
        } else if (this.#sender.canSend) {
          const result = await this.#sender.send();
          if (result && result.type !== 'lost') await this.#report(result);
          this.#finish();
        }
      }
      if (!open()) break;
      if (this.#context.clock.now() - startedAt >= PATIENCE_MS) {
        this.#context.dispatch({ type: 'patience_ended' });
        break;
      }
      await wait(
        this.#context.clock,
        Math.max(this.#context.options.dialect.minPollMs / 2, backoffMs(turn, this.#context.random)),
      );
    }
    this.#recovering = false;
  }
}

/** Until when all its tokens live. */
const livesUntil = (prepared: PreparedPayment | undefined): number =>
  Math.min(...[...(prepared?.parts ?? []), prepared].map((entry) => entry?.card?.livesUntil ?? Infinity));
