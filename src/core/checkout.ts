import type { Clock } from './clock.js';
import { systemClock } from './clock.js';
import type { CheckoutErrorData } from './errors.js';
import type { Effect, MachineEvent, Notice, RedirectReason } from './machine/events.js';
import { sessionOf, type CheckoutState } from './machine/state.js';
import { transition } from './machine/transition.js';
import { supportedSession } from './payment-methods/index.js';
import type { CardToken, Dialect, Routes } from './providers/dialect.js';
import { fillSessionId } from './navigation.js';
import type { CheckoutSession, Customer, Failure, PaymentMethod } from './session/session.js';
import { Subscribable } from './subscribable.js';
import { Api, type ReadResult } from './transport/api.js';
import { conclude } from './transport/conclude.js';
import { PaymentSender, type SendResult } from './transport/payment-sender.js';
import { Poll } from './transport/poll.js';
import { backoffMs, type Fetch } from './transport/request.js';

/** What the form gives for one payment; `undefined` from `prepare` means that a field needs the shopper first. */
export interface PreparedPayment {
  readonly customer: Customer;
  readonly customFields: Readonly<Record<string, string | boolean>>;
  readonly details: Readonly<Record<string, string>>;
  readonly card?: CardToken;
}

export interface CheckoutOptions {
  readonly dialect: Dialect;
  /** Absolute URL, https or loopback. */
  readonly apiBase: string;
  /** The session's token, or `paymentLink` to open a session from. */
  readonly token?: string;
  readonly paymentLink?: string;
  readonly fetch: Fetch;
  readonly clock?: Clock;
  readonly random?: () => number;
  /** BCP 47 of what the shopper reads now. */
  readonly locale?: () => string;
  /** The page a redirect comes back to. */
  readonly returnUrl?: () => string | undefined;
  readonly isOnline?: () => boolean;
  /** A chance to say more of a failed read than the core can know: a request blocked by the page's own policy. */
  readonly explain?: (error: CheckoutErrorData) => CheckoutErrorData;
  readonly routes?: Routes;
  /** Used where the session carries none. */
  readonly successUrl?: string;
  readonly cancelUrl?: string;
  readonly cardFrameUrl?: string;
  /** Collects what was typed and makes a token of the card. A rejection means that nothing was sent. */
  readonly prepare: (method: PaymentMethod, session: CheckoutSession) => Promise<PreparedPayment | undefined>;
  readonly notify?: (notice: Notice) => void;
  readonly navigate?: (url: string, reason: RedirectReason) => void;
}

export interface Checkout {
  getState(): CheckoutState;
  subscribe(listener: (state: CheckoutState) => void): () => void;
  dispatch(event: MachineEvent): void;
  /** The server's clock, milliseconds since the epoch: what a countdown counts against. */
  serverNow(): number;
  /** The next state in which nothing of ours is under way. */
  whenSettled(): Promise<CheckoutState>;
  /** Reads the session again now; answers the state that came of it. */
  refresh(): Promise<CheckoutState>;
  /** Stops everything; late answers are ignored. */
  destroy(): void;
}

/** After this long an unanswered payment is admitted to be unknown; reading goes on. */
const PATIENCE_MS = 90_000;
const LOAD_TRIES = 3;
/** Clocks differ by a little: ask just after the moment, and not more often than this. */
const EXPIRY_SLACK_MS = 500;
const EXPIRY_AGAIN_MS = 5_000;
const LONGEST_TIMER_MS = 3_600_000;

/** Brings the machine to life: runs its effects over the injected fetch and clock. */
export function createCheckout(options: CheckoutOptions): Checkout {
  return new CheckoutRunner(options);
}

class CheckoutRunner implements Checkout {
  readonly #options: CheckoutOptions;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #api: Api;
  readonly #sender: PaymentSender;
  readonly #poll: Poll;
  readonly #changes = new Subscribable<CheckoutState>();
  readonly #abort = new AbortController();
  #state: CheckoutState = { status: 'idle' };
  #queue: MachineEvent[] = [];
  #reading: Promise<ReadResult | undefined> | undefined;
  /** Rises when an answer makes every read that is under way old news. */
  #readEpoch = 0;
  #serverOffsetMs = 0;
  #opened = false;
  #recovering = false;
  #cancelExpiry: (() => void) | undefined;

