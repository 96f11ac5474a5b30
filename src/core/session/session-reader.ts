import type { CheckoutErrorData } from '../errors.js';
import { sessionOf } from '../machine/state.js';
import { supportedSession } from '../payment-methods/index.js';
import type { RunnerContext } from '../runner-context.js';
import type { ReadResult } from '../transport/api.js';
import { backoffMs, wait, type HttpRequest } from '../transport/request.js';
import type { CheckoutSession } from './session.js';

const LOAD_TRIES = 3;
const BURST_MS = 1_000;
/** What an answer that somebody waits for may take before it is asked for on a new request. */
const HANGING_MS = 4_000;

/** Reads the session, one read at a time, and reports each as an event. */
export class SessionReader {
  readonly #context: RunnerContext;
  #reading: Promise<ReadResult | undefined> | undefined;
  #abort = new AbortController();
  /** Rises when an answer makes every read that is under way old news. */
  #epoch = 0;
  /** The epoch in which the read under way was asked. */
  #askedAt = 0;
  #wokenAt = -Infinity;
  #isFresh = true;
  #opened = false;
  #linked = false;
  #opener: (() => Promise<ReadResult>) | undefined;
  #serverOffsetMs: number | undefined;

  constructor(context: RunnerContext) {
    this.#context = context;
  }

  /** The server's clock, milliseconds since the epoch. */
  serverNow(): number {
    return this.#context.clock.now() + (this.#serverOffsetMs ?? 0);
  }

  /** Settles with the read that is under way. */
  async settled(): Promise<void> {
    await this.#reading;
  }

