import type { ProviderId } from '../core/providers/dialect.js';
import type { Installment } from '../core/session/session.js';
import type { CardInput } from './engine/cards.js';
import type { Engine } from './engine/engine.js';
import type { Ledger } from './engine/ledger.js';
import { isLive, type PaymentOutcome, type PaymentRecord, type SessionRecord } from './engine/model.js';
import type { SessionInput } from './engine/new-session.js';
import { Problem } from './engine/problem.js';
import type { StripeSide } from './engine/stripe.js';
import type { ServerContext } from './http/context.js';
import type { ProviderServer } from './http/provider-server.js';
import type { Fault } from './http/faults.js';

/** What a page needs to show a session. */
export interface CreatedSession {
  readonly provider: ProviderId;
  readonly id: string;
  readonly token: string;
  /** Value of the widget's `api-base`. */
  readonly apiBase: string;
}

/** What a page needs to open a payment link. */
export interface CreatedLink {
  readonly provider: ProviderId;
  readonly id: string;
  /** Value of the widget's `payment-link`. */
  readonly link: string;
  readonly apiBase: string;
}

/** A card that is approved. */
export const TEST_CARD: CardInput = {
  number: '4242424242424242',
  expiryMonth: 12,
  expiryYear: 2034,
  cvc: '123',
  holderName: 'ANA SOUZA',
};

/**
 * Everything a merchant, a payer or a bank can do, as methods, for tests and stories. `id` is a payment's id, or a
 * session's id or token, which stands for its newest payment.
 */
export class DirectControl {
  readonly #context: ServerContext;
  readonly #servers: Readonly<Record<ProviderId, ProviderServer>>;

  constructor(context: ServerContext, servers: Readonly<Record<ProviderId, ProviderServer>>) {
    this.#context = context;
    this.#servers = servers;
  }

  get #engine(): Engine {
    return this.#context.engine;
  }

  /** Charges, declines and arrivals, with everything that time has brought: the judge. */
  get ledger(): Ledger {
    this.#engine.all();
    return this.#engine.ledger;
  }

  /** Stripe as the merchant has it: a double of Stripe.js charges here. */
  get stripe(): StripeSide {
    return this.#engine.stripe;
  }

  /** Creates a session as a merchant would. `{}` is a complete one. */
  createSession(provider: ProviderId, input: SessionInput = {}): CreatedSession {
    const { id, token } = this.#engine.create(this.#server(provider), input);
    return { provider, id, token, apiBase: this.apiBase(provider) };
  }

  createPaymentLink(provider: ProviderId, input: SessionInput = {}): CreatedLink {
    const link = this.#engine.createLink(this.#server(provider), input);
    return { provider, id: link.id, link: link.token, apiBase: this.apiBase(provider) };
  }

  apiBase(provider: ProviderId): string {
    return `${this.#context.apiUrl}/${provider}`;
  }

  /** The record behind an id or token. Read it, do not write it. @throws Problem where there is none */
  session(idOrToken: string): SessionRecord {
    const session = this.#engine.find(idOrToken) ?? this.#engine.findByToken(idOrToken);
    if (!session) throw new Problem('not_found', 'The sandbox has no such session.');
    return session;
  }

  /** The payment behind an id. @throws Problem where there is none */
  payment(id: string): PaymentRecord {
    return this.#target(id).payment;
  }

  /** A card token, as the card frame would get it. @throws Error for a card it refuses */
  tokenize(card: Partial<CardInput> = {}): string {
    const record = this.#engine.vault.tokenize({ ...TEST_CARD, ...card }, this.#engine.now());
    if ('code' in record) throw new Error(`The card is refused: ${record.code}`);
    return record.token;
  }

  /** The payer pays the Pix code, the slip, or on the bank's page. */
  pay(id: string): void {
    this.#apply(id, { status: 'succeeded' });
  }

  payPix(id: string): void {
    this.pay(id);
  }

  /**
   * The bank tells of money after the payment's time was over: the payment failed with `payment_timeout`, and succeeds
   * now. @throws Problem `payment_exists` where the session has another payment by now: this one goes back to the payer
   */
  payLate(id: string): void {
    const { session, payment } = this.#target(id);
    this.#engine.payments.settleLate(session, payment);
  }

  decline(id: string, code = 'declined'): void {
    this.#apply(id, { status: 'failed', code });
  }

  /** The payer turns the payment down on the bank's page or in the app. */
  refuse(id: string): void {
    this.#apply(id, { status: 'failed', code: 'canceled_by_payer' });
  }

  answerPhone(id: string, answer: 'approve' | 'cancel' | 'wrong_pin'): void {
    if (answer === 'approve') this.pay(id);
    else this.decline(id, answer === 'cancel' ? 'canceled_by_payer' : 'wrong_pin');
  }

  finishChallenge(id: string, ok: boolean): void {
    if (ok) this.pay(id);
    else this.decline(id, 'authentication_failed');
  }

  answerBank(id: string, answer: 'pay' | 'decline' | 'cancel'): void {
    if (answer === 'pay') this.pay(id);
    else if (answer === 'decline') this.decline(id);
    else this.refuse(id);
  }

  /** Ends the session's time now; a payment accepted before lives on. */
  expire(idOrToken: string): void {
    this.#engine.expire(this.session(idOrToken));
  }

  /** The merchant takes the session back. @throws Problem `session_not_cancellable` */
  cancelSession(idOrToken: string): void {
    this.#engine.withdraw(this.session(idOrToken));
  }

  /**
   * The merchant asks for another amount, minor units, while nothing is paid; `installments` replace those on offer.
   * @throws Problem `payment_exists`
   */
  reprice(idOrToken: string, amount: number, installments?: readonly Installment[]): void {
    this.#engine.reprice(this.session(idOrToken), amount, installments);
  }

  deleteSession(idOrToken: string): void {
    this.#engine.delete(this.session(idOrToken));
  }

  /** What goes wrong from now on with the buyers' requests; `{}` for nothing. */
  setFault(fault: Fault): void {
    this.#context.faults.set(fault);
  }

  #server(provider: ProviderId): ProviderServer {
    return this.#servers[provider];
  }

  #apply(id: string, outcome: PaymentOutcome): void {
    const { session, payment } = this.#target(id);
    if (!isLive(payment))
      throw new Problem('payment_not_cancellable', `The payment is over: it is ${payment.status}.`);
    this.#engine.payments.apply(session, payment, outcome);
  }

  #target(id: string): { readonly session: SessionRecord; readonly payment: PaymentRecord } {
    const found = this.#engine.findPayment(id);
    if (found) return found;
    const session = this.session(id);
    // Of parts that wait, the one that a checkout shows first.
    const payment =
      session.payments.find(({ status }) => status === 'requires_action') ??
      session.payments.findLast(isLive) ??
      session.payments.at(-1);
    if (!payment) throw new Problem('not_found', 'The session has no payment yet.');
    return { session, payment };
  }
}
