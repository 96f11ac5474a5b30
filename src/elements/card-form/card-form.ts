import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  CARD_FRAME_TEXTS,
  createCardFrameHost,
  type CardFrameEvent,
  type CardFrameHost,
  type CardFrameLook,
  type CardFrameStrings,
} from '../../card-frame/host/card-frame-host.js';
import { frameFailure } from '../../card-frame/host/frame-link.js';
import type { CardTokenizer, CheckoutStore } from '../../controllers/checkout-store.js';
import type { CheckoutError } from '../../core/errors.js';
import { isEnded, methodIdOf, sessionOf } from '../../core/machine/state.js';
import { isStripe } from '../../core/payment-methods/card.js';
import { methodRecord } from '../../core/payment-methods/index.js';
import type { PaymentMethod } from '../../core/session/session.js';
import { CheckoutErrorEvent } from '../../events.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { CheckoutElement } from '../checkout-element.js';
import { defineElement } from '../define-element.js';
import { LazyElements } from '../lazy.js';
import { showInTurn } from '../form-field/form-turn.js';
import { renderFailed, renderGhost } from './card-notices.js';
import { cardFormStyles } from './card-form.styles.js';
import { readFrameStyle } from './frame-look.js';

/** Number, expiry, security code and name. */
const FIELDS = 4;

/**
 * The card's number, expiry, code and name, in a frame of the provider's origin: no script of the page can read them.
 * While it is on the page it makes the card a token when the checkout is submitted. Moving it reloads the frame.
 *
 * @summary Card details
 * @tag card-form
 * @fires {CheckoutErrorEvent} checkout-error - the frame cannot be shown (`card_frame_failed`, `card_frame_url`,
 *   `csp_blocked` …)
 * @csspart label - the label of the instalments
 * @csspart input - the list of instalments
 * @csspart frame - what holds the frame
 * @csspart alert - a notice
 * @csspart secondary-button - a button of less weight
 * @csspart field - a label, its control and its note
 * @csspart hint - a note
 */
export class CardFormElement extends CheckoutElement {
  static override readonly styles = [tokensStyles, buttonsStyles, cardFormStyles];

  /** The method to pay with; the checkout's card method where it is not set. */
  @property({ attribute: false }) method: PaymentMethod | undefined;

  @state() private _status: 'loading' | 'ready' | 'failed' = 'loading';
  @state() private _brand: string | undefined;

