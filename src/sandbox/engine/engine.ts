import type { Clock } from '../../core/clock.js';
import type { Installment, Tokenizer } from '../../core/session/session.js';
import { CardVault } from './cards.js';
import { IdempotencyStore } from './idempotency.js';
import { randomId, type RandomBytes } from './ids.js';
import { Ledger } from './ledger.js';
import { withNetworks } from './methods.js';
import type { PaymentRecord, SessionRecord } from './model.js';
import { newSession, totalsOf, type SessionInput } from './new-session.js';
import { Payments } from './payments.js';
import { paymentExists, Problem } from './problem.js';
import { StripeSide, withIntent } from './stripe.js';
import type { ProviderTraits } from './traits.js';

/** What the engine needs to know of the world; the rest of the settings is the server's. */
export interface EngineOptions {
  readonly clock: Clock;
  /** Server time less the clock's, milliseconds. */
  readonly skewMs: number;
  readonly random: RandomBytes;
  readonly payerUrl: string;
  readonly phonePromptMs: number;
  readonly pixPaidAfterMs?: number;
  readonly tokenizer: Tokenizer;
  readonly merchantName: string;
  readonly trustStripeTokens: boolean;
}

/** A reusable template: every call opens a new session from it. */
export interface LinkRecord {
  readonly id: string;
  /** What the shopper's page opens it with. */
  readonly token: string;
  readonly traits: ProviderTraits;
  readonly createdAt: number;
  input: SessionInput;
  active: boolean;
}

/**
 * Sessions and payment links of all providers, in memory. Every method is one synchronous transaction: nothing can
 * come between a check and the write that relies on it.
 */
export class Engine {
  readonly options: EngineOptions;
  readonly ledger = new Ledger();
  readonly keys = new IdempotencyStore();
  readonly vault: CardVault;
  readonly payments: Payments;
  readonly stripe = new StripeSide(this);
  readonly #sessions = new Map<string, SessionRecord>();
  readonly #byToken = new Map<string, SessionRecord>();
  /** Session ids by link and idempotency key. */
  readonly #openers = new Map<string, string>();
  /** The newest session of each refresh token. */
  readonly #lineages = new Map<string, SessionRecord>();
  readonly #links = new Map<string, LinkRecord>();

  constructor(options: EngineOptions) {
    this.options = options;
    this.vault = new CardVault(options.random);
    this.payments = new Payments(this);
  }

  /** Server time, milliseconds. */
  now(): number {
    return this.options.clock.now() + this.options.skewMs;
  }

  /** A new session. The input was checked by the provider's file. */
  create(traits: ProviderTraits, given: SessionInput = {}, id?: string): SessionRecord {
    const { random, tokenizer, merchantName } = this.options;
    const input = traits.complete?.(given) ?? given;
    const ids = traits.newIds(random);
    const currency = input.currency ?? traits.currency;
    const refreshable = input.refreshable ?? traits.refreshable;
    const session = newSession(input, {
      provider: traits.id,
      ...(id === undefined ? ids : { id, token: id }),
      now: this.now(),
      currency,
      methods: (input.paymentMethods ?? traits.defaultMethods(currency)).map((method) =>
        withIntent(
          withNetworks(typeof method === 'string' ? traits.methodOf(method) : method, currency),
          random,
        ),
      ),
      expiresIn: input.expiresIn ?? traits.lifeSeconds,
      refreshToken: refreshable ? (input.refreshToken ?? randomId(random, 'crt_')) : undefined,
      tokenizer,
      merchantName,
    });
    this.#add(session);
    return session;
  }

  /** The session with this id, with everything that time has brought. */
  find(id: string): SessionRecord | undefined {
    return this.#settled(this.#sessions.get(id));
  }

  findByToken(token: string): SessionRecord | undefined {
    return this.#settled(this.#byToken.get(token));
  }

  findByRefreshToken(token: string): SessionRecord | undefined {
    return this.#settled(this.#lineages.get(token));
  }

