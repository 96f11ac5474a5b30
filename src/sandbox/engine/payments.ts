import { BEHAVIOURS, behaviourOf, ONE_TIME_CODE, phonePrompt, type BehaviourContext } from './behaviours.js';
import { checkEntries } from './check-entries.js';
import type { Engine } from './engine.js';
import { parseIdempotencyKey, type StoredAnswer } from './idempotency.js';
import { fingerprint, randomId } from './ids.js';
import { agreedInstallment } from './installments.js';
import { lookUp } from './look-up.js';
import {
  isLive,
  type PaymentInput,
  type PaymentOutcome,
  type PaymentRecord,
  type SessionRecord,
} from './model.js';
import { invalid, paymentExists, Problem } from './problem.js';
import { remember } from './remember.js';

/** A shopper's submit as it arrived. */
export interface PaymentArrival {
  /** The `Idempotency-Key` header. */
  readonly key: string | null | undefined;
  /** The body, byte for byte. */
  readonly body: string;
  /** Reads the body; called only where the key is new. May throw a `Problem`. */
  readonly read: () => readonly PaymentInput[];
}

/** What came of the check: the answer of an earlier send, or the payments that were begun under the key. */
export type BegunPayment =
  | { readonly stored: StoredAnswer }
  | { readonly stored?: undefined; readonly key: string; readonly payments: readonly PaymentRecord[] };

/** Declines of a session after which it locks. */
export const MAX_DECLINES = 5;
const MAX_WRONG_CODES = 3;
/** Why a bank said no, where that would tell a tester of stolen cards what is right about one: for the ledger only. */
const TELLTALE: ReadonlySet<string> = new Set(['incorrect_cvc', 'incorrect_address', 'suspected_fraud']);
/** Nobody said no: the payer changed their mind or was not there, or the wallet's network was down. */
const NOT_A_DECLINE: ReadonlySet<string> = new Set([
  'canceled_by_payer',
  'payment_timeout',
  'provider_unavailable',
]);

