import type { Clock } from './clock.js';
import { systemClock } from './clock.js';
import type { CheckoutErrorData } from './errors.js';
import type { Effect, MachineEvent, Notice, RedirectReason } from './machine/events.js';
import { sessionOf, type CheckoutState } from './machine/state.js';
import { transition } from './machine/transition.js';
import { supportedSession } from './payment-methods/index.js';
import type { CardToken, Dialect, Routes } from './providers/dialect.js';
import { fillSessionId } from './navigation.js';
import type { CheckoutSession, Customer, PaymentMethod } from './session/session.js';
import { Subscribable } from './subscribable.js';
import { Api, type ReadResult } from './transport/api.js';
import type { PaymentEffect, PaymentRunner } from './payment-runner.js';
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
  /** Unpredictable bytes. Default: the platform's `crypto`. */
  readonly randomBytes?: (size: number) => Uint8Array;
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
  #payments: Promise<PaymentRunner> | undefined;
  #cancelExpiry: (() => void) | undefined;

  constructor(options: CheckoutOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? Math.random;
    const { dialect, fetch, apiBase, token = '', routes } = options;
    this.#api = new Api({
      fetch,
      clock: this.#clock,
      dialect,
      apiBase,
      token,
      routes,
      randomBytes: options.randomBytes ?? ((size) => crypto.getRandomValues(new Uint8Array(size))),
    });
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
    this.#cancelExpiry?.();
  }

  #handle(event: MachineEvent): void {
    const previous = this.#state;
    const [state, effects] = transition(previous, event);
    this.#state = state;
    if (state !== previous) this.#follow(state);
    if (event.type === 'woken') this.#poll.hurry();
    if (event.type === 'method_selected') this.#loadPayments().catch(() => (this.#payments = undefined));
    if (state !== previous) this.#changes.notify(state);
    for (const effect of effects) this.#run(effect);
  }

  /** Keeps the timers in step with the state. */
  #follow(state: CheckoutState): void {
    const { status } = state;
    this.#poll.set(
      status === 'action_required' || status === 'processing' || (status === 'unknown' && state.gaveUp),
    );
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
      default:
        void this.#pay(effect);
    }
  }

  /** What only a payment needs comes in a file of its own, fetched once a method is picked. */
  async #loadPayments(): Promise<PaymentRunner> {
    this.#payments ??= import('./payment-runner.js').then(
      ({ PaymentRunner }) =>
        new PaymentRunner({
          options: this.#options,
          clock: this.#clock,
          random: this.#random,
          api: this.#api,
          signal: this.#abort.signal,
          getState: () => this.#state,
          dispatch: (event) => {
            this.dispatch(event);
          },
          read: async (request) => this.#read(request),
          outdateReads: () => {
            this.#readEpoch += 1;
          },
          complete: (session) => this.#complete(session),
        }),
    );
    return this.#payments;
  }

  async #pay(effect: PaymentEffect): Promise<void> {
    let payments: PaymentRunner;
    try {
      payments = await this.#loadPayments();
    } catch {
      // The file could not be fetched: nothing was sent, and the next try fetches it again.
      this.#payments = undefined;
      this.dispatch({ type: 'cancel_failed' });
      this.dispatch({ type: 'preparation_failed', failure: { code: 'not_sent', retryable: true } });
      return;
    }
    await payments.run(effect);
  }

  /** The first read: opens a payment link if that is what we were given, and forgives a passing fault. */
  async #load(): Promise<void> {
    const { paymentLink } = this.#options;
    for (let turn = 1; this.#state.status === 'loading'; turn++) {
      const link =
        paymentLink !== undefined && !this.#opened
          ? this.#api.request('openLink', { link: paymentLink }, {})
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

  async #wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.#clock.schedule(resolve, ms));
  }
}
