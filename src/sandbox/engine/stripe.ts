import { Secret } from '../../core/session/secret.js';
import type { Tokenizer } from '../../core/session/session.js';
import type { CardInput, CardOutcome, CardRefusal, CardTokenRecord, TokenUse } from './cards.js';
import type { Engine } from './engine.js';
import { randomId, type RandomBytes } from './ids.js';
import { isLive, type OfferedMethod, type PaymentRecord, type SessionRecord } from './model.js';
import type { MethodInput } from './new-session.js';

/** Where an intent stands, in Stripe's words. */
export type IntentStatus = 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded';

/** What Stripe makes of a card that it is asked to charge: where the intent stands now, and why not, where it declined. */
export interface IntentAnswer {
  readonly status: IntentStatus;
  readonly declined?: string;
  /** The intent cannot be confirmed, or answered for, as it stands. */
  readonly isUnexpected?: true;
}

/** What each of the session's modes makes of a card: the beginning of its id. */
const PREFIXES: Readonly<Record<string, string>> = {
  confirmation_token: 'ctoken_',
  payment_method: 'pm_',
  token: 'tok_',
};

const isStripe = (tokenizer: Tokenizer | null | undefined): tokenizer is Tokenizer =>
  tokenizer?.name === 'stripe';

const newSecret = (random: RandomBytes): string =>
  `${randomId(random, 'pi_')}_${randomId(random, 'secret_')}`;

/** A method whose card is charged by an intent of Stripe's gets one, where the merchant did not bring it. */
export function withIntent(method: MethodInput, random: RandomBytes): MethodInput {
  const { tokenizer } = method;
  if (!isStripe(tokenizer) || tokenizer.mode !== 'payment_intent' || tokenizer.clientSecret) return method;
  return { ...method, tokenizer: { ...tokenizer, clientSecret: new Secret(newSecret(random)) } };
}

/** As it goes over the wire. */
export const wireTokenizer = (
  tokenizer: Tokenizer | undefined,
): (Omit<Tokenizer, 'clientSecret'> & { readonly clientSecret?: string }) | undefined =>
  tokenizer && { ...tokenizer, clientSecret: tokenizer.clientSecret?.reveal() };

/**
 * Stripe as the sandbox's merchant has it: cards become tokens here, intents are charged here, and the merchant's server
 * hears of it by webhook. It knows nothing of our rules: who confirms an intent that no payment stands for is charged.
 */
