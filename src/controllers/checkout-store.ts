import { createCheckout, type Checkout, type CheckoutOptions } from '../core/checkout.js';
import { Draft } from '../core/draft.js';
import type { CheckoutErrorData } from '../core/errors.js';
import type { MachineEvent } from '../core/machine/events.js';
import type { CheckoutState } from '../core/machine/state.js';
import type { CardToken, RawCard } from '../core/providers/dialect.js';
import { Subscribable } from '../core/subscribable.js';
import type { I18n } from '../i18n/create-i18n.js';
import type { SplitStore } from './split-store.js';

/** What `<card-form>` offers the store while it is on the page. */
export interface CardTokenizer {
  /** Rejects with a `CheckoutError`; `card_invalid` means that the frame shows what is wrong. */
  tokenize(session?: string): Promise<CardToken | RawCard>;
  /** Forgets the card that is typed: the next one is another. */
  clear?(): void;
  /** What holds the frame, where it is one that can be covered. */
  holder?(): HTMLElement | null | undefined;
}

/** The look the merchant chose, for what cannot inherit it (the card frame). */
export type Theme = 'auto' | 'light' | 'dark';

/** What the elements of one checkout share: its state, what was typed, its language. */
export class CheckoutStore {
  readonly draft = new Draft();
  readonly i18n: I18n;
  cardTokenizer: CardTokenizer | undefined = undefined;
  /** What the pay button says in place of the plain amount, where this method is paid in instalments. */
  priceText: ((methodId: string | undefined) => string | undefined) | undefined = undefined;
  /** The currency whose methods are shown, where a `<currency-picker>` is there to show the others. */
  currency: string | undefined = undefined;
  /** What is paid by which method, where a `<payment-split>` has been there to ask. */
  split: SplitStore | undefined = undefined;
  theme: Theme = 'auto';
  readonly #changes = new Subscribable<undefined>();
  #checkout: Checkout | undefined;
  #state: CheckoutState = { status: 'idle' };

  constructor(i18n: I18n) {
    this.i18n = i18n;
    this.draft.subscribe(() => {
      this.touch();
    });
    i18n.subscribe(() => {
      this.touch();
    });
  }

  get state(): CheckoutState {
    return this.#state;
  }

  /** Called after any change of state, typed text or language. */
  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener);
  }

  /** Tells the elements that something they show may have changed. */
  touch(): void {
    this.#changes.notify(undefined);
  }

  dispatch(event: MachineEvent): void {
    this.#checkout?.dispatch(event);
  }

  get checkout(): Checkout | undefined {
    return this.#checkout;
  }

  /** Milliseconds since the epoch by the server's clock. */
  serverNow(): number {
    return this.#checkout?.serverNow() ?? Date.now();
  }

  start(options: CheckoutOptions): Checkout {
    this.stop();
    const checkout = createCheckout(options);
    this.#checkout = checkout;
    checkout.subscribe((state) => {
      if (this.#checkout === checkout) this.#set(state);
    });
    return checkout;
  }

  stop(): void {
    this.#checkout?.destroy();
    this.#checkout = undefined;
    this.#set({ status: 'idle' });
  }

  /** Nothing can be loaded at all: what the merchant gave is not usable. */
  fail(error: CheckoutErrorData): void {
    this.stop();
    this.#set({ status: 'unavailable', error });
  }

  #set(state: CheckoutState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.touch();
  }
}