  constructor(options: CheckoutOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? Math.random;
    const { dialect, fetch, apiBase, token = '', routes } = options;
    this.#api = new Api({ fetch, clock: this.#clock, dialect, apiBase, token, routes });
    this.#sender = new PaymentSender(this.#api, dialect, this.#clock, this.#random);
    this.#poll = new Poll(this.#clock, dialect.minPollMs, async () => {
      const result = await this.#read();
      return result?.type === 'failed' ? { waitMs: result.retryAfterMs ?? 0 } : {};
    });
  }

  getState(): CheckoutState {
    return this.#state;
  }

  subscribe(listener: (state: CheckoutState) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  serverNow(): number {
    return this.#clock.now() + this.#serverOffsetMs;
  }

  /** Events raised while one is handled wait their turn, so that `transition` never runs inside itself. */
  dispatch(event: MachineEvent): void {
    this.#queue.push(event);
    if (this.#queue.length > 1) return;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      try {
        if (!this.#abort.signal.aborted) this.#handle(next);
      } catch (fault) {
        // A fault in what the page gave us (navigate, notify) must not stop the payment's own steps (P-26).
        reportError(fault);
      }
      this.#queue.shift();
    }
  }

  async whenSettled(): Promise<CheckoutState> {
    const busy = ({ status, ...rest }: CheckoutState): boolean =>
      status === 'loading' || status === 'submitting' || ('leaving' in rest && rest.leaving === true);
    if (!busy(this.#state) || this.#abort.signal.aborted) return this.#state;
    return new Promise((resolve) => {
      const stop = this.subscribe((state) => {
        if (busy(state)) return;
        stop();
        resolve(state);
      });
      this.#abort.signal.addEventListener('abort', () => {
        resolve(this.#state);
      });
    });
  }

  async refresh(): Promise<CheckoutState> {
    this.dispatch({ type: 'session_requested' });
    await this.#reading;
    return this.whenSettled();
  }

  destroy(): void {
    this.#abort.abort();
    this.#poll.set(false);
    this.#sender.forget();
    this.#cancelExpiry?.();
  }

  #handle(event: MachineEvent): void {
    const previous = this.#state;
    const [state, effects] = transition(previous, event);
    this.#state = state;
    if (state !== previous) this.#follow(state);
    if (event.type === 'woken') this.#poll.hurry();
    if (state !== previous) this.#changes.notify(state);
    for (const effect of effects) this.#run(effect);
  }

  /** Keeps the timers in step with the state. */
  #follow(state: CheckoutState): void {
    const { status } = state;
    this.#poll.set(
      status === 'action_required' || status === 'processing' || (status === 'unknown' && state.gaveUp),
    );
    if (status !== 'submitting' && status !== 'unknown') this.#sender.forget();
    this.#watchExpiry(state, EXPIRY_SLACK_MS);
  }

  #watchExpiry(state: CheckoutState, atLeastMs: number): void {
    this.#cancelExpiry?.();
    const expiresAt = sessionOf(state)?.expiresAt;
    if (state.status !== 'ready' || expiresAt === undefined) return;
    const inMs = Math.max(expiresAt + EXPIRY_SLACK_MS - this.serverNow(), atLeastMs);
    this.#cancelExpiry = this.#clock.schedule(
      () => {
        if (this.serverNow() >= expiresAt) this.dispatch({ type: 'expiry_passed' });
        this.#watchExpiry(this.#state, EXPIRY_AGAIN_MS);
      },
      Math.min(inMs, LONGEST_TIMER_MS),
    );
  }

  #run(effect: Effect): void {
    switch (effect.type) {
      case 'announce':
        this.#options.notify?.(effect.notice);
        return;
      case 'navigate':
        this.#options.navigate?.(fillSessionId(effect.url, sessionOf(this.#state)?.id ?? ''), effect.reason);
        return;
      case 'read_session':
        void (this.#state.status === 'loading' ? this.#load() : this.#read());
        return;
      case 'prepare_payment':
        void this.#prepare();
        return;
      case 'send_payment':
        void this.#sender.send().then((result) => {
          this.#report(result);
        });
        return;
      case 'recover_payment':
        void this.#recover();
        return;
      case 'cancel_session':
        void this.#cancelSession();
        return;
      case 'refresh_session':
        void this.#refreshExpired();
        return;
      default:
        void this.#act(effect);
    }
  }

  /** The first read: opens a payment link if that is what we were given, and forgives a passing fault. */
  async #load(): Promise<void> {
    const { paymentLink, dialect } = this.#options;
    for (let turn = 1; this.#state.status === 'loading'; turn++) {
      const link =
        paymentLink !== undefined && !this.#opened
          ? this.#api.request('openLink', { link: paymentLink }, dialect.id === 'z2pay' ? undefined : {})
          : undefined;
      const result = await this.#read(link, turn < LOAD_TRIES);
      if (result?.type !== 'failed') break;
      if (turn >= LOAD_TRIES || !result.error.retryable) break;
      await this.#wait(Math.max(result.retryAfterMs ?? 0, backoffMs(turn - 1, this.#random)));
    }
    const session = sessionOf(this.#state);
    if (session?.status === 'open' && !this.#opened && this.#api.has('opened'))
      void this.#api.send(this.#api.request('opened', { session }, {}));
    this.#opened ||= session !== undefined;
  }

  /** One read at a time; who asks meanwhile gets the answer that is on its way. */
  async #read(request = this.#readRequest(), forgive = false): Promise<ReadResult | undefined> {
    if (this.#reading) return this.#reading;
    const epoch = this.#readEpoch;
    this.#reading = this.#api.readSession(request, this.#abort.signal);
    const result = await this.#reading;
    this.#reading = undefined;
    if (this.#abort.signal.aborted) return undefined;
    // Something newer was said while this answer was on its way: ask again instead of believing it.
    if (epoch !== this.#readEpoch) return this.#read();
    if (result?.type === 'session') this.#take(result);
    else if (result && !(forgive && result.error.retryable)) this.#readFailed(result);
    return result;
  }

  #readRequest() {
    const session = sessionOf(this.#state);
    const route = session && this.#api.has('poll') ? 'poll' : 'read';
    return this.#api.request(route, { session });
  }

  #take({ session, serverNow, token }: Extract<ReadResult, { type: 'session' }>): void {
    if (serverNow !== undefined) this.#serverOffsetMs = serverNow - this.#clock.now();
    if (token !== undefined) this.#api.useToken(token);
    this.dispatch({ type: 'session_read', session: this.#complete(session) });
  }

  #readFailed({ error, denied }: Extract<ReadResult, { type: 'failed' }>): void {
    const data = error.toData();
    this.dispatch(
      denied ? { type: 'session_denied', error: data } : { type: 'read_failed', error: this.#named(data) },
    );
  }

  #named(error: CheckoutErrorData): CheckoutErrorData {
    if (error.kind !== 'network') return error;
    return this.#options.isOnline?.() === false
      ? { ...error, code: 'offline' }
      : (this.#options.explain?.(error) ?? error);
  }

  /** Leaves out what cannot be shown and fills in the URLs the merchant gave on the element. */
  #complete(session: CheckoutSession): CheckoutSession {
    const { successUrl, cancelUrl, cardFrameUrl } = this.#options;
    return {
      ...supportedSession(session, cardFrameUrl),
      successUrl: session.successUrl ?? successUrl,
      cancelUrl: session.cancelUrl ?? cancelUrl,
    };
  }

  async #prepare(): Promise<void> {
    const state = this.#state;
    if (state.status !== 'submitting') return;
    const { session, methodId } = state;
    const method = session.paymentMethods.find(({ id }) => id === methodId);
    try {
      if (!method) throw new Error('the picked method is gone');
      if (this.#options.isOnline?.() === false) {
        this.dispatch({ type: 'preparation_failed', failure: { code: 'offline', retryable: true } });
        return;
      }
      const prepared = await this.#options.prepare(method, session);
      const now = this.#state;
      // The session may have moved on while the card became a token.
      if (now.status !== 'submitting' || now.stage !== 'preparing' || now.attempt !== state.attempt) return;
      if (!prepared) {
        this.dispatch({ type: 'preparation_failed' });
        return;
      }
      this.#sender.hold(
        session,
        this.#options.dialect.paymentBody({
          ...prepared,
          session,
          method,
          amount: method.amount ?? session.amount.due,
          currency: method.currency ?? session.currency,
          locale: this.#options.locale?.() ?? session.locale ?? 'en',
          returnUrl: this.#options.returnUrl?.(),
        }),
      );
      this.dispatch({ type: 'payment_prepared' });
    } catch (error) {
      this.dispatch({ type: 'preparation_failed', failure: preparationFailure(error) });
    }
  }

  #report(result: SendResult | undefined): void {
    if (!result || this.#abort.signal.aborted) return;
    if (result.type === 'lost' || result.type === 'denied' || result.type === 'busy') {
      this.dispatch({ type: 'payment_lost' });
      return;
    }
    this.#readEpoch += 1;
    if (result.type === 'refused') {
      this.dispatch({ type: 'payment_refused', failure: result.failure });
      return;
    }
    if (result.type === 'payment' && result.session) {
      this.dispatch({ type: 'session_read', session: this.#complete(result.session) });
      if (this.#state.status !== 'submitting' && this.#state.status !== 'unknown') return;
    }
    const payment =
      result.payment ?? (result.type === 'declined' ? this.#declinedPayment(result.failure) : undefined);
    this.dispatch(payment ? { type: 'payment_answered', payment } : { type: 'payment_lost' });
  }

  /** A decline that names no payment still closes the attempt it answers. */
  #declinedPayment(failure: Failure) {
    const session = sessionOf(this.#state);
    if (!session) return undefined;
    const { attempt, currency, amount } = session;
    return { id: '', attempt, status: 'failed', amount: amount.due, currency, method: '', failure } as const;
  }

  /** Asks what became of the payment; where the server knows nothing of it, sends the same bytes again. */
  async #recover(): Promise<void> {
    if (this.#recovering) return;
    this.#recovering = true;
    const startedAt = this.#clock.now();
    const open = (): boolean => this.#state.status === 'unknown' && !this.#abort.signal.aborted;
    for (let turn = 0; open(); turn++) {
      const read = await this.#read();
      if (open() && read?.type === 'session' && this.#sender.canSend) {
        const result = await this.#sender.send();
        if (result && result.type !== 'lost') this.#report(result);
      }
      if (!open()) break;
      if (this.#clock.now() - startedAt >= PATIENCE_MS) {
        this.dispatch({ type: 'patience_ended' });
        break;
      }
      await this.#wait(Math.max(this.#options.dialect.minPollMs / 2, backoffMs(turn, this.#random)));
    }
    this.#recovering = false;
  }

  /** Reads first: a session with a payment is never cancelled behind its back. */
  async #cancelSession(): Promise<void> {
    const read = await this.#read();
    const state = this.#state;
    if (state.status !== 'ready' || !state.leaving) return;
    let session = state.session;
    if (read?.type === 'session' && this.#api.has('cancel')) {
      const result = await this.#api.readSession(this.#api.request('cancel', { session }, {}));
      if (result.type === 'session') session = this.#complete(result.session);
      else if (!result.denied) {
        this.dispatch({ type: 'cancel_failed' });
        await this.#read();
        return;
      }
    }
    this.dispatch(
      read?.type === 'session' ? { type: 'session_canceled', session } : { type: 'cancel_failed' },
    );
  }

  async #refreshExpired(): Promise<void> {
    const session = sessionOf(this.#state);
    if (session) await this.#read(this.#api.request('refresh', { session }, {}));
  }

  /** Confirm, resend, cancel of a payment that waits for the shopper. Sent once; a read tells the rest. */
  async #act(effect: Extract<Effect, { paymentId: string }>): Promise<void> {
    const session = sessionOf(this.#state);
    if (!session) return;
    const { dialect } = this.#options;
    const route = (
      { confirm_payment: 'confirm', resend_payment: 'resend', cancel_payment: 'cancelPayment' } as const
    )[effect.type];
    const body =
      effect.type === 'confirm_payment'
        ? (dialect.confirmBody?.({ code: effect.code }) ?? { code: effect.code })
        : {};
    const outcome = this.#api.has(route)
      ? await this.#api.send(this.#api.request(route, { session, paymentId: effect.paymentId }, body))
      : ({ type: 'lost', reason: 'network' } as const);
    if (this.#abort.signal.aborted) return;
    const result = conclude(outcome, dialect, session, this.#clock.now());
    this.#readEpoch += 1;
    const payment = 'payment' in result ? result.payment : undefined;
    if (payment) this.dispatch({ type: 'payment_answered', payment });
    else this.dispatch({ type: 'action_refused', failure: actionFailure(result) });
  }

  async #wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.schedule(resolve, ms));
  }
}

const actionFailure = (result: ReturnType<typeof conclude>): Failure =>
  'failure' in result ? result.failure : { code: 'busy', retryable: true };

/** The card frame's own errors say what the shopper can do; a slip of ours is a processing error, nothing was sent. */
const preparationFailure = (error: unknown): Failure | undefined => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'card_invalid') return undefined;
  return { code: code || 'processing_error', retryable: true };
};