  /** What the store asks for a token; no method of the element, so that a script of the page is not invited. */
  readonly #tokenizer: CardTokenizer = {
    tokenize: async (session) => this.#tokenize(session),
    clear: () => {
      this.#frame?.clearAll();
    },
    holder: () => this.shadowRoot?.getElementById('frame'),
  };
  #frame: CardFrameHost | undefined;
  /** What the frame was made for. */
  #made = '';
  #methodId: string | undefined;
  #style = '';
  #words = '';
  #attempt: number | undefined;
  #sessionId: string | undefined;
  /** Stripe's fields, in a file that is fetched only for a session whose card is Stripe's. */
  readonly #stripe = new LazyElements(this, async (tag) => {
    defineElement(tag, (await import('../stripe-card/stripe-card.js')).StripeCardElement);
  });
  readonly #lazy = new LazyElements(this);
  #registeredAt: CheckoutStore | undefined;

  constructor() {
    super();
    showInTurn(this, this.checkout, 'card');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drop();
    this.#register(undefined);
  }

  protected override willUpdate(): void {
    if (!this.#frame) this._status = 'loading';
  }

  protected override render(): TemplateResult {
    const { i18n } = this;
    const tokenizer = this.#method?.tokenizer;
    const isFrame = !isStripe(tokenizer);
    const whereTo = tokenizer?.takesRawCard ? 'card.throughShop' : 'card.secure';
    return html`${isFrame ? this.#renderFrame() : this.#renderStripe()} ${this.#renderInstallments()}
      <p class="secure muted small">${lockIcon()}<span>${i18n.t(whereTo)}</span></p>
      <span class="probe" @transitionend=${this.#showLook}></span>
      <span class="sr" role="status"
        >${isFrame && this._status === 'loading' ? i18n.t('card.loading') : nothing}</span
      >`;
  }

  #renderFrame(): TemplateResult {
    return html`<div class="stage">
      <div id="frame" part="frame" ?hidden=${this._status === 'failed'}></div>
      ${this._status === 'loading' ? renderGhost(FIELDS) : nothing}
      ${this._status === 'failed' ? renderFailed(this.i18n, this.#tryAgain) : nothing}
    </div>`;
  }

  /** The session's card is Stripe's: so are the fields, and the token. */
  #renderStripe(): TemplateResult {
    return this.#stripe.need('stripe-card')
      ? html`<stripe-card .method=${this.#method}></stripe-card>`
      : renderFailed(this.i18n, this.#tryAgain);
  }

  protected override updated(): void {
    this.#register(isStripe(this.#method?.tokenizer) ? undefined : this.checkout.store);
    this.#mount();
    this.#showWords();
    this.#showLook();
    this.#forget();
  }

  /** Most sessions offer none; where the file cannot be had, the card is paid at once, as the pay button says. */
  #renderInstallments(): unknown {
    const method = this.#method;
    // Offers are for the whole amount.
    const isSplit = this.checkout.store?.split?.parts.length;
    if (isSplit || !method?.installments?.length || !this.#lazy.need('card-installments')) return nothing;
    return html`<card-installments .method=${method} .brand=${this._brand}></card-installments>`;
  }

  /** The form stays while another method is picked, so that what was typed stays too. */
  get #method(): PaymentMethod | undefined {
    const { state: current } = this.checkout;
    const cards = sessionOf(current)?.paymentMethods.filter(
      ({ type }) => methodRecord(type)?.form === 'card',
    );
    const find = (wanted: string | undefined): PaymentMethod | undefined =>
      cards?.find(({ id }) => id === wanted);
    return this.method ?? find(methodIdOf(current)) ?? find(this.#methodId) ?? cards?.[0];
  }

  #register(store: CheckoutStore | undefined): void {
    const previous = this.#registeredAt;
    if (previous && previous !== store && previous.cardTokenizer === this.#tokenizer)
      previous.cardTokenizer = undefined;
    this.#registeredAt = store;
    if (store) store.cardTokenizer ??= this.#tokenizer;
  }

  async #tokenize(session?: string): ReturnType<CardTokenizer['tokenize']> {
    // Made for the method that is paid: one that was picked just now is not drawn yet.
    await this.updateComplete;
    if (this.#frame && this._status !== 'failed') return this.#frame.tokenize(session);
    throw frameFailure('the card frame is not there');
  }

  #mount(): void {
    const method = this.#method;
    this.#methodId = method?.id ?? this.#methodId;
    const container = this.shadowRoot?.getElementById('frame');
    // Stripe's fields are in its place: what held the frame is gone for good.
    if (!container) this.#drop();
    if (!method || !container) return;
    const { brands, tokenizer } = method;
    const wanted = {
      frameUrl: tokenizer?.frameUrl ?? '',
      ...(brands && { brands }),
      ...(tokenizer && {
        tokenizer: { name: tokenizer.name, publicKey: tokenizer.publicKey ?? '', url: tokenizer.url },
        takesRawCard: tokenizer.takesRawCard === true,
      }),
    };
    // A frame is made for one key, one set of brands and one consent: another method may have others.
    if (this.#frame && JSON.stringify(wanted) === this.#made) return;
    this.#drop();
    this.#made = JSON.stringify(wanted);
    const strings = this.#strings();
    this.#words = JSON.stringify(strings);
    const style = this.#look();
    this.#style = JSON.stringify(style);
    this._status = 'loading';
    this.#frame = createCardFrameHost({
      ...wanted,
      container,
      strings,
      style,
      onEvent: this.#handleFrame,
      onDead: this.#handleDead,
    });
  }

  #drop(): void {
    this.#frame?.destroy();
    this.#frame = undefined;
    this._brand = undefined;
  }

  #showWords(): void {
    const strings = this.#strings();
    if (JSON.stringify(strings) === this.#words) return;
    this.#words = JSON.stringify(strings);
    this.#frame?.setStrings(strings);
  }

  readonly #showLook = (): void => {
    const style = this.#look();
    if (JSON.stringify(style) === this.#style) return;
    this.#style = JSON.stringify(style);
    this.#frame?.setStyle(style);
  };

  #look(): CardFrameLook {
    const probe = this.renderRoot.querySelector('.probe');
    return probe ? { ...readFrameStyle(probe) } : {};
  }

  /** Words that are still on their way are left out: the frame has its own until then. */
  #strings(): CardFrameStrings {
    const { i18n } = this;
    const texts = CARD_FRAME_TEXTS.map((name) => [name, i18n.t(`card.frame.${name}`)] as const);
    return {
      lang: i18n.locale,
      dir: i18n.direction,
      texts: { ...Object.fromEntries(texts.filter(([, text]) => text !== '')) },
    };
  }

  /** A try that was made takes its security code with it; an ended session takes everything, and so does another one. */
  #forget(): void {
    const { state: current } = this.checkout;
    const sessionId = sessionOf(current)?.id;
    const isOther = this.#sessionId !== undefined && sessionId !== this.#sessionId;
    // Nothing of a card may be left in the frame of a session that can no longer be paid.
    if (isEnded(current) || isOther) this.#frame?.clearAll();
    this.#sessionId = sessionId;
    if (current.status !== 'ready') return;
    const { attempt } = current.session;
    if (this.#attempt !== undefined && attempt !== this.#attempt) this.#frame?.clearSecurityCode();
    this.#attempt = attempt;
  }

  readonly #handleFrame = (event: CardFrameEvent): void => {
    if (event.type === 'ready') this._status = 'ready';
    else if (event.type === 'change') this._brand = event.brand;
    else if (event.type === 'submit')
      this.dispatchEvent(new Event('checkout-submit-request', { bubbles: true, composed: true }));
  };

  readonly #handleDead = (error: CheckoutError): void => {
    this._status = 'failed';
    this._brand = undefined;
    this.dispatchEvent(new CheckoutErrorEvent(error.toData()));
  };

  readonly #tryAgain = (): void => {
    this._status = 'loading';
    this.#stripe.retry();
    this.#lazy.retry();
    this.#frame?.remount();
  };
}

const lockIcon = (): TemplateResult =>
  html`<svg
    viewBox="0 0 24 24"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <rect x="5" y="11" width="14" height="9" rx="2" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'card-form': CardFormElement;
  }
}
