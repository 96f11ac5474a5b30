import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ProviderId } from '../../controllers/session-config.js';
import { SessionController, type SessionHost } from '../../controllers/session-controller.js';
import { methodIdOf, sessionOf, type CheckoutState, type CheckoutStatus } from '../../core/machine/state.js';
import { missingFields } from '../../core/payment-methods/index.js';
import { methodOf } from '../../core/session/methods.js';
import type { CheckoutSession } from '../../core/session/session.js';
import type { OwnMessages } from '../../i18n/create-i18n.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { LAZY_TAGS, LazyElements } from '../lazy.js';
import { merchantName } from '../session-words.js';
import { checkoutSessionStyles } from './checkout-session.styles.js';
import * as parts from './parts.js';
import { ScreenFocus } from './screen-focus.js';

/** From this width of its own on the order stands beside the form. */
const WIDE_PX = 720;

/**
 * A checkout: give it a token and where the API lives; it shows what is to be paid, takes the payment and leaves for the
 * success URL once the server said so. Fulfil the order on your server, from the API, never from an event of this element.
 *
 * With children of its own (and no `slot` on them) it shows only those, and they find the checkout by themselves. Parts of
 * the elements inside it can be styled from outside as its own.
 *
 * @summary The whole checkout in one tag.
 * @tag checkout-session
 * @slot - Elements of your own composition, in place of everything else.
 * @slot header - Above the checkout.
 * @slot summary - In place of the order.
 * @slot success - In place of the screen that says it is paid.
 * @slot footer - Below the checkout.
 * @fires {CheckoutReadyEvent} checkout-ready - The session is loaded, whatever became of it; `session.status` says.
 * @fires {PaymentMethodChangeEvent} payment-method-change - The shopper picked another method.
 * @fires {PaymentStartEvent} payment-start - About to send; cancelable.
 * @fires {PaymentActionEvent} payment-action - The shopper has something to do.
 * @fires {PaymentSuccessEvent} payment-success - The server said that it is paid.
 * @fires {PaymentFailureEvent} payment-failure - A try failed; nothing was charged for this attempt.
 * @fires {PaymentUnknownEvent} payment-unknown - It is not known yet whether a payment was made.
 * @fires {SessionExpireEvent} session-expire - The session can no longer be paid.
 * @fires {CheckoutCancelEvent} checkout-cancel - The shopper left, or the merchant cancelled.
 * @fires {CheckoutRedirectEvent} checkout-redirect - About to leave the page; cancelable.
 * @fires {CheckoutStateChangeEvent} checkout-state-change - The state machine moved.
 * @fires {CheckoutErrorEvent} checkout-error - Something is wrong that is not a declined payment.
 * @csspart root - Everything but the host.
 * @csspart summary - The order's side.
 * @csspart main - The side of the form, the actions and the results.
 * @csspart failure - The notice of a failed try.
 * @csspart cancel - The way back to the shop.
 * @csspart alert - A notice.
 * @csspart secondary-button - A button of less weight.
 * @csspart link - A button that looks like a link.
 * @cssstate idle - Nothing is begun.
 * @cssstate loading - The session is read.
 * @cssstate ready - It may be paid.
 * @cssstate submitting - A payment is being sent.
 * @cssstate action_required - The shopper has something to do.
 * @cssstate processing - The server is at it.
 * @cssstate succeeded - It is paid.
 * @cssstate unknown - A payment may exist; the server is asked.
 * @cssstate unavailable - It could not be loaded.
 * @cssstate expired - Its time is over.
 * @cssstate canceled - The shopper left, or the merchant cancelled.
 * @cssstate locked - No further try.
 */
export class CheckoutSessionElement extends LitElement implements SessionHost {
  static override styles = [tokensStyles, buttonsStyles, checkoutSessionStyles];

  /** The session's token, the same after a reload. The attribute is read and then removed; another starts another session. */
  @property() token?: string;

