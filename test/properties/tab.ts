import { createCheckout, type Checkout, type PreparedPayment } from '../../src/core/checkout.js';
import type { TabChannel } from '../../src/core/checkout-options.js';
import { asksFor, type CheckoutState } from '../../src/core/machine/state.js';
import type { Dialect } from '../../src/core/providers/dialect.js';
import type { PaymentMethod } from '../../src/core/session/session.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import type { Network, Sender } from './network.js';
import type { Server, WireAnswer, WireRequest } from './server.js';
import type { Time } from './time.js';

/** What all tabs of a sequence share. */
export interface TabContext {
  readonly time: Time;
  readonly server: Server;
  readonly network: Network;
  readonly dialect: Dialect;
  readonly random: () => number;
  readonly prepareMs: number;
  readonly choices: readonly number[];
  readonly openChannel: ((tab: Tab) => TabChannel) | undefined;
  /** Payments whose money came in after they had failed. */
  readonly late: Set<string>;
  /** A promise whose conditions came about. */
  met(invariant: string): void;
  /** A promise that was broken. */
  broken(invariant: string, message: string): void;
  note(text: string): void;
}

/** One press of the button, with all sends that follow from it. */
interface Press {
  readonly at: number;
  key: string;
  body: string;
  sends: number;
  underWay: number;
  /** The server asked not to come back before; and a header without sense delays nothing. */
  notBefore: number;
  notAfter: number;
  /** A read came through since the last send. */
  hasRead: boolean;
}

export type FaultPlace = 'notify' | 'navigate' | 'subscriber' | 'prepare';

export const MAX_SENDS = 5;
export const SEND_BUDGET_MS = 60_000;
const CAP_MS = 120_000;
export const BURST_MS = 1_000;
const LONGEST_BACKOFF_MS = 8_000;
const CARDS = [
  '4242424242424242',
  '4242424242424242',
  '4000000000000002',
  '4000000000000077',
  '4000002500003155',
  '4000000000009995',
] as const;
const PHONES = ['0771111111', '0772345678', '0774444444', '0773333333', '0775555555', '0772345679'] as const;