/** The rules that make a second charge impossible. Each method is one synchronous transaction. */
export class Payments {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /**
   * Takes a submit in, or says why not. After it the session is `processing`, whatever happens to the connection.
   * @throws Problem for everything that refuses the submit
   */
  begin(session: SessionRecord, arrival: PaymentArrival): BegunPayment {
    let result = 'accepted';
    let key: string | undefined;
    try {
      this.settle(session);
      key = parseIdempotencyKey(arrival.key);
      if (key === undefined) throw invalid('Idempotency-Key', 'A payment needs an Idempotency-Key.');
      const stored = this.#engine.keys.peek(session.id, key, arrival.body);
      if (stored) {
        result = 'replayed';
        return { stored };
      }
      return { key, payments: this.#accept(session, key, arrival) };
    } catch (problem) {
      result = problem instanceof Problem ? problem.code : 'internal_error';
      throw problem;
    } finally {
      this.#engine.ledger.arrivals.push({
        sessionId: session.id,
        key: key ?? '',
        fingerprint: fingerprint(arrival.body),
        result,
        at: this.#engine.now(),
      });
    }
  }

  /** Asks the bank, so to speak: every payment begun gets its first outcome. */
  complete(session: SessionRecord, payments: readonly PaymentRecord[]): void {
    for (const payment of payments) {
      this.apply(session, payment, this.#firstOutcome(session, payment));
    }
  }

  /** Brings a session up to date with the clock. Returns it. */
  settle(session: SessionRecord): SessionRecord {
    const now = this.#engine.now();
    for (;;) {
      const [next] = session.payments
        .filter((payment) => isLive(payment) && payment.due !== undefined && payment.due.at <= now)
        .sort((a, b) => (a.due?.at ?? 0) - (b.due?.at ?? 0));
      if (!next?.due) break;
      this.apply(session, next, next.due.outcome, next.due.at);
    }
    if (statusOf(session, now) !== session.status) this.changed(session);
    return session;
  }

  /** Moves a live payment on. A payment that is over stays as it is. */
  apply(
    session: SessionRecord,
    payment: PaymentRecord,
    outcome: PaymentOutcome,
    at = this.#engine.now(),
  ): void {
    if (!isLive(payment)) return;
    payment.status = outcome.status;
    payment.updatedAt = at;
    payment.nextAction = outcome.status === 'requires_action' ? outcome.nextAction : undefined;
    payment.due = 'due' in outcome ? outcome.due : undefined;
    if (outcome.status === 'succeeded') this.#charge(session, payment, at);
    if (outcome.status === 'failed') this.#decline(session, payment, outcome.code, at);
    if (!isLive(payment)) this.#closeTry(session, payment);
    this.changed(session);
  }

  /**
   * Money that came in after its time. It counts unless another payment has taken its place.
   * @throws Problem `payment_exists`, or `payment_not_cancellable` for a payment that did not run out of time
   */
  settleLate(session: SessionRecord, payment: PaymentRecord): void {
    this.settle(session);
    if (payment.failure?.code !== 'payment_timeout')
      throw new Problem('payment_not_cancellable', 'This payment did not run out of time.', { payment });
    if (session.paid > 0 || session.payments.some(isLive)) throw paymentExists(session);
    payment.status = 'processing';
    payment.failure = undefined;
    this.apply(session, payment, { status: 'succeeded' });
  }

  /** Every change of a session makes its version rise. */
  changed(session: SessionRecord): void {
    session.status = statusOf(session, this.#engine.now());
    session.version++;
  }

  /**
   * The shopper gives an action up: another number, another method.
   * @throws Problem `payment_exists` where it was paid, `payment_not_cancellable` where the bank has it
   */
  cancel(session: SessionRecord, payment: PaymentRecord): void {
    this.settle(session);
    if (payment.status === 'succeeded') throw paymentExists(session);
    const kept = lookUp(BEHAVIOURS, payment.type)?.keep?.(payment, this.#engine.now());
    if (payment.status === 'requires_action' && kept) this.apply(session, payment, kept);
    if (payment.status === 'processing') {
      throw new Problem('payment_not_cancellable', 'This payment is being processed.', { payment });
    }
    this.apply(session, payment, { status: 'canceled' });
  }

  /**
   * Goes on after an action. A one-time code is checked; what a bank's own page decides is known already.
   * @throws Problem `invalid_request` for a wrong code, until the third ends the payment
   */
  confirm(session: SessionRecord, payment: PaymentRecord, code: string | undefined): void {
    this.settle(session);
    if (payment.nextAction?.type !== 'one_time_code') return;
    if (code === ONE_TIME_CODE) {
      this.apply(session, payment, { status: 'succeeded' });
      return;
    }
    if (code === undefined) throw invalid('code');
    payment.wrongCodes++;
    if (payment.wrongCodes < MAX_WRONG_CODES) throw invalid('code', 'This is not the code that was sent.');
    this.apply(session, payment, { status: 'failed', code: 'authentication_failed' });
  }

  /**
   * Pushes the prompt to the phone again.
   * @throws Problem `resend_too_early` while the earlier one may still be answered
   */
  resend(session: SessionRecord, payment: PaymentRecord): void {
    this.settle(session);
    const action = payment.nextAction;
    if (action?.type !== 'phone_prompt' && action?.type !== 'one_time_code') {
      if (!isLive(payment)) return;
      throw invalid('paymentId', 'There is nothing to send again.');
    }
    const wait = (action.resendAfter ?? 0) - this.#engine.now();
    if (wait > 0) {
      throw new Problem('resend_too_early', 'The earlier prompt can still be answered.', {
        payment,
        retryAfterMs: wait,
      });
    }
    this.apply(session, payment, phonePrompt(payment, this.#context(session)));
  }

  #accept(session: SessionRecord, key: string, arrival: PaymentArrival): readonly PaymentRecord[] {
    refuseUnlessOpen(session);
    if (key !== `${session.id}:${String(session.attempt)}`) {
      throw invalid('Idempotency-Key', 'The key of a payment is the session’s id, a colon and its attempt.');
    }
    const now = this.#engine.now();
    const entries = checkEntries(session, arrival.read());
    const cards = entries.map(({ input, method }) => {
      const { cardToken, rawCard } = input;
      if (rawCard) {
        const read = this.#engine.vault.tokenize(rawCard, now);
        if ('code' in read) throw invalid(`card.${read.param}`, 'This card cannot be charged.');
        return read;
      }
      if (cardToken === undefined) return undefined;
      const use = { session: session.id, frameNonce: input.frameNonce };
      const card = this.#engine.stripe.cardFor(method, cardToken, use, now);
      if (!card) throw invalid('card.token', 'This card token is unknown, used, expired, or another’s.');
      return card;
    });
    if (new Set(cards.filter(Boolean)).size < cards.filter(Boolean).length) throw invalid('card.token');
    const installments = entries.map(({ input, method }, index) =>
      agreedInstallment(method, input.details, cards[index]?.brand),
    );
    this.#engine.keys.claim(session.id, key, arrival.body);
    const payments = entries.map(({ input, method, settles }, index): PaymentRecord => {
      const card = cards[index];
      if (card) card.used = true;
      return {
        id: randomId(this.#engine.options.random, 'pay_'),
        sessionId: session.id,
        attempt: session.attempt,
        methodId: method.id,
        type: method.type,
        amount: input.amount,
        currency: input.currency,
        settles,
        createdAt: now,
        updatedAt: now,
        customer: input.customer,
        customFields: input.customFields,
        details: input.details,
        locale: input.locale,
        returnUrl: input.returnUrl,
        ...(card && { card: { brand: card.brand, last4: card.last4, outcome: card.outcome } }),
        installment: installments[index],
        status: 'processing',
        wrongCodes: 0,
      };
    });
    session.payments.push(...payments);
    remember(
      session,
      entries.map(({ input }) => input),
    );
    this.changed(session);
    return payments;
  }

  /** A fault of the sandbox's own (an amount too large for a Pix code) ends the payment instead of hanging it. */
  #firstOutcome(session: SessionRecord, payment: PaymentRecord): PaymentOutcome {
    const failed: PaymentOutcome = { status: 'failed', code: 'processing_error' };
    try {
      const method = session.methods.find(({ id }) => id === payment.methodId);
      return behaviourOf(method ?? payment)?.begin(payment, this.#context(session)) ?? failed;
    } catch {
      return failed;
    }
  }

  #charge(session: SessionRecord, payment: PaymentRecord, at: number): void {
    session.paid += payment.settles;
    const { id: paymentId, type: method, amount, currency, installment } = payment;
    this.#engine.ledger.charges.push({
      sessionId: session.id,
      paymentId,
      method,
      amount,
      currency,
      ...(installment && { installments: installment }),
      at,
    });
  }

  #decline(session: SessionRecord, payment: PaymentRecord, code: string, at: number): void {
    const counted = !NOT_A_DECLINE.has(code);
    if (counted) session.declines++;
    const locked = session.declines >= MAX_DECLINES;
    if (locked) session.closed = 'failed';
    payment.failure = { code: TELLTALE.has(code) ? 'declined' : code, retryable: !locked };
    this.#engine.ledger.declines.push({ sessionId: session.id, paymentId: payment.id, code, counted, at });
  }

  /** An entry is over, and leaves the others of its try alive; the last one lets the next try begin. */
  #closeTry(session: SessionRecord, { attempt }: PaymentRecord): void {
    if (session.payments.some((other) => other.attempt === attempt && isLive(other))) return;
    // The fifth decline issues no further number: there is nothing it could be used for.
    if (session.paid < session.totals.total && session.closed !== 'failed') session.attempt = attempt + 1;
  }

  #context(session: SessionRecord): BehaviourContext {
    const { options, stripe } = this.#engine;
    return { ...options, now: this.#engine.now(), session, stripe };
  }
}

function refuseUnlessOpen(session: SessionRecord): void {
  switch (session.status) {
    case 'open':
    case 'partially_paid':
      return;
    case 'processing':
    case 'paid':
      throw paymentExists(session);
    case 'failed':
      throw new Problem('session_locked', 'Too many declines: this session takes no further payment.');
    case 'canceled':
      throw new Problem('session_canceled', 'This session was canceled.');
    case 'expired':
      throw new Problem('session_expired', 'This session has expired.');
  }
}

/** Money first, then a payment on its way, then what was decided, then the clock. */
function statusOf(session: SessionRecord, now: number): SessionRecord['status'] {
  if (session.paid >= session.totals.total) return 'paid';
  if (session.payments.some(isLive)) return 'processing';
  if (session.closed) return session.closed;
  if (now >= session.expiresAt) return 'expired';
  return session.paid > 0 ? 'partially_paid' : 'open';
}
