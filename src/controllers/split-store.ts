import type { PreparedPart } from '../core/checkout-options.js';
import { methodIdOf, sessionOf } from '../core/machine/state.js';
import type { CheckoutSession, PaymentMethod } from '../core/session/session.js';
import { mayAddPart, partsThatStand, restOf } from '../core/split.js';
import { REQUEST_TIMEOUT_MS } from '../core/transport/request.js';
import type { CheckoutStore } from './checkout-store.js';
import { prepareEntry } from './prepare-entry.js';

/** While a payment may still be sent with what was set. */
const KEEPS: ReadonlySet<string> = new Set(['ready', 'submitting', 'unknown']);

/**
 * The parts that a shopper has set, for one attempt of one session: what is sent with the payment of the rest. A card in
 * them is a token by then. It adds and judges nothing itself; see `core/split`.
 */
export class SplitStore {
  parts: readonly PreparedPart[] = [];
  /** Whether the shopper asked for it. */
  isOpen = false;
  /** Who pays what, in words, for the line below the pay button; `undefined` where one method pays all. */
  text: (() => string | undefined) | undefined = undefined;
  readonly #store: CheckoutStore;
  #key = '';
  #wasSent = false;

  constructor(store: CheckoutStore) {
    this.#store = store;
    store.split = this;
    store.subscribe(() => {
      this.#follow();
    });
    this.#follow();
  }

  /** What the picked method pays, where others pay a part. */
  restOf(methodId: string): number | undefined {
    const { state } = this.#store;
    const session = sessionOf(state);
    return session && this.text && this.parts.length > 0 && methodIdOf(state) === methodId
      ? restOf(session.amount.due, this.parts)
      : undefined;
  }

  /** Opens it, or goes back to one method for all. */
  open(isOpen: boolean): void {
    this.isOpen = isOpen;
    this.#set(isOpen ? this.parts : []);
  }

  /**
   * Sets a part with what the method's form holds; the form of its card is empty afterwards. `false` where the
   * session has moved on meanwhile. Rejects where the card became no token.
   */
  async add(method: PaymentMethod, amount: number): Promise<boolean> {
    const store = this.#store;
    const key = this.#key;
    const { state, cardTokenizer } = store;
    if (state.status !== 'ready') return false;
    const { details, card } = await prepareEntry(store, method, state.session, true);
    if (card) cardTokenizer?.clear?.();
    const now = store.state;
    if (now.status !== 'ready' || key !== this.#key || !mayAddPart(now.session, this.parts)) return false;
    if (amount >= restOf(now.session.amount.due, this.parts)) return false;
    this.#set([...this.parts, { methodId: method.id, amount, details, ...(card && { card }) }]);
    return true;
  }

  /** Takes a part out again. Not from the press on: what was agreed to stands. */
  remove(part: PreparedPart): void {
    if (this.#store.state.status === 'ready') this.#set(this.parts.filter((other) => other !== part));
  }

  /**
   * The parts, to be sent now: none that no screen shows any more, as the pay button says nothing of them either.
   * @throws Error `part_lapsed` where a card's token is too old by now: its part is taken out, and nothing is to be sent
   */
  standing(): readonly PreparedPart[] {
    if (!this.text && this.parts.length > 0) this.open(false);
    const soon = Date.now() + REQUEST_TIMEOUT_MS;
    const standing = this.parts.filter(({ card }) => (card?.livesUntil ?? Infinity) >= soon);
    if (standing.length === this.parts.length) return standing;
    this.#set(standing);
    throw Object.assign(new Error('the token of a part has lapsed'), { code: 'part_lapsed' });
  }

  #set(parts: readonly PreparedPart[]): void {
    this.parts = parts;
    this.#store.touch();
  }

  /** Whoever draws the parts hears of the same change. */
  #follow(): void {
    const { state } = this.#store;
    const session = sessionOf(state);
    const key = session && KEEPS.has(state.status) ? keyOf(session) : '';
    const cameBack = this.#wasSent && state.status === 'ready';
    this.#wasSent =
      state.status === 'unknown' || (state.status === 'submitting' && state.stage === 'sending');
    if (key !== this.#key) this.isOpen = false;
    if (key !== this.#key || !session) this.parts = [];
    else this.parts = partsThatStand(session, this.parts);
    // A token may be used up by a payment that the server saw, however it ended: another is made of the card, typed again.
    if (cameBack) this.parts = this.parts.filter(({ card }) => !card);
    this.#key = key;
  }
}

const keyOf = ({ id, attempt }: CheckoutSession): string => `${id} ${String(attempt)}`;
