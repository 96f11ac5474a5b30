import { createCheckout, type Checkout } from '../../src/core/checkout.js';
import type { Notice } from '../../src/core/machine/events.js';
import type { CheckoutState, CheckoutStatus } from '../../src/core/machine/state.js';
import type { Dialect, ProviderId } from '../../src/core/providers/dialect.js';
import { loadDialect } from '../../src/core/providers/index.js';
import { createSandbox, type Sandbox, type SessionInput } from '../../src/sandbox/index.js';
import { QuickClock } from './bad-clock.js';

/** Sandboxes are renewed after this many sessions: its ledger looks at all of them. */
const SESSIONS_PER_SANDBOX = 40;

export const DECLINED_CARD = '4000000000000002';

/** What is known of a request before it is answered. */
export interface Sent {
  readonly kind: 'read' | 'pay' | 'opened' | 'write';
  readonly url: string;
  readonly init: RequestInit;
  /** Lets the sandbox do what was asked, or the same with another body; its own answer. */
  readonly forward: (body?: string) => Promise<Response>;
}

/** Answers a request in the API's place; `undefined`: the sandbox does. */
export type Meddle = (sent: Sent) => Promise<Response | undefined> | undefined;

/** One API of one provider that many checkouts talk to, one after the other. */
export class Desk {
  readonly clock = new QuickClock();
  readonly #provider: ProviderId;
  readonly #dialect: Dialect;
  #sandbox: Sandbox;
  #sessions = 0;

  private constructor(provider: ProviderId, dialect: Dialect) {
    this.#provider = provider;
    this.#dialect = dialect;
    this.#sandbox = createSandbox({ clock: this.clock });
  }

  static async open(provider: ProviderId): Promise<Desk> {
    await import('../../src/core/payment-runner.js');
    return new Desk(provider, await loadDialect(provider));
  }

  get dialect(): Dialect {
    return this.#dialect;
  }

  /** A new session, and a page that shows it; nothing is read yet. */
  page(input: SessionInput = {}, meddle: Meddle = () => undefined): BadPage {
    if (this.#sessions++ % SESSIONS_PER_SANDBOX === 0) this.#sandbox = createSandbox({ clock: this.clock });
    const currency = this.#provider === 'payonify' ? 'USD' : 'BRL';
    const session = this.#sandbox.createSession(this.#provider, { currency, ...input });
    return new BadPage(this.clock, this.#sandbox, this.#dialect, session, meddle);
  }
}

/** A checkout whose API can be made to answer anything. Everything it goes through is written down. */
export class BadPage {
  readonly checkout: Checkout;
  readonly sandbox: Sandbox;
  readonly sessionId: string;
  readonly notices: Notice[] = [];
  /** Every status it was in. */
  readonly trace: CheckoutStatus[] = [];
  readonly navigations: string[] = [];
  /** Faults of our own code that were caught on the way. */
  readonly faults: unknown[] = [];
  /** Number of the card that the next payment is made with. */
  card: string | undefined;
  /** What the form of mobile money gives. */
  wallet: Readonly<Record<string, string>> = { phone: '0771111111', network: 'ecocash' };
  meddle: Meddle;
  readonly #clock: QuickClock;

  constructor(
    clock: QuickClock,
    sandbox: Sandbox,
    dialect: Dialect,
    session: { readonly id: string; readonly token: string; readonly apiBase: string },
    meddle: Meddle,
  ) {
    this.#clock = clock;
    this.sandbox = sandbox;
    this.sessionId = session.id;
    this.meddle = meddle;
    (globalThis as { reportError?: (fault: unknown) => void }).reportError = (fault) =>
      this.faults.push(fault);
    this.checkout = createCheckout({
      dialect,
      apiBase: session.apiBase,
      token: session.token,
      clock,
      random: () => 0.5,
      fetch: async (url, init) => this.#fetch(url, init),
      prepare: async (method, { customer }) => ({
        customer: { ...customer, name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
        customFields: {},
        details: method.type === 'mobile_money' ? this.wallet : {},
        card:
          method.type === 'card'
            ? { token: sandbox.tokenize(this.card === undefined ? {} : { number: this.card }) }
            : undefined,
      }),
      notify: (notice) => this.notices.push(notice),
      navigate: (url) => this.navigations.push(url),
      returnUrl: () => 'https://shop.example/cart',
    });
    this.checkout.subscribe(({ status }) => this.trace.push(status));
  }

  get state(): CheckoutState {
    return this.checkout.getState();
  }

  get status(): CheckoutStatus {
    return this.state.status;
  }

  get charges(): number {
    return this.sandbox.ledger.chargesOf(this.sessionId).length;
  }

  /** Whether the host page was told of such an event. */
  heard(type: Notice['type']): boolean {
    return this.notices.some((notice) => notice.type === type);
  }

  async load(): Promise<void> {
    this.checkout.dispatch({ type: 'session_requested' });
    await this.#clock.settle();
  }

  /** Picks the first method of the type and presses pay; with what needs no time. */
  async pay(type = 'card'): Promise<void> {
    const { state } = this;
    const methods = 'session' in state ? (state.session?.paymentMethods ?? []) : [];
    const methodId = methods.find((method) => method.type === type)?.id;
    if (methodId !== undefined) this.checkout.dispatch({ type: 'method_selected', methodId });
    this.checkout.dispatch({ type: 'payment_submitted' });
    await this.#clock.settle();
  }

  async settle(): Promise<void> {
    await this.#clock.settle();
  }

  /** Lets time pass until the status is one of `statuses`, or `ms` are over. */
  async until(statuses: readonly CheckoutStatus[], ms: number): Promise<void> {
    await this.#clock.pass(ms, () => statuses.includes(this.status));
  }

  close(): void {
    this.checkout.destroy();
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const forward = async (body = init.body): Promise<Response> =>
      this.#clock.track(this.sandbox.fetch(url, { ...init, body }));
    const answer = this.meddle({ kind: kindOf(url, init), url, init, forward });
    return this.#counted((await answer) ?? (await forward()));
  }

  /** An answer whose body, while it is read, counts as under way. */
  #counted(response: Response): Response {
    const text = response.text.bind(response);
    response.text = async () => this.#clock.track(text());
    return response;
  }
}

function kindOf(url: string, { method }: RequestInit): Sent['kind'] {
  if (method === 'GET') return 'read';
  if (url.endsWith('/opened')) return 'opened';
  return /\/(payments|confirm)$/.test(url) && !/\/payments\/[^/]+\/confirm$/.test(url) ? 'pay' : 'write';
}