export class StripeSide {
  readonly #engine: Engine;
  readonly #intents = new Map<string, IntentStatus>();
  /** Tokens of a real account that were used here. */
  readonly #spent = new Set<string>();
  #held: (() => void)[] | undefined;
  /** Confirmations that reached Stripe, by client secret, oldest first. */
  readonly confirmations: string[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** The card behind what the page sent: of its own intent, or a token of the kind that the session's mode makes. */
  cardFor(
    { tokenizer }: OfferedMethod,
    token: string,
    use: TokenUse,
    now: number,
  ): CardTokenRecord | undefined {
    if (!isStripe(tokenizer)) return this.#engine.vault.find(token, use, now);
    const secret = tokenizer.clientSecret?.reveal();
    const unknown = { brand: 'unknown', last4: '', expiryMonth: 0, expiryYear: 0, expiresAt: Infinity };
    if (secret === undefined) {
      if (!token.startsWith(PREFIXES[tokenizer.mode ?? 'payment_method'] ?? '?')) return undefined;
      const isTrusted = this.#engine.options.trustStripeTokens && !this.#spent.has(token);
      if (isTrusted) this.#spent.add(token);
      return isTrusted
        ? { ...unknown, token, outcome: 'approved', used: false }
        : this.#engine.vault.find(token, use, now);
    }
    return secret.startsWith(`${token}_secret_`)
      ? { ...unknown, token, outcome: 'intent', used: false }
      : undefined;
  }

  /** What the page's script of Stripe's goes on with: the session's own intent, or one made for this payment. */
  secretOf(session: SessionRecord, payment: PaymentRecord): string {
    const method = session.methods.find(({ id }) => id === payment.methodId);
    return method?.tokenizer?.clientSecret?.reveal() ?? `pi_${payment.id}_secret_${session.id}`;
  }

  /** A card that is typed in Stripe's fields. */
  tokenize(mode: string, card: CardInput): CardTokenRecord | CardRefusal {
    return this.#engine.vault.tokenize(card, this.#engine.now(), PREFIXES[mode]);
  }

  statusOf(secret: string): IntentStatus {
    const live = this.#paymentOf(secret);
    // An intent that the merchant's server confirmed, with a token, waits for the bank from the start.
    const atFirst =
      live?.payment.card?.outcome === 'challenge' ? 'requires_action' : 'requires_payment_method';
    return this.#intents.get(secret) ?? atFirst;
  }

  /** The page confirms an intent with a card. */
  confirm(secret: string, card: CardInput): IntentAnswer {
    this.confirmations.push(secret);
    const status = this.statusOf(secret);
    if (status === 'succeeded' || status === 'processing') return { status, isUnexpected: true };
    const record = this.#engine.vault.tokenize(card, this.#engine.now(), 'pm_');
    const outcome: CardOutcome = 'code' in record ? 'declined' : record.outcome;
    if (outcome === 'challenge' || outcome === 'redirect') return this.#move(secret, 'requires_action');
    if (outcome === 'approved' || outcome === 'slow') return this.#move(secret, 'succeeded');
    return this.#move(secret, 'requires_payment_method', outcome);
  }

  /** The shopper answers their bank, in the window of Stripe's. */
  answer(secret: string, isConfirmed: boolean): IntentAnswer {
    const status = this.statusOf(secret);
    if (status !== 'requires_action') return { status, isUnexpected: true };
    return isConfirmed
      ? this.#move(secret, 'succeeded')
      : this.#move(secret, 'requires_payment_method', 'authentication_failed');
  }

  /** From now on the merchant's server hears nothing of Stripe, until `releaseWebhooks`. */
  holdWebhooks(): void {
    this.#held ??= [];
  }

  releaseWebhooks(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const tell of held) tell();
  }

  #move(secret: string, status: IntentStatus, declined?: string): IntentAnswer {
    this.#intents.set(secret, status);
    const tell = (): void => {
      this.#tell(secret, status, declined);
    };
    if (status !== 'requires_action') {
      if (this.#held) this.#held.push(tell);
      else tell();
    }
    return { status, ...(declined !== undefined && { declined }) };
  }

  #tell(secret: string, status: IntentStatus, code = 'declined'): void {
    const { payments } = this.#engine;
    const found = this.#paymentOf(secret);
    if (found && isLive(found.payment)) {
      payments.apply(
        found.session,
        found.payment,
        status === 'succeeded' ? { status: 'succeeded' } : { status: 'failed', code },
      );
      return;
    }
    const session = this.#sessionOf(secret);
    // The money has moved all the same, and the judge has to see it.
    if (status === 'succeeded' && session)
      this.#engine.ledger.charges.push({
        sessionId: session.id,
        paymentId: secret.replace(/_secret_.*/, ''),
        method: 'card',
        amount: session.totals.total,
        currency: session.currency,
        at: this.#engine.now(),
      });
  }

  #paymentOf(secret: string): { session: SessionRecord; payment: PaymentRecord } | undefined {
    for (const session of this.#engine.all()) {
      const payment = session.payments.findLast((made) => this.secretOf(session, made) === secret);
      if (payment) return { session, payment };
    }
    return undefined;
  }

  #sessionOf(secret: string): SessionRecord | undefined {
    return this.#engine
      .all()
      .find(({ methods }) => methods.some(({ tokenizer }) => tokenizer?.clientSecret?.reveal() === secret));
  }
}
