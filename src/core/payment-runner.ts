import type { TabChannel } from './checkout-options.js';
import type { Effect, PaymentEffect } from './machine/events.js';
import { sessionOf } from './machine/state.js';
import { actionFailure, preparationFailure } from './payment-failures.js';
import type { RunnerContext } from './runner-context.js';
import type { SessionReader } from './session/session-reader.js';
import type { CheckoutSession } from './session/session.js';
import { conclude } from './transport/conclude.js';
import { PATIENCE_MS, PaymentSender, type SendResult } from './transport/payment-sender.js';
import { Poll, waitAfter } from './transport/poll.js';
import { backoffMs, wait } from './transport/request.js';

/** What is paid, and to whom, as the pay button says it: what a shopper has agreed to by pressing it. */
const priceOf = ({ paymentMethods, amount, currency, merchant }: CheckoutSession, methodId = ''): string => {
  const method = paymentMethods.find(({ id }) => id === methodId);
  return [method?.amount ?? amount.due, method?.currency ?? currency, merchant.name].join(' ');
};

/** Runs the effects that move money or end the session. Every way out of each is an event. */
export class PaymentRunner {
  readonly #context: RunnerContext;
  readonly #reader: SessionReader;
  readonly #sender: PaymentSender;
  readonly poll: Poll;
  #recovering = false;
  #channel: TabChannel | undefined;

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
      this.#channel?.close();
    });
    this.#listen();
  }

  /** Hears that another tab has done something, and asks the server what. */
  #listen(): void {
    const session = sessionOf(this.#context.getState());
    if (!session || this.#context.signal.aborted) return;
    try {
      this.#channel = this.#context.options.openChannel?.(`checkout-session ${session.id}`);
    } catch {
      // A browser may refuse it together with storage; each tab still asks the server by itself.
    }
    if (this.#channel)
      this.#channel.onmessage = () => {
        this.#context.dispatch({ type: 'woken' });
      };
  }

  async run(effect: PaymentEffect): Promise<void> {
    switch (effect.type) {
      case 'prepare_payment':
        return this.#prepare();
      case 'send_payment':
        this.#report(await this.#sender.send());
        return;
      case 'recover_payment':
        return this.#recover();
      case 'cancel_session':
        return this.#cancelSession();
      case 'refresh_session': {
        const session = sessionOf(this.#context.getState());
        if (session) await this.#reader.read(this.#context.api.request('refresh', { session }, {}));
        return;
      }
      default:
        return this.#act(effect);
    }
  }

  async #prepare(): Promise<void> {
    const state = this.#context.getState();
    if (state.status !== 'submitting') return;
    // What the try before this one still may answer is told by a read.
    this.#sender.forget();
    const { session, methodId } = state;
    const method = session.paymentMethods.find(({ id }) => id === methodId);
    try {
      if (!method) throw new Error('the picked method is gone');
      if (this.#context.options.isOnline?.() === false) {
        this.#context.dispatch({ type: 'preparation_failed', failure: { code: 'offline', retryable: true } });
        return;
      }
      const prepared = await this.#context.options.prepare(method, session);
      // A page that slept may show what is no longer so: nothing is sent before the server was heard.
      const isFresh = await this.#reader.isFresh();
      const now = this.#context.getState();
      // The session may have moved on while the card became a token.
      if (now.status !== 'submitting' || now.stage !== 'preparing' || now.attempt !== state.attempt) return;
      if (!prepared || !isFresh) {
        this.#context.dispatch({
          type: 'preparation_failed',
          failure: prepared && { code: 'not_sent', retryable: true },
        });
        return;
      }
      if (priceOf(now.session, methodId) !== priceOf(session, methodId)) {
        this.#context.dispatch({
          type: 'preparation_failed',
          failure: { code: 'amount_changed', retryable: true },
        });
        return;
      }
      this.#sender.hold(
        session,
        this.#context.options.dialect.paymentBody({
          ...prepared,
          session,
          method,
          amount: method.amount ?? session.amount.due,
          currency: method.currency ?? session.currency,
          locale: this.#context.options.locale?.() ?? session.locale ?? 'en',
          returnUrl: this.#context.options.returnUrl?.(),
        }),
      );
      this.#context.dispatch({ type: 'payment_prepared' });
    } catch (error) {
      this.#context.dispatch({ type: 'preparation_failed', failure: preparationFailure(error) });
    }
  }

  #report(result: SendResult | undefined): void {
    if (!result || this.#context.signal.aborted) return;
    if (result.type === 'lost' || result.type === 'denied' || result.type === 'busy') {
      this.#context.dispatch({ type: 'payment_lost' });
      return;
    }
    this.#reader.outdate();
    this.#sender.forget();
    this.#channel?.postMessage('changed');
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
      if (open() && read?.type === 'session' && this.#sender.canSend) {
        const result = await this.#sender.send();
        if (result && result.type !== 'lost') this.#report(result);
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

  /** Reads first: a session with a payment is never cancelled behind its back. */
  async #cancelSession(): Promise<void> {
    const read = await this.#reader.read();
    const state = this.#context.getState();
    if (state.status !== 'ready' || !state.leaving) return;
    let session = state.session;
    if (read?.type === 'session' && this.#context.api.has('cancel')) {
      const result = await this.#context.api.readSession(
        this.#context.api.request('cancel', { session }, {}),
      );
      // Only a session that is at rest, or over, may be left: anything else is told as it is.
      if (result.type === 'session') {
        session = this.#reader.complete(result.session);
        if (!['canceled', 'expired', 'open'].includes(session.status)) {
          this.#context.dispatch({ type: 'cancel_failed' });
          this.#context.dispatch({ type: 'session_read', session });
          return;
        }
      } else if (!result.denied) {
        this.#context.dispatch({ type: 'cancel_failed' });
        await this.#reader.read();
        return;
      }
    }
    this.#context.dispatch(
      read?.type === 'session' ? { type: 'session_canceled', session } : { type: 'cancel_failed' },
    );
  }

  /** Confirm, resend, cancel of a payment that waits for the shopper. Sent once; a read tells the rest. */
  async #act(effect: Extract<Effect, { paymentId: string }>): Promise<void> {
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
    this.#channel?.postMessage('changed');
    // A read was faster and this payment is over: the answer says nothing of the one that may be under way now.
    const now = this.#context.getState();
    if (!('payment' in now) || now.payment?.id !== effect.paymentId) {
      await this.#reader.read();
      return;
    }
    const payment = 'payment' in result ? result.payment : undefined;
    // A refusal that names no payment is one of the code or the prompt: whether the payment lives, a read tells.
    if (payment?.id) this.#context.dispatch({ type: 'payment_answered', payment });
    else this.#context.dispatch({ type: 'action_refused', failure: actionFailure(result) });
  }
}