  /** All sessions, oldest first, with everything that time has brought. */
  all(): SessionRecord[] {
    return [...this.#sessions.values()].map((session) => this.payments.settle(session));
  }

  /** A payment of any session, by its id. */
  findPayment(id: string): { readonly session: SessionRecord; readonly payment: PaymentRecord } | undefined {
    for (const session of this.#sessions.values()) {
      const payment = session.payments.find((candidate) => candidate.id === id);
      if (payment) return { session: this.payments.settle(session), payment };
    }
    return undefined;
  }

  /** The shopper's first look at it. */
  open(session: SessionRecord): void {
    if (session.opened) return;
    session.opened = true;
    this.payments.changed(session);
  }

  /**
   * The shopper leaves.
   * @throws Problem `payment_exists` where a payment is on its way or done
   */
  cancel(session: SessionRecord): void {
    const { status } = this.payments.settle(session);
    if (status === 'canceled') return;
    if (status === 'processing' || session.paid > 0) throw paymentExists(session);
    if (status === 'expired') throw new Problem('session_expired', 'This session has expired.');
    this.#close(session, 'canceled');
  }

  /**
   * The merchant takes it back: allowed before anything was paid and while nothing is on its way.
   * @throws Problem `session_not_cancellable`
   */
  withdraw(session: SessionRecord): void {
    const { status } = this.payments.settle(session);
    if (status !== 'open' && status !== 'failed') {
      throw new Problem('session_not_cancellable', `A session that is ${status} cannot be canceled.`);
    }
    this.#close(session, 'canceled');
  }

  /**
   * The merchant asks for another amount; what the items do not come to is discount or tax. `installments` in place of
   * those that were on offer.
   * @throws Problem `payment_exists` where something is paid or on its way
   */
  reprice(session: SessionRecord, amount: number, installments?: readonly Installment[]): void {
    const { status } = this.payments.settle(session);
    if (status !== 'open') throw paymentExists(session);
    session.totals = totalsOf({ items: session.items, amount });
    if (installments)
      session.methods = session.methods.map((method) =>
        method.installments ? { ...method, installments } : method,
      );
    this.payments.changed(session);
  }

  /** Ends the time to begin a payment now. A payment that was accepted before lives on. */
  expire(session: SessionRecord): void {
    this.payments.settle(session);
    session.expiresAt = Math.min(session.expiresAt, this.now());
    this.payments.settle(session);
  }

  /**
   * The session to go on with behind a refresh token: the same answer to every tab that asks, so that one expired
   * session never becomes two open ones.
   * @throws Problem `payment_exists` where the newest session has a payment on its way or done
   */
  refresh(traits: ProviderTraits, refreshToken: string): SessionRecord {
    const session = this.findByRefreshToken(refreshToken);
    if (!session || session.provider !== traits.id) throw new Problem('not_found', 'Unknown checkout token.');
    if (session.status === 'processing' || session.paid > 0) throw paymentExists(session);
    if (session.status === 'open') return session;
    if (session.status !== 'expired') {
      const code = session.status === 'failed' ? 'session_locked' : 'session_canceled';
      throw new Problem(code, `A session that is ${session.status} cannot be refreshed.`);
    }
    const now = this.now();
    const fresh: SessionRecord = {
      ...session,
      ...traits.newIds(this.options.random),
      createdAt: now,
      expiresAt: now + session.durationMs,
      version: 1,
      status: 'open',
      closed: undefined,
      opened: false,
      attempt: 1,
      // Declines go along, or a refresh would open the lock.
      payments: [],
    };
    this.#add(fresh);
    return fresh;
  }

  /** As if it had never been: its token opens nothing any more. */
  delete(session: SessionRecord): void {
    this.#sessions.delete(session.id);
    this.#byToken.delete(session.token);
    if (session.refreshToken !== undefined) this.#lineages.delete(session.refreshToken);
  }

  /** A new payment link; `ids` where the merchant chose them. */
  createLink(
    traits: ProviderTraits,
    input: SessionInput,
    ids = traits.newLinkIds?.(this.options.random) ?? {
      id: randomId(this.options.random, 'plink_'),
      token: randomId(this.options.random, 'pl_'),
    },
  ): LinkRecord {
    const link = { ...ids, traits, input, active: true, createdAt: this.now() };
    this.#links.set(link.id, link);
    return link;
  }

  /** A link by its id or its token. */
  findLink(idOrToken: string): LinkRecord | undefined {
    return this.#links.get(idOrToken) ?? [...this.#links.values()].find(({ token }) => token === idOrToken);
  }

  links(traits: ProviderTraits): LinkRecord[] {
    return [...this.#links.values()].filter((link) => link.traits.id === traits.id);
  }

  deleteLink(link: LinkRecord): void {
    this.#links.delete(link.id);
  }

  /**
   * A new session from a link.
   * @throws Problem `not_found` where the link was deleted or switched off
   */
  openLink(link: LinkRecord | undefined, id?: string): SessionRecord {
    if (!link?.active) throw new Problem('not_found', 'This payment link does not exist or is switched off.');
    return this.create(link.traits, { ...link.input, linkId: link.id }, id);
  }

  /** The session that this opener has from the link already, as it stands now; a new one the first time. */
  openLinkOnce(link: LinkRecord | undefined, key: string): SessionRecord {
    const opener = `${link?.id ?? ''} ${key}`;
    const session = this.find(this.#openers.get(opener) ?? '') ?? this.openLink(link);
    this.#openers.set(opener, session.id);
    return session;
  }

  #add(session: SessionRecord): void {
    this.#sessions.set(session.id, session);
    this.#byToken.set(session.token, session);
    if (session.refreshToken !== undefined) this.#lineages.set(session.refreshToken, session);
  }

  #settled(session: SessionRecord | undefined): SessionRecord | undefined {
    return session && this.payments.settle(session);
  }

  #close(session: SessionRecord, closed: 'canceled' | 'expired'): void {
    session.closed = closed;
    this.payments.changed(session);
  }
}
