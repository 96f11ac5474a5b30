import type { Effect } from './machine/events.js';
import { sessionOf } from './machine/state.js';
import { actionFailure } from './payment-failures.js';
import type { RunnerContext } from './runner-context.js';
import { isDead } from './session/payment-end.js';
import type { SessionReader } from './session/session-reader.js';
import type { CheckoutSession } from './session/session.js';
import type { TabLine } from './tab-line.js';
import { conclude } from './transport/conclude.js';

/** Whether nothing of the session was paid or may still be. */
const isAtRest = ({ status, payment, amount }: CheckoutSession): boolean =>
  ['canceled', 'expired', 'open'].includes(status) && amount.paid === 0 && (!payment || isDead(payment));

/** Runs what a shopper does about a payment that waits for them, and their leaving. */
export class ActionRunner {
  readonly #context: RunnerContext;
  readonly #reader: SessionReader;
  readonly #tabs: TabLine;
  #refreshing: Promise<unknown> | undefined;

  constructor(context: RunnerContext, reader: SessionReader, tabs: TabLine) {
    this.#context = context;
    this.#reader = reader;
    this.#tabs = tabs;
  }

  /** Reads first: a session with a payment is never cancelled behind its back. */
  async cancelSession(): Promise<void> {
    const read = await this.#reader.read();
    const state = this.#context.getState();
    if (state.status !== 'ready' || !state.leaving) return;
    let session = state.session;
    if (read?.type === 'session' && this.#context.api.has('cancel')) {
      const result = await this.#context.api.readSession(
        this.#context.api.request('cancel', { session }, {}),
      );
      // A refusal says nothing of the money: somebody else may have paid since the read.
      const told = result.type === 'failed' && result.denied ? await this.#reader.readAnew() : result;
      if (told?.type !== 'session') {
        this.#context.dispatch({ type: 'cancel_failed' });
        if (told === result) await this.#reader.read();
        return;
      }
      session = this.#reader.complete(told.session);
      // Only a session that is at rest, or over, may be left: anything else is told as it is.
      if (!isAtRest(session)) {
        this.#context.dispatch({ type: 'session_read', session });
        this.#context.dispatch({ type: 'cancel_failed' });
        return;
      }
    }
    this.#context.dispatch(
      read?.type === 'session' ? { type: 'session_canceled', session } : { type: 'cancel_failed' },
    );
  }

  /** Once at a time: the state says nothing of a request under way. */
  async refreshSession(): Promise<void> {
    const session = sessionOf(this.#context.getState());
    if (!session) return;
    this.#refreshing ??= this.#reader
      .read(this.#context.api.request('refresh', { session }, {}))
      .finally(() => (this.#refreshing = undefined));
    await this.#refreshing;
  }

  /** Confirm, resend, cancel of a payment that waits for the shopper. Sent once; a read tells the rest. */
  async act(effect: Extract<Effect, { paymentId: string }>): Promise<void> {
    const session = sessionOf(this.#context.getState());
    if (!session) return;
    const { dialect } = this.#context.options;
    const route = (
      { confirm_payment: 'confirm', resend_payment: 'resend', cancel_payment: 'cancelPayment' } as const
    )[effect.type];
    const body =
      effect.type === 'confirm_payment'
        ? (dialect.confirmBody?.({ code: effect.code }) ?? { code: effect.code })
        : {};
    const outcome = this.#context.api.has(route)
      ? await this.#context.api.send(
          this.#context.api.request(route, { session, paymentId: effect.paymentId }, body),
        )
      : ({ type: 'lost', reason: 'network' } as const);
    if (this.#context.signal.aborted) return;
    const result = conclude(outcome, dialect, session, this.#reader.serverNow());
    this.#reader.outdate();
    this.#tabs.tell();
    // A read was faster and this payment is over: the answer says nothing of the one that may be under way now. Nor does
    // that to a code say anything of a payment that was given up meanwhile.
    const now = this.#context.getState();
    const isLeft = 'leaving' in now && now.leaving && effect.type !== 'cancel_payment';
    if (isLeft || !('payment' in now) || now.payment?.id !== effect.paymentId) {
      await this.#reader.read();
      return;
    }
    const payment = 'payment' in result ? result.payment : undefined;
    // A refusal that names no payment is one of the code or the prompt: whether the payment lives, a read tells.
    if (payment?.id) this.#context.dispatch({ type: 'payment_answered', payment });
    else this.#context.dispatch({ type: 'action_refused', failure: actionFailure(result) });
  }
}
