import type { Clock } from '../clock.js';
import type { Dialect } from '../providers/dialect.js';
import type { CheckoutSession } from '../session/session.js';
import type { Api } from './api.js';
import { conclude, type Conclusion } from './conclude.js';
import { backoffMs, wait, type HttpRequest } from './request.js';

/** One attempt on its way: the same key and the same bytes for as long as it lasts. */
interface Held {
  readonly request: HttpRequest;
  readonly session: CheckoutSession;
  readonly startedAt: number;
  sends: number;
  /** The server asked not to be sent this again before. */
  notBefore: number;
  /** Set once a send came back without proof: from then on nothing but a read or a replay can tell. */
  lost: boolean;
}

/** After this long an unanswered payment is admitted to be unknown; reading goes on. */
export const PATIENCE_MS = 90_000;

const MAX_SENDS = 5;
/** After this long from the press nothing is sent for it any more. */
export const SEND_BUDGET_MS = 60_000;

/** What the sender reports; `waiting` never leaves it. */
export type SendResult = Exclude<Conclusion, { type: 'in_progress' }>;

/** Sends the payment of one attempt within its budget: at most 5 sends and 60 s, full jitter, never before `Retry-After`. */
export class PaymentSender {
  readonly #api: Api;
  readonly #dialect: Dialect;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #serverNow: () => number;
  #held: Held | undefined;
  #sending = 0;

  /** @param serverNow milliseconds since the epoch by the server's clock: the page's own may stand still while it sleeps */
  constructor(
    api: Api,
    dialect: Dialect,
    clock: Clock,
    random: () => number,
    serverNow: () => number = () => clock.now(),
  ) {
    this.#api = api;
    this.#dialect = dialect;
    this.#clock = clock;
    this.#random = random;
    this.#serverNow = serverNow;
  }

  /** Takes the bytes of a new attempt; those of the one before are forgotten. */
  hold(session: CheckoutSession, body: unknown): void {
    const key = `${session.id}:${String(session.attempt)}`;
    const request = this.#api.request('pay', { session }, body, { 'Idempotency-Key': key });
    this.#held = {
      request,
      session,
      startedAt: this.#clock.now(),
      sends: 0,
      notBefore: -Infinity,
      lost: false,
    };
  }

  forget(): void {
    this.#held = undefined;
  }

  /** The attempt is over, by whatever way that was learned: its bytes, which may be a card's, are not kept any longer. */
  finish(): void {
    if (this.#sending === 0) this.forget();
  }

  /** Whether the held attempt may be sent once more. */
  get canSend(): boolean {
    const held = this.#held;
    const now = this.#clock.now();
    return (
      held !== undefined &&
      held.sends < MAX_SENDS &&
      now - held.startedAt < SEND_BUDGET_MS &&
      now >= held.notBefore
    );
  }

  /** Sends until an answer proves something or the budget ends; `undefined` when the attempt was dropped meanwhile. */
  async send(): Promise<SendResult | undefined> {
    this.#sending += 1;
    try {
      return await this.#sendHeld();
    } finally {
      this.#sending -= 1;
    }
  }

  async #sendHeld(): Promise<SendResult | undefined> {
    const held = this.#held;
    while (held && held === this.#held && this.canSend) {
      held.sends += 1;
      const outcome = await this.#api.send(held.request);
      if (held !== this.#held) return undefined;
      const conclusion = conclude(outcome, this.#dialect, held.session, this.#serverNow());
      // A refused token proves nothing once bytes have left: the payment may have been taken before.
      if (conclusion.type === 'lost' || conclusion.type === 'denied') {
        held.lost = true;
        return { type: 'lost' };
      }
      // Another send of this attempt is running: no later "busy" takes that back.
      if (conclusion.type === 'in_progress') held.lost = true;
      // Not executed is said of this copy only; the one that was lost may still arrive.
      if (conclusion.type === 'refused' && held.lost) return { type: 'lost' };
      if (conclusion.type !== 'in_progress' && conclusion.type !== 'busy') return conclusion;
      const waitMs = Math.max(conclusion.afterMs ?? 0, backoffMs(held.sends, this.#random));
      const isOver = this.#clock.now() + waitMs >= held.startedAt + SEND_BUDGET_MS;
      if (!this.canSend || isOver) {
        held.notBefore = this.#clock.now() + waitMs;
        return this.#exhausted(held, conclusion);
      }
      await wait(this.#clock, waitMs);
    }
    return held && held === this.#held ? { type: 'lost' } : undefined;
  }

  /** Only busy signals, never a lost send: nothing was executed, and the shopper may press again later. */
  #exhausted(held: Held, { type }: Conclusion): SendResult {
    return type === 'busy' && !held.lost
      ? { type: 'refused', failure: { code: 'busy', retryable: true } }
      : { type: 'lost' };
  }
}
