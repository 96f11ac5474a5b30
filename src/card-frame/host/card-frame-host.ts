import { systemClock, type Clock } from '../../core/clock.js';
import { CheckoutError } from '../../core/errors.js';
import type { CardToken, RawCard } from '../../core/providers/dialect.js';
import { parseCardMessage, type CardMessage } from '../shared/card-message.js';
import { parseFrameMessage, type FrameMessage, type HostMessage } from '../shared/messages.js';
import type { CardFrameStrings } from '../shared/strings.js';
import { FrameLink, frameCovered, frameFailure, isMasked } from './frame-link.js';
import { parseFrameUrl } from './frame-url.js';

export { CARD_FRAME_TEXTS, type CardFrameStrings, type CardFrameText } from '../shared/strings.js';

/** What the page learns while a card is typed: never a digit of it. */
export type CardFrameEvent =
  | { readonly type: 'ready' }
  /** `brand` as one word: `visa`, `mastercard`, `amex`, `elo` … */
  | { readonly type: 'change'; readonly complete: boolean; readonly brand?: string }
  /** Enter was pressed in the frame. */
  | { readonly type: 'submit' };

/** The frame itself reads a look, by its own allow-list; only the scheme matters on this side of the wall. */
export interface CardFrameLook {
  readonly colorScheme?: 'light' | 'dark' | 'auto';
  readonly [token: string]: unknown;
}

export interface CardFrameTokenizer {
  readonly name: string;
  /** The merchant's key at the gateway; empty where it needs none. */
  readonly publicKey: string;
  /** Which of the gateway's hosts, where it has more than one. */
  readonly url?: string;
}

export interface CardFrameHostOptions {
  /** Absolute address of the frame's document on the provider's origin. */
  readonly frameUrl: string;
  /** The iframe is appended here; must be in the document. A shadow root is fine. */
  readonly container: ParentNode;
  readonly strings?: CardFrameStrings;
  readonly style?: CardFrameLook;
  /** Card brands the merchant takes; none named = all. */
  readonly brands?: readonly string[];
  /** Which tokenizer of the frame makes the token, as the session's method says; none named = the native one. */
  readonly tokenizer?: CardFrameTokenizer;
  /** The merchant has opted in to get the card itself: `tokenize` then answers it. Otherwise it is never read. */
  readonly takesRawCard?: boolean;
  onEvent?(this: void, event: CardFrameEvent): void;
  /** The frame is gone, with everything typed in it; `remount()` makes a new one. */
  onDead?(this: void, error: CheckoutError): void;
  readonly clock?: Clock;
}

export type CardFrameStatus = 'connecting' | 'ready' | 'dead';

/** Longer than the frame itself waits for the tokenizer: silence past this means that the frame hangs. */
const TOKENIZE_TIMEOUT_MS = 20_000;

interface PendingToken {
  readonly id: number;
  readonly promise: Promise<CardToken | RawCard>;
  resolve(card: CardToken | RawCard): void;
  reject(error: CheckoutError): void;
  cancelTimer(): void;
}

/** The card frame as the host page holds it. No method throws; only `tokenize` rejects. */
export class CardFrameHost {
  readonly #options: CardFrameHostOptions;
  readonly #clock: Clock;
  #strings: CardFrameStrings | undefined;
  #style: CardFrameLook;
  #link: FrameLink | undefined;
  #status: CardFrameStatus = 'dead';
  #error = frameFailure('the card frame is not mounted');
  #pending: PendingToken | undefined;
  #lastId = 0;