  /** Where the API lives: an https URL (http only on this machine). */
  @property({ attribute: 'api-base' }) apiBase?: string;

  /** The dialect the API speaks: `native`, `z2pay`, `plugtopay`, `conomy` or `payonify`. */
  @property() provider?: ProviderId;

  /** A payment link's token, to open a session from in place of `token`. */
  @property({ attribute: 'payment-link' }) paymentLink?: string;

  /** BCP 47; the session's, the nearest `lang` (which is not watched) or the browser's where it is not set. */
  @property() locale?: string;

  /** Own words in place of ours, by language: `{ es: { checkout: { shop: 'Café Sol' } } }`. Texts with the same `{{…}}`. */
  @property({ attribute: false }) messages?: OwnMessages;

  /** `auto` follows the page's own `color-scheme`. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  /** `manual`: never leaves the page; the host page listens to the events. */
  @property() redirect: 'auto' | 'manual' = 'auto';

  /** Where a paid session leads, for a session that carries no such URL. One that is set later counts from then on. */
  @property({ attribute: 'success-url' }) successUrl?: string;

  /** Where "Cancel" leads, for a session that carries no such URL. One that is set later counts from then on. */
  @property({ attribute: 'cancel-url' }) cancelUrl?: string;

  /** The card frame's document, for a session whose card method names none. To be set before the checkout begins. */
  @property({ attribute: 'card-frame' }) cardFrame?: string;

  /** `i-am-pci-assessed`: a session may ask for the card itself. The page is then no longer in the scope of SAQ A. */
  @property({ attribute: 'raw-card' }) rawCard?: string;

  /** In place of the page's own `fetch`, for previews and tests. To be set before the checkout begins. */
  @property({ attribute: false }) fetch?: SessionHost['fetch'];

  @state() private _isComposed = false;
  @state() private _isWide = false;