/** One page that shows the checkout: the real client, and everything that is watched of it while it lives. */
export class Tab implements Sender {
  readonly name: string;
  readonly checkout: Checkout;
  skewMs: number;
  /** What `navigator.onLine` says. */
  saysOnline = true;
  isGone = false;
  /** It has fetched what a payment needs. */
  hasFile = false;
  press: Press | undefined;
  posts = 0;
  reads = 0;
  prepares = 0;
  /** Success navigations, and what a shopper's own click adds to them: nothing here clicks. */
  successNavigations = 0;
  readsUnderWay = 0;
  /** Reads that a wake let go while they were under way. */
  abandoned = 0;
  /** When the server's clock was last heard, in true time, and how far off the answer may have made us. */
  heardAt = -Infinity;
  /** Messages from other tabs. */
  heard = 0;
  /** When the last burst of signs of life began. */
  wokenAt = -Infinity;
  readonly #context: TabContext;
  /** Reads under way that the client still goes by. */
  readonly #listening = new Set<WireRequest>();
  #wasBusy = false;
  readonly #throws = new Set<FaultPlace>();
  #state: CheckoutState = { status: 'idle' };
  /** What came through at this very moment. */
  #heard: { readonly at: number; readonly statuses: string[]; isDenied: boolean } = {
    at: 0,
    statuses: [],
    isDenied: false,
  };

  constructor(name: string, skewMs: number, context: TabContext) {
    this.name = name;
    this.skewMs = skewMs;
    this.#context = context;
    const { time, server, network, dialect, random } = context;
    this.checkout = createCheckout({
      dialect,
      apiBase: server.apiBase,
      token: server.token,
      clock: {
        now: () => this.clock,
        schedule: (callback, ms) => time.schedule('client', callback, ms),
      },
      random,
      fetch: network.fetchFor(this),
      openChannel: context.openChannel && (() => context.openChannel?.(this) as TabChannel),
      isOnline: () => this.saysOnline,
      // Not every provider's session carries them.
      successUrl: 'https://shop.example/ok',
      cancelUrl: 'https://shop.example/cart',
      returnUrl: () => 'https://shop.example/pay',
      prepare: async (method) => this.#prepare(method),
      notify: ({ type }) => {
        this.#mustLive(`told the page ${type}`);
        this.#maybeThrow('notify');
      },
      navigate: (url, reason) => {
        this.#navigated(url, reason);
        this.#maybeThrow('navigate');
      },
    });
    this.checkout.subscribe((state) => {
      this.#changed(state);
      this.#maybeThrow('subscriber');
    });
    this.checkout.dispatch({ type: 'session_requested' });
  }

  get state(): CheckoutState {
    return this.checkout.getState();
  }

  get isWaiting(): boolean {
    return ['action_required', 'processing', 'unknown', 'submitting'].includes(this.state.status);
  }

  /** Whether it asks the server by itself. */
  get asks(): boolean {
    return asksFor(this.state) > 0;
  }

  /** What its own clock says. */
  get clock(): number {
    return this.#context.time.now() + this.skewMs;
  }

  /** Whether the sends of the last press are used up. */
  get isSpent(): boolean {
    const { press } = this;
    if (!press || press.sends >= MAX_SENDS) return true;
    return Math.max(this.clock, press.notBefore) - press.at >= SEND_BUDGET_MS;
  }

  throwAt(where: FaultPlace): void {
    this.#throws.add(where);
  }

  /** Timers stand still; where the machine slept, so does the clock. */
  fallAsleep(lostMs: number): void {
    this.skewMs -= lostMs;
    if (lostMs > 0) this.heardAt = -Infinity;
    if (this.press) this.press.notAfter = Infinity;
  }

  /** Another tab has done something. */
  hear({ onmessage }: TabChannel): void {
    this.heard++;
    this.letGo();
    onmessage?.(new MessageEvent('message', { data: 'changed' }));
  }

  /** Signs of life, in a burst. The reads they cause. */
  async wake(times: number, settle: () => Promise<void>): Promise<number> {
    const { reads } = this;
    for (let turn = 0; turn < times; turn++) {
      this.letGo();
      this.checkout.dispatch({ type: 'woken' });
    }
    await settle();
    return this.reads - reads;
  }

  /** A sign of life makes reads that are under way old news; one a second counts. */
  letGo(): void {
    if (this.clock - this.wokenAt < BURST_MS) return;
    this.wokenAt = this.clock;
    this.abandoned = this.readsUnderWay;
    this.#listening.clear();
  }

  destroy(): void {
    this.isGone = true;
    this.checkout.destroy();
    this.#context.met('P-23');
  }

  sent(request: WireRequest): void {
    this.#mustLive('sent a request');
    if (request.kind === 'read') this.#sentRead(request);
    if (request.kind === 'pay') this.#sentPayment(request);
  }

  ended(request: WireRequest): void {
    this.#listening.delete(request);
    if (request.kind === 'pay') {
      if (this.press?.key === request.key) {
        this.press.underWay--;
        // Told to come back later, it may do just that; whatever else came of it, a read is due.
        this.press.hasRead &&= this.#wasBusy;
      }
      this.#wasBusy = false;
    }
    if (request.kind === 'read') this.readsUnderWay--;
    this.abandoned = Math.min(this.abandoned, this.readsUnderWay);
  }

  answered(
    request: WireRequest,
    { status, version, session, at, headers }: WireAnswer,
    isOurs: boolean,
  ): void {
    const { time, met } = this.#context;
    const isSession = request.kind !== 'pay' && isOurs && status < 300 && version > 0;
    const isDenied = [401, 403, 404, 410].includes(status);
    if (isDenied) met('P-14');
    if (this.#heard.at !== time.now()) this.#heard = { at: time.now(), statuses: [], isDenied: false };
    if (isSession) this.#heard.statuses.push(session);
    this.#heard.isDenied ||= isDenied;
    if (isSession && request.kind === 'read') {
      const isListening = this.#listening.has(request);
      if (this.press && isListening) this.press.hasRead = true;
      // An answer that was long on its way, or an old one, says nothing of the time; it must not take back what was known.
      if (isListening && at >= time.now() - 1_000) this.heardAt = time.now();
    }
    // What a write answers makes the reads that are under way old news.
    const isProof = request.kind === 'write' || (isOurs && !isDenied && status !== 409 && status < 500);
    if (request.kind !== 'read' && isProof) this.#listening.clear();
    if (request.kind === 'pay' && this.press?.key === request.key)
      this.#heedRetryAfter(status, headers, isOurs);
  }

  #heedRetryAfter(status: number, headers: Headers, isOurs: boolean): void {
    const { press } = this;
    if (!press || ![409, 425, 429, 503].includes(status)) return;
    this.#wasBusy = true;
    const value = headers.get('Retry-After')?.trim();
    const { time, met } = this.#context;
    if (value === undefined) return;
    const ms = /^\d+$/.test(value)
      ? Number(value) * 1000
      : /GMT$/.test(value)
        ? Date.parse(value) - time.now()
        : undefined;
    met('P-9');
    if (ms !== undefined) press.notBefore = this.clock + Math.min(Math.max(0, ms), CAP_MS);
    else if (!isOurs && status !== 409 && status !== 503) press.notAfter = this.clock + LONGEST_BACKOFF_MS;
  }

  #sentRead(request: WireRequest): void {
    const { broken, met } = this.#context;
    this.#listening.add(request);
    this.reads++;
    this.readsUnderWay++;
    met('P-13');
    if (this.readsUnderWay > 1 + this.abandoned)
      broken('P-13', `${this.name} has ${String(this.readsUnderWay)} reads under way at once`);
  }

  #sentPayment({ key, body }: WireRequest): void {
    const { broken, met, server } = this.#context;
    this.posts++;
    const { press } = this;
    if (!press) {
      broken('P-5', `${this.name} sent a payment that nobody pressed for`);
      return;
    }
    press.sends++;
    if (++press.underWay > 1) broken('P-5', `${this.name} sent again before the answer to the send before`);
    if (press.sends === 1) {
      press.key = key;
      press.body = body;
    } else {
      met('P-3');
      if (press.key !== key || press.body !== body)
        broken(
          'P-3',
          `${this.name} sent other ${press.key === key ? 'bytes' : 'key'} for one press: ${press.key} ${press.body}, then ${key} ${body}`,
        );
    }
    this.#judgeAttempt(Number(key.split(':').at(-1)), key.startsWith(server.id));
    if (press.sends > MAX_SENDS)
      broken('P-9', `${this.name} sent ${String(press.sends)} times for one press`);
    if (this.clock - press.at > SEND_BUDGET_MS)
      broken('P-9', `${this.name} sent ${String(this.clock - press.at)} ms after the press`);
    if (this.clock < press.notBefore)
      broken('P-9', `${this.name} sent ${String(press.notBefore - this.clock)} ms before Retry-After`);
    if (this.clock > press.notAfter) broken('P-9', `${this.name} let a Retry-After without sense delay it`);
    press.notAfter = Infinity;
    if (this.state.status === 'unknown') {
      met('P-8');
      if (!press.hasRead) broken('P-8', `${this.name} sent again from unknown without a read`);
    }
  }

  /** A number above the first is used only once all tries before it are over. */
  #judgeAttempt(attempt: number, isSessions: boolean): void {
    const { server, broken, met, late } = this.#context;
    if (!isSessions) broken('P-3', `${this.name} sent a key that is not the session's`);
    if (attempt <= 1) return;
    met('P-3');
    const earlier = server.record.payments.filter((payment) => payment.attempt < attempt);
    const closed = earlier.filter(
      ({ id, status }) => status === 'failed' || status === 'canceled' || late.has(id),
    );
    if (
      closed.length < earlier.length ||
      new Set(closed.map((payment) => payment.attempt)).size < attempt - 1
    )
      broken('P-3', `${this.name} sent attempt ${String(attempt)} while one before it was not over`);
  }

  #navigated(url: string, reason: string): void {
    const { server, broken, met, note } = this.#context;
    note(`${this.name} navigates (${reason})`);
    this.#mustLive('navigated');
    if (reason === 'success') {
      met('P-22');
      this.successNavigations++;
      if (this.successNavigations > 1) broken('P-22', `${this.name} left for the success page twice`);
      if (server.record.paid < server.record.totals.total)
        broken('P-2', `${this.name} left for ${url} while nothing was charged`);
    }
    if (reason !== 'cancel') return;
    met('P-21');
    const { status } = server.record;
    if (status === 'processing' || status === 'paid')
      broken('P-21', `${this.name} left for the cancel page while the session was ${status}`);
  }

  async #prepare(method: PaymentMethod): Promise<PreparedPayment | undefined> {
    const { time, prepareMs, choices, server } = this.#context;
    const choice = (choices[this.prepares++ % choices.length] ?? 0) % CARDS.length;
    this.press = {
      at: this.clock,
      key: '',
      body: '',
      sends: 0,
      underWay: 0,
      notBefore: -Infinity,
      notAfter: Infinity,
      hasRead: false,
    };
    if (prepareMs > 0) await new Promise<void>((resolve) => time.schedule('client', resolve, prepareMs));
    this.#maybeThrow('prepare');
    // The budget runs from the bytes, not from the form.
    this.press = { ...this.press, at: this.clock };
    return {
      customer: {
        name: 'Ana Lima',
        email: 'ana@example.com',
        document: '52998224725',
        phone: '+5511987654321',
      },
      customFields: {},
      details: detailsOf(method, choice),
      card: method.type === 'card' ? cardOf(server.sandbox, choice) : undefined,
    };
  }

  #changed(state: CheckoutState): void {
    const previous = this.#state;
    this.#state = state;
    const { note, broken, met } = this.#context;
    this.#mustLive(`changed to ${state.status}`);
    if (previous.status !== state.status) note(`${this.name}: ${previous.status} -> ${state.status}`);
    if (previous.status === 'succeeded') {
      met('P-12');
      if (state.status !== 'succeeded') broken('P-12', `${this.name} went from succeeded to ${state.status}`);
    }
    this.#judgeVersion(previous, state);
    if (state.status === 'expired' && previous.status !== 'expired') this.#judgeExpired(previous);
    if (state.status === 'ready' && previous.status !== 'ready') this.#judgeReady(previous);
  }

  #judgeVersion(previous: CheckoutState, state: CheckoutState): void {
    const before = 'session' in previous ? previous.session : undefined;
    const after = 'session' in state ? state.session : undefined;
    if (before && after && before.id === after.id && after.version < before.version)
      this.#context.broken(
        'P-13',
        `${this.name} went back from version ${String(before.version)} to ${String(after.version)}`,
      );
  }

  /** Only the server ends a session's time; a refused token may end it where nothing was sent. */
  #judgeExpired(previous: CheckoutState): void {
    const { time, broken, met, dialect } = this.#context;
    met('P-15');
    const { at, statuses, isDenied } = this.#heard;
    const isNow = at === time.now();
    const isOver = (status: string): boolean =>
      status === 'expired' || (dialect.id !== 'native' && status === 'canceled');
    if (isNow && statuses.some(isOver)) return;
    const isUntouched =
      previous.status === 'ready' || (previous.status === 'submitting' && previous.stage === 'preparing');
    if (isNow && isDenied) {
      if (!isUntouched) broken('P-14', `${this.name} said expired of a payment that was ${previous.status}`);
      return;
    }
    broken('P-15', `${this.name} said expired, and the server had not: ${statuses.join()}`);
  }

  /** Pay is offered again: what this page sent must be over, or never have been taken. */
  #judgeReady(previous: CheckoutState): void {
    const { server, broken, met, late } = this.#context;
    if (!this.press?.key || previous.status === 'loading' || previous.status === 'idle') return;
    met('P-2');
    const attempt = Number(this.press.key.split(':').at(-1));
    const live = server.record.payments.find(
      ({ id, ...payment }) =>
        payment.attempt === attempt &&
        payment.status !== 'failed' &&
        payment.status !== 'canceled' &&
        !late.has(id),
    );
    if (live)
      broken(
        'P-2',
        `${this.name} offers to pay again while its own attempt ${String(attempt)} is ${live.status}`,
      );
  }

  #mustLive(what: string): void {
    if (this.isGone) this.#context.broken('P-23', `${this.name} ${what} after it was taken away`);
  }

  #maybeThrow(where: FaultPlace): void {
    if (!this.#throws.delete(where)) return;
    this.#context.met('P-26');
    this.#context.note(`${this.name}: ${where} throws`);
    throw new Error(`thrown on purpose in ${where}`);
  }
}

function detailsOf(method: PaymentMethod, choice: number): Record<string, string> {
  if (method.type !== 'mobile_money') return {};
  return { phone: PHONES[choice] ?? PHONES[0], network: 'ecocash' };
}

const cardOf = (sandbox: Sandbox, choice: number): { token: string; brand: string; last4: string } => ({
  token: sandbox.tokenize({ number: CARDS[choice] ?? CARDS[0] }),
  brand: 'visa',
  last4: '4242',
});