  constructor(options: CardFrameHostOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#strings = options.strings;
    this.#style = options.style ?? {};
    // A caller that is told of a refusal before it has the object could not use it.
    this.#mount((error) => {
      queueMicrotask(() => this.#options.onDead?.(error));
    });
  }

  get status(): CardFrameStatus {
    return this.#status;
  }

  /** A new, empty frame in place of the one before, whatever state that was in. */
  remount(): void {
    this.destroy();
    this.#mount((error) => this.#options.onDead?.(error));
  }

  /**
   * A token for the card in the frame. Rejects with a `CheckoutError`: `shopper` / `card_invalid` when the frame has
   * shown what is wrong and put the focus there, `network` / `card_frame_failed` when nothing came back, `api` with
   * the tokenizer's own code when it said no, `integration` / `card_frame_covered` when the shopper could not see the frame.
   * A second call while one is under way gets the same answer.
   * @param session the session that is to be paid: a tokenizer that can binds the token to it
   */
  tokenize(session?: string): Promise<CardToken | RawCard> {
    if (this.#pending) return this.#pending.promise;
    if (!this.#link) return Promise.reject(this.#error);
    if (isMasked(this.#link.iframe)) return Promise.reject(frameCovered());
    const id = ++this.#lastId;
    let settle!: Pick<PendingToken, 'resolve' | 'reject'>;
    const promise = new Promise<CardToken | RawCard>((resolve, reject) => {
      settle = { resolve, reject };
    });
    this.#pending = { id, promise, ...settle, cancelTimer: () => undefined };
    this.#link.send({ type: 'tokenize', id, ...(session !== undefined && { session }) });
    if (this.#status === 'ready') this.#limitPending();
    return promise;
  }

  /** Other words, another direction; what is typed stays. */
  setStrings(strings: CardFrameStrings): void {
    this.#strings = strings;
    if (!this.#link) return;
    this.#link.iframe.title = this.#title;
    this.#link.send({ type: 'configure', strings });
  }

  /** Replaces the whole style; what the frame's allow-list does not know is dropped there. */
  setStyle(style: CardFrameLook): void {
    this.#style = style;
    this.#link?.send({ type: 'configure', style: this.#style });
    this.#showScheme();
  }

  /** Puts the focus on the first field that wants attention. */
  focus(): void {
    this.#link?.iframe.focus();
    this.#link?.send({ type: 'focus' });
  }

  /** After a decline: the security code is asked again, all else is kept. */
  clearSecurityCode(): void {
    this.#link?.send({ type: 'clear_security_code' });
  }

  /** After the session has ended. */
  clearAll(): void {
    this.#link?.send({ type: 'clear_all' });
  }

  /** Takes the frame away with everything typed in it. A tokenize under way rejects. */
  destroy(): void {
    this.#link?.close();
    this.#end(frameFailure('the card frame was removed'));
  }

  get #title(): string {
    return this.#strings?.texts.title ?? 'Card details';
  }

  #mount(onRefused: (error: CheckoutError) => void): void {
    try {
      this.#link = new FrameLink({
        url: parseFrameUrl(this.#options.frameUrl, location.origin),
        container: this.#options.container,
        title: this.#title,
        clock: this.#clock,
        configuration: this.#configuration(),
        read: this.#options.takesRawCard
          ? (data) => parseCardMessage(data) ?? parseFrameMessage(data)
          : parseFrameMessage,
        onMessage: (message) => {
          this.#receive(message);
        },
        onDead: (error) => {
          this.#end(error);
          this.#options.onDead?.(error);
        },
      });
      this.#status = 'connecting';
      this.#showScheme();
    } catch (fault) {
      const error =
        fault instanceof CheckoutError ? fault : frameFailure('the card frame could not be mounted');
      this.#end(error);
      onRefused(error);
    }
  }

  #configuration(): HostMessage {
    const { brands, tokenizer } = this.#options;
    return {
      type: 'configure',
      style: this.#style,
      ...(this.#strings && { strings: this.#strings }),
      ...(brands && { brands: [...brands] }),
      ...(tokenizer && { tokenizer: { ...tokenizer, url: tokenizer.url } }),
    };
  }

  /** A frame whose scheme differs from its element's is painted on an opaque ground. */
  #showScheme(): void {
    const scheme = this.#style.colorScheme ?? 'light';
    this.#link?.iframe.style.setProperty('color-scheme', scheme === 'auto' ? 'light dark' : scheme);
  }

  #receive(message: Exclude<FrameMessage | CardMessage, { type: 'gone' }>): void {
    switch (message.type) {
      case 'ready':
        this.#status = 'ready';
        this.#setHeight(message.height);
        this.#limitPending();
        this.#options.onEvent?.({ type: 'ready' });
        break;
      case 'height':
        this.#setHeight(message.height);
        break;
      case 'change': {
        const { complete, brand } = message;
        this.#options.onEvent?.({ type: 'change', complete, ...(brand !== undefined && { brand }) });
        break;
      }
      case 'submit':
        this.#options.onEvent?.({ type: 'submit' });
        break;
      default:
        if (message.id === this.#pending?.id) this.#settle(message);
    }
  }

  #settle(message: CardMessage | (FrameMessage & { type: 'tokenized' | 'invalid' | 'failed' })): void {
    const pending = this.#takePending();
    if (message.type === 'card') {
      const { number, expiryMonth, expiryYear, cvc, holderName, brand } = message;
      pending?.resolve({
        number,
        expiryMonth,
        expiryYear,
        cvc,
        holderName,
        ...(brand !== undefined && { brand }),
      });
    } else if (message.type === 'tokenized') {
      const { token, nonce, last4, brand, lifeMs } = message;
      pending?.resolve({
        token,
        frameNonce: nonce,
        last4,
        ...(brand !== undefined && { brand }),
        ...(lifeMs !== undefined && { livesUntil: this.#clock.now() + lifeMs }),
      });
    } else if (message.type === 'invalid') {
      pending?.reject(
        new CheckoutError({
          kind: 'shopper',
          code: 'card_invalid',
          message: 'the card form says what is wrong',
          retryable: true,
        }),
      );
    } else {
      const { kind, code, retryable } = message;
      // Under a bar at the page's edge, more often than not: what the shopper is asked to look at is in the middle then.
      if (code === 'card_frame_covered')
        this.#link?.iframe.scrollIntoView({ block: 'center', behavior: 'instant' });
      pending?.reject(
        code === 'card_frame_covered'
          ? frameCovered()
          : new CheckoutError({ kind, code, message: 'the card could not be tokenized', retryable }),
      );
    }
  }

  /** A frame that is hidden has no height. One of none would not be drawn when it is shown again, and never say another. */
  #setHeight(height: number): void {
    if (height > 0) this.#link?.iframe.style.setProperty('block-size', `${height}px`);
  }

  #limitPending(): void {
    if (!this.#pending) return;
    const cancelTimer = this.#clock.schedule(() => {
      this.#link?.die(frameFailure('the card frame did not answer'));
    }, TOKENIZE_TIMEOUT_MS);
    this.#pending = { ...this.#pending, cancelTimer };
  }

  #takePending(): PendingToken | undefined {
    const pending = this.#pending;
    this.#pending = undefined;
    pending?.cancelTimer();
    return pending;
  }

  #end(error: CheckoutError): void {
    this.#link = undefined;
    this.#status = 'dead';
    this.#error = error;
    this.#takePending()?.reject(error);
  }
}

/** Mounts a card frame. Never throws: a frame that may not be mounted is dead from the start and says so. */
export const createCardFrameHost = (options: CardFrameHostOptions): CardFrameHost =>
  new CardFrameHost(options);