  readonly #lazy = new LazyElements(this);
  readonly #retryParts = (): void => {
    this.#lazy.retry();
  };
  readonly #session = new SessionController(this, this.#retryParts);
  /** By tag. The forms among them stay while they may be needed again, hidden, and keep what was typed. */
  readonly #elements = new Map<string, HTMLElement>();
  #sessionId: string | undefined;
  #status: CheckoutStatus | undefined;
  #internals: ElementInternals | undefined;
  #resize: ResizeObserver | undefined;

  constructor() {
    super();
    new ScreenFocus(this, () => (this._isComposed ? '' : parts.screenOf(this.state)));
    for (const sign of parts.INTENT) this.addEventListener(sign, this.#loadResult);
  }

  /** Where the checkout stands. */
  get state(): CheckoutState {
    return this.#session.store.state;
  }

  /** Asks for payment of what the form holds. Resolves to the state reached; a decline is no rejection. */
  async submit(): Promise<CheckoutState> {
    return this.#session.submit();
  }

  /** Leaves the checkout, unless a payment is on its way. */
  async cancel(): Promise<CheckoutState> {
    return this.#session.cancel();
  }

  /** Reads the session again; what was typed stays. */
  async refresh(): Promise<CheckoutState> {
    return this.#session.refresh();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    // Our own removal comes back here as null and means nothing.
    if (name === 'token' && value === null) return;
    super.attributeChangedCallback(name, old, value);
    if (name === 'token') this.removeAttribute('token');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this._isComposed = [...this.children].some((child) => !child.slot && isShown(child));
    this.#readWidth(); // Before anything is drawn.
    this.#resize ??= new ResizeObserver(this.#readWidth);
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize?.disconnect();
  }

  protected override willUpdate(): void {
    const { state } = this;
    const id = sessionOf(state)?.id;
    if (id !== this.#sessionId || !parts.mayPayAgain(state)) this.#elements.clear();
    this.#sessionId = id;
    const screen = parts.screenOf(state);
    for (const tag of this.#elements.keys())
      if (tag !== screen && tag !== 'customer-fields' && !parts.isForm(tag)) this.#elements.delete(tag);
  }

  protected override render(): unknown {
    const { state, _isComposed: composed } = this;
    const { i18n } = this.#session.store;
    const session = sessionOf(state);
    const hasOrder = session !== undefined || parts.screenOf(state) === '';
    return html`<section
      class="root ${composed ? '' : 'framed'}"
      part="root"
      lang=${i18n.locale}
      dir=${i18n.direction}
      aria-label=${i18n.t('checkout.label')}
    >
      <slot name="header"></slot>
      <slot ?hidden=${!composed} @slotchange=${this.#readComposition}></slot>
      <div class=${hasOrder ? 'layout' : 'layout single'}>
        <div class="aside" part="summary" ?hidden=${composed || !hasOrder}>
          <div class="column">
            <slot name="summary"
              >${composed || !hasOrder ? nothing : parts.renderSummary(!this._isWide)}</slot
            >
          </div>
        </div>
        <div class="main" part="main">
          <div class="column">${this.#renderMain(state, session)}</div>
        </div>
      </div>
      <slot name="footer"></slot>
      <div class="sr" role="status">${parts.spokenState(state, i18n)}</div>
    </section>`;
  }

  protected override updated(): void {
    const { state } = this;
    const color = sessionOf(state)?.branding?.primaryColor ?? '';
    this.style.setProperty('--_brand', /^#[\da-f]{6}$/i.test(color) ? color : null);
    if (this._isComposed) this.#loadComposed();
    if (state.status !== this.#status) this.#noteStatus(state.status);
  }

  /** In a composition of the merchant's own only the notice of a failed try is left of this. */
  #renderMain(state: CheckoutState, session: CheckoutSession | undefined): TemplateResult {
    const { i18n } = this.#session.store;
    const screen = this._isComposed ? 'none' : parts.screenOf(state);
    const isForm = screen === parts.FORM_SCREEN;
    const isPaid = screen === parts.RESULT_SCREEN && state.status === 'succeeded';
    return html`
      ${screen === '' ? parts.renderFormBones() : nothing}
      ${session && screen !== 'none' && parts.mayPayAgain(state) ? this.#renderForm(state, session, !isForm) : nothing}
      <div class="alert" role="alert">${parts.renderFailure(state, i18n)}</div>
      ${isForm && session ? this.#renderPay(state, session) : nothing}
      ${screen === 'none' ? nothing : parts.renderTry(state, this.#lazy)}
      ${state.status === 'action_required' && screen !== 'none' ? this.#renderAction(screen) : nothing}
      <div ?hidden=${!isPaid}>
        <slot name="success">${isPaid ? this.#renderResult(state) : nothing}</slot>
      </div>
      ${screen === parts.RESULT_SCREEN && !isPaid ? this.#renderResult(state) : nothing}
    `;
  }

  /** Drawn once, then kept: a card frame that is taken out of the page forgets what was typed in it. */
  #renderForm(state: CheckoutState, session: CheckoutSession, hidden: boolean): TemplateResult {
    const method = methodOf(session, methodIdOf(state));
    const form = parts.formTag(method);
    if (form !== undefined) this.#element(form);
    const isSending = state.status === 'submitting' && state.stage === 'sending';
    const asks = session.customFields.length > 0 || missingFields(session, method).length > 0;
    return html`<div class="form" ?hidden=${hidden} ?inert=${isSending}>
      ${session.paymentMethods.some(({ currency }) => currency) && this.#lazy.need('currency-picker') ? html`<currency-picker></currency-picker>` : nothing}
      <payment-method-picker></payment-method-picker>
      ${[...this.#elements.keys()].filter(parts.isForm).map((tag) => this.#renderLazy(tag, tag !== form))}
      ${asks || Object.keys(session.customer).length > 0 ? this.#renderLazy('customer-fields') : nothing}
      ${parts.isInParts(session) && this.#lazy.need('payment-split') ? html`<payment-split></payment-split>` : nothing}
    </div>`;
  }

  #renderPay(state: CheckoutState, session: CheckoutSession): TemplateResult {
    const { i18n } = this.#session.store;
    const isLeaving = state.status === 'ready' && state.leaving === true;
    const text = isLeaving
      ? i18n.t('checkout.canceling')
      : i18n.t('checkout.cancel', { merchant: merchantName(session, i18n) });
    const canLeave = session.cancelUrl !== undefined && state.status === 'ready' && !session.amount.paid;
    return html`<pay-button></pay-button
      >${canLeave ? parts.renderLink(text, this.#requestCancel, 'cancel') : nothing}`;
  }

  #renderAction(tag: string): TemplateResult {
    const { i18n } = this.#session.store;
    if (tag !== parts.UNKNOWN_ACTION_SCREEN && this.#lazy.need(tag)) return html`${this.#element(tag)}`;
    return html`${tag === parts.UNKNOWN_ACTION_SCREEN ? i18n.t('state.action_required') : this.#renderMissing()}
    ${parts.renderLink(i18n.t('checkout.another'), this.#giveUpAction)}`;
  }

  /** Until its file is here, or where that cannot be had, the element's light DOM says it in one sentence. */
  #renderResult(state: CheckoutState): TemplateResult {
    const { i18n } = this.#session.store;
    const isHere = this.#lazy.need(parts.RESULT_SCREEN);
    return html`<payment-result ?manual=${this.redirect === 'manual'}
        ><h2>${parts.spokenState(state, i18n)}</h2></payment-result
      >
      ${isHere ? nothing : this.#renderMissing()}`;
  }

  #renderLazy(tag: string, hidden = false): unknown {
    if (!this.#lazy.need(tag)) return hidden ? nothing : this.#renderMissing();
    const element = this.#element(tag);
    element.hidden = hidden;
    return element;
  }

  #element(tag: string): HTMLElement {
    const element = this.#elements.get(tag) ?? document.createElement(tag);
    this.#elements.set(tag, element);
    return element;
  }

  #renderMissing(): TemplateResult {
    const { i18n } = this.#session.store;
    return html`<div class="notice danger" part="alert">
      <p>${i18n.t(navigator.onLine ? 'checkout.partFailed' : 'checkout.offline')}</p>
      <button type="button" class="secondary" part="secondary-button" @click=${this.#retryParts}>
        ${i18n.t('checkout.retry')}
      </button>
    </div>`;
  }

  /** Shows the status as `:state(ready)` and its sisters, where the browser knows them. */
  #noteStatus(status: CheckoutStatus): void {
    this.#status = status;
    if (status === 'submitting') this.#loadResult();
    try {
      const { states } = (this.#internals ??= this.attachInternals());
      states.clear();
      states.add(status);
    } catch {
      // An older browser: nothing but a hook for the merchant's styles is missing.
    }
  }

  /** The merchant's own arrangement may name elements that nothing has fetched yet. */
  #loadComposed(): void {
    for (const tag of LAZY_TAGS) if (this.querySelector(tag)) this.#lazy.need(tag);
  }

  readonly #readWidth = (): void => {
    this._isWide = this.clientWidth >= WIDE_PX;
  };

  readonly #readComposition = (event: Event): void => {
    const elements = (event.target as HTMLSlotElement).assignedElements({ flatten: true });
    this._isComposed = elements.some(isShown);
    if (this._isComposed) this.#loadComposed();
  };

  readonly #requestCancel = (): void => void this.dispatchEvent(new Event('checkout-cancel-request'));

  readonly #giveUpAction = (): void => {
    this.#session.store.dispatch({ type: 'action_canceled' });
  };

  readonly #loadResult = (sign?: Event): void => void parts.fetchAhead(this.state, sign);
}

const isShown = (element: Element): boolean => !element.matches('script,template,style');

declare global {
  interface HTMLElementTagNameMap {
    'checkout-session': CheckoutSessionElement;
  }
}