  /**
   * The page woke: a read that is under way may hang since it fell asleep, or have been answered before. It is let go,
   * and the next read is a new one. Signs come in bursts; `false` where an earlier one has been answered already.
   */
  wake(): boolean {
    const now = this.#context.clock.now();
    if (now - this.#wokenAt < BURST_MS) return !this.#isFresh;
    this.#wokenAt = now;
    this.#letGo();
    this.#isFresh = false;
    return true;
  }

  /** Whether the server has been heard since the page last woke. Waits for the read that tells, but asks only once. */
  async isFresh(): Promise<boolean> {
    if (!this.#isFresh) await this.read();
    return this.#isFresh;
  }

  /** Something newer was said than any read that is under way can tell. */
  outdate(): void {
    this.#epoch += 1;
  }

  /** What the server says from now on. A request that hangs is let go: the next one may get through. */
  async readAnew(): Promise<ReadResult | undefined> {
    this.outdate();
    const first = this.read();
    const result = await Promise.race([first, wait(this.#context.clock, HANGING_MS)]);
    if (result) return result;
    this.#letGo();
    this.#abort.abort();
    return this.read();
  }

  /** Whoever asks from now on does not wait for the read under way. */
  #letGo(): void {
    this.outdate();
    this.#reading = undefined;
  }

  /** The first read: opens a payment link if that is what we were given, and forgives a passing fault. */
  async load(): Promise<void> {
    const { paymentLink } = this.#context.options;
    for (let turn = 1; this.#context.getState().status === 'loading'; turn++) {
      const forgive = turn < LOAD_TRIES;
      const isLink = paymentLink !== undefined && !this.#linked;
      const result = isLink ? await this.#openLink(forgive) : await this.read(undefined, forgive);
      if (result?.type !== 'failed') break;
      if (turn >= LOAD_TRIES || !result.error.retryable) break;
      await wait(
        this.#context.clock,
        Math.max(result.retryAfterMs ?? 0, backoffMs(turn - 1, this.#context.random)),
      );
    }
    if (this.#context.signal.aborted) return;
    const session = sessionOf(this.#context.getState());
    if (session?.status === 'open' && !this.#opened && this.#context.api.has('opened'))
      void this.#context.api.send(this.#context.api.request('opened', { session }, {}));
    this.#opened ||= session !== undefined;
  }

  /** The session of a payment link, and then the session itself: a repeated opening answers what was, not what is. */
  async #openLink(forgive: boolean): Promise<ReadResult | undefined> {
    this.#opener ??= (await import('./open-link.js')).createLinkOpener(this.#context);
    const result = await this.#opener();
    if (this.#context.signal.aborted) return undefined;
    if (result.type === 'session') {
      this.#linked = true;
      return this.read(undefined, forgive);
    }
    if (!(forgive && result.error.retryable)) this.#readFailed(result);
    return result;
  }

  /** One read at a time; who asks meanwhile gets the answer that is on its way. */
  async read(request?: HttpRequest, forgive = false): Promise<ReadResult | undefined> {
    while (this.#reading) {
      const asked = this.#askedAt;
      const result = await this.#reading;
      // A request of its own (a link, a refresh) waits its turn; an answer that is old news is no answer.
      if (!request && asked === this.#epoch) return result;
    }
    if (this.#context.signal.aborted) return undefined;
    const epoch = (this.#askedAt = this.#epoch);
    let result: ReadResult | undefined;
    const abort = (this.#abort = new AbortController());
    const onAbort = (): void => {
      abort.abort();
    };
    this.#context.signal.addEventListener('abort', onAbort);
    const reading = this.#context.api.readSession(request ?? this.#readRequest(), abort.signal);
    this.#reading = reading;
    try {
      result = await reading;
    } finally {
      this.#context.signal.removeEventListener('abort', onAbort);
      if (this.#reading === reading) this.#reading = undefined;
    }
    if (this.#context.signal.aborted) return undefined;
    // Something newer was said while this answer was on its way: ask again instead of believing it. A request of its own
    // is not made twice: its answer is another session.
    if (epoch !== this.#epoch && !request) return this.read();
    if (result?.type === 'session') this.#take(result);
    else if (result && !(forgive && result.error.retryable)) this.#readFailed(result);
    return result;
  }

  #readRequest(): HttpRequest {
    const session = sessionOf(this.#context.getState());
    const route = session && this.#context.api.has('poll') ? 'poll' : 'read';
    return this.#context.api.request(route, { session });
  }

  #take({ session, serverNow, token }: Extract<ReadResult, { type: 'session' }>): void {
    const state = this.#context.getState();
    const known = sessionOf(state);
    // Another session's answer is none of ours, and neither is its token.
    if (known && known.id !== session.id && state.status !== 'expired') return;
    // An answer that took long, or that is an old one, can only set us back: the furthest ahead is the nearest to the truth.
    if (serverNow !== undefined)
      this.#serverOffsetMs = Math.max(
        this.#serverOffsetMs ?? -Infinity,
        serverNow - this.#context.clock.now(),
      );
    if (token !== undefined) this.#context.api.useToken(token);
    this.#isFresh = true;
    this.#context.dispatch({ type: 'session_read', session: this.complete(session) });
  }

  #readFailed({ error, denied }: Extract<ReadResult, { type: 'failed' }>): void {
    const data = error.toData();
    this.#context.dispatch(
      denied ? { type: 'session_denied', error: data } : { type: 'read_failed', error: this.#named(data) },
    );
  }

  #named(error: CheckoutErrorData): CheckoutErrorData {
    if (error.kind !== 'network') return error;
    return this.#context.options.isOnline?.() === false
      ? { ...error, code: 'offline' }
      : (this.#context.options.explain?.(error) ?? error);
  }

  /** Leaves out what cannot be shown and fills in the URLs the merchant gave on the element. */
  complete(session: CheckoutSession): CheckoutSession {
    const { successUrl, cancelUrl, cardFrameUrl } = this.#context.options;
    return {
      ...supportedSession(session, cardFrameUrl),
      successUrl: session.successUrl ?? successUrl,
      cancelUrl: session.cancelUrl ?? cancelUrl,
    };
  }
}
