import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { isOwnPayment } from '../../controllers/own-payment.js';
import { safeUrl } from '../../core/navigation.js';
import { CheckoutErrorEvent } from '../../events.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { LeaveWatch } from '../action-screen/leave-watch.js';
import { merchantName } from '../session-words.js';
import { ModalController } from './modal-controller.js';
import { threeDSecureStyles } from './three-d-secure.styles.js';
import { windowSize } from './window-size.js';

/**
 * The bank's challenge in a frame, in a dialog over the page. How it ended is never taken from the frame: the API is
 * asked. No popup either: those are blocked, or get lost behind the page.
 *
 * The dialog opens by itself after the shopper's own press. After a reload, or in another tab, a button opens it. Where
 * a browser has no such dialogs, or the page forbids the frame, all of it stands in the page.
 *
 * @summary 3-D Secure challenge
 * @tag three-d-secure
 * @fires {CheckoutErrorEvent} checkout-error - the page's policy forbids the frame (`csp_blocked`), or its address is
 *   not safe to load (`action_url_invalid`)
 * @csspart dialog - the dialog's sheet
 * @csspart frame - the bank's page
 * @csspart title - the heading
 * @csspart close - the button that closes
 * @csspart hint - a note
 * @csspart button - the main button
 * @csspart secondary-button - a button of less weight
 * @csspart facts - what is paid, to whom and until when
 * @csspart message - the sentence below the heading
 * @csspart ways - the ways on and out
 * @csspart alert - a notice
 * @csspart link - a button that looks like a link
 */
export class ThreeDSecureElement extends ActionElement<'three_d_secure'> {
  static override readonly styles = [tokensStyles, buttonsStyles, actionScreenStyles, threeDSecureStyles];

  protected override readonly actionType = 'three_d_secure';

  @state() private _isOpen = false;
  @state() private _isAsking = false;
  @state() private _isLoaded = false;
  @state() private _isBlocked = false;
  /** Modal dialogs do not work here. */
  @state() private _isInline = false;

  readonly #leaving = new LeaveWatch();
  readonly #modal = new ModalController(this);
  #listening: AbortController | undefined;
  #paymentId: string | undefined;
  #isStopping = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener('securitypolicyviolation', this.#handleViolation, { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  protected override willUpdate(): void {
    this.#leaving.follow(this.checkout.state);
    const id = this.currentAction && (this.currentPayment?.id ?? '');
    if (id !== this.#paymentId) {
      this.#paymentId = id;
      this._isOpen = isOwnPayment(this.checkout.store, this.currentPayment);
      this._isAsking = this._isLoaded = this._isBlocked = false;
    }
    if (this.#isStopping && !this.isLeaving) this._isAsking = this.#isStopping = false;
    // While they still stand: what had the focus before gets it back.
    if (!this._isAsking) this.#modal.close(this.#dialog('question'));
    if (!this.#isModal) this.#modal.close(this.#dialog('challenge'));
  }

  protected override updated(_changed: PropertyValues): void {
    const url = this.currentAction?.url;
    if (url !== undefined && safeUrl(url) === undefined)
      this.reportBroken('action_url_invalid', 'The 3-D Secure URL is not an absolute https URL.', url);
    if (
      !this.#modal.show(this.#dialog('challenge'), 'h2') ||
      !this.#modal.show(this.#dialog('question'), 'button')
    )
      this._isInline = true;
  }

  protected override render(): unknown {
    const { i18n } = this;
    if (!this.currentAction) return nothing;
    const url = safeUrl(this.currentAction.url);
    if (url === undefined)
      return this.renderBroken(
        i18n.t('action.brokenTitle'),
        i18n.t('action.broken'),
        i18n.t('checkout.another'),
      );
    if (this.#isModal)
      return html`${this.#renderChallenge(url)} ${this._isAsking ? this.#renderQuestion() : nothing}
        <p class="behind muted">
          <span class="spinner" aria-hidden="true"></span>${i18n.t('challenge.waiting')}
        </p>`;
    return this.#renderInPage(url);
  }

  #dialog(id: 'challenge' | 'question'): HTMLDialogElement | null {
    return this.renderRoot.querySelector<HTMLDialogElement>(`#${id}`);
  }

  get #isModal(): boolean {
    const url = safeUrl(this.currentAction?.url);
    return url !== undefined && this._isOpen && !this._isInline && !this._isBlocked;
  }

  #renderChallenge(url: string): TemplateResult {
    const { i18n, amount } = this;
    const merchant = merchantName(this.session, i18n);
    return html`<dialog
      id="challenge"
      class=${windowSize(this.currentAction?.data)}
      aria-labelledby="title sum"
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
      @keydown=${this.#handleKey}
      @mousedown=${keepFocus}
      @click=${keepInside}
    >
      <div class="sheet" part="dialog" tabindex="-1">
        <div class="head">
          <div>
            <h2 id="title" part="title" tabindex="-1">${i18n.t('challenge.title')}</h2>
            <p id="sum" class="muted">${i18n.t('challenge.sum', { amount, merchant })}</p>
          </div>
          <button
            type="button"
            class="close"
            part="close"
            aria-label=${i18n.t('challenge.close')}
            @click=${this.#ask}
          >
            ${CROSS}
          </button>
        </div>
        ${this.#renderRefusal()}
        <div class="frame">${this.#renderFrame(url)}</div>
        <p class="late" part="hint">${this.#renderLink(url)}</p>
      </div>
    </dialog>`;
  }

  #renderQuestion(): TemplateResult {
    const { i18n, isLeaving } = this;
    return html`<dialog
      id="question"
      role="alertdialog"
      aria-labelledby="ask"
      aria-describedby="told"
      @cancel=${this.#handleCancel}
      @close=${this.#handleClose}
      @keydown=${this.#handleKey}
      @mousedown=${keepFocus}
      @click=${keepInside}
    >
      <div class="sheet" tabindex="-1">
        <h2 id="ask" part="title">${i18n.t('challenge.stopTitle')}</h2>
        <p id="told" class="muted">${i18n.t('challenge.stopText')}</p>
        <button type="button" class="primary" part="button" @click=${this.#keepGoing}>
          ${i18n.t('challenge.keep')}
        </button>
        <button
          type="button"
          class="secondary"
          part="secondary-button"
          aria-disabled=${isLeaving ? 'true' : nothing}
          @click=${this.#stop}
        >
          ${
            isLeaving
              ? html`<span class="spinner" aria-hidden="true"></span>${i18n.t('challenge.stopping')}`
              : i18n.t('challenge.stop')
          }
        </button>
      </div>
    </dialog>`;
  }

  /** Without a dialog: before it was asked for, or for want of one. */
  #renderInPage(url: string): TemplateResult {
    const { i18n, amount } = this;
    const isFramed = this._isInline && !this._isBlocked;
    return html`<div class="screen">
      <h2 part="title">${i18n.t('challenge.title')}</h2>
      <p part="message">${i18n.t('challenge.text', { amount })}</p>
      ${this.renderFacts()} ${this.#renderRefusal()}
      ${isFramed ? html`<div class="frame">${this.#renderFrame(url)}</div>` : nothing}
      <div class="ways" part="ways">
        ${
          isFramed || this._isBlocked
            ? this.#renderLink(url)
            : html`<button
                type="button"
                class="primary"
                part="button"
                ?disabled=${this.isLeaving}
                @click=${this.#open}
              >
                ${i18n.t('challenge.resume')}
              </button>`
        }
        ${this.renderLeave(i18n.t('checkout.another'))}
      </div>
    </div>`;
  }

  #renderRefusal(): TemplateResult {
    return this.renderFailure(this.#leaving.wasRefused ? this.i18n.t('action.kept') : undefined);
  }

  /** A page that is isolated from other origins may show one that does not ask for it, but without its cookies. */
  #renderFrame(url: string): TemplateResult {
    const { i18n } = this;
    return html`${this._isLoaded ? nothing : html`<span class="spinner" aria-hidden="true"></span>`}<iframe
        part="frame"
        title=${i18n.t('challenge.frame')}
        sandbox="allow-scripts allow-forms allow-same-origin"
        referrerpolicy="no-referrer"
        ?credentialless=${crossOriginIsolated}
        src=${url}
        @load=${this.#handleLoad}
      ></iframe>`;
  }

  /** For a frame that stays empty, which cannot be seen from here. */
  #renderLink(url: string): TemplateResult {
    const { i18n } = this;
    return html`<a
      class=${this._isBlocked ? 'primary' : ''}
      href=${url}
      target="_blank"
      rel="noopener noreferrer"
      >${i18n.t('challenge.open')}<span class="sr"> (${i18n.t('action.newTab')})</span></a
    >`;
  }

  readonly #open = (): void => {
    this._isOpen = true;
  };

  readonly #ask = (): void => {
    this._isAsking = true;
  };

  readonly #keepGoing = (): void => {
    if (!this.isLeaving) this._isAsking = false;
  };

  /** The question goes when the answer is here: with the payment, or because it lives on. */
  readonly #stop = (): void => {
    if (this.isLeaving) return;
    this.#isStopping = true;
    this.dispatch({ type: 'action_canceled' });
  };

  /** Esc, or Back on a phone: asks in the challenge, and is a "no" to the question. */
  readonly #handleCancel = (event: Event): void => {
    event.preventDefault();
    if (event.currentTarget === this.#dialog('question')) this.#keepGoing();
    else this.#ask();
  };

  /** A dialog of the merchant's own around the checkout must not take Esc for its own. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#handleCancel(event);
  };

  /** Closed by the browser, which allows a page to refuse that only so often: it comes back, with the question. */
  readonly #handleClose = ({ currentTarget }: Event): void => {
    const dialog = currentTarget as HTMLDialogElement;
    if (!this.#modal.wasClosed(dialog)) return;
    this._isAsking = dialog === this.#dialog('challenge');
    this.requestUpdate();
  };

  /** The bank's page went on to its next page: a good moment to ask the API. What the frame shows is not looked at. */
  readonly #handleLoad = (): void => {
    if (this._isLoaded) this.dispatch({ type: 'woken' });
    this._isLoaded = true;
  };

  readonly #handleViolation = (event: SecurityPolicyViolationEvent): void => {
    const { blockedURI, disposition, effectiveDirective } = event;
    const url = safeUrl(this.currentAction?.url);
    // A policy that only reports has kept nothing out.
    if (!url || disposition !== 'enforce' || !/^(frame|child|default)-src/.test(effectiveDirective)) return;
    const { origin } = URL.canParse(blockedURI) ? new URL(blockedURI) : { origin: '' };
    // The page that is asked for, or one that it leads on to, mostly the issuer's: nobody else's frame is under way then.
    if ((origin !== new URL(url).origin && !this._isOpen && !this._isInline) || this._isBlocked) return;
    this._isBlocked = true;
    const told = new CheckoutErrorEvent({
      kind: 'integration',
      code: 'csp_blocked',
      message: `The page’s Content-Security-Policy forbids the bank’s page (${effectiveDirective}).`,
      hint: `Add ${origin} to the frame-src directive.`,
      retryable: false,
    });
    this.dispatchEvent(told);
  };
}

/** A press on what is around the sheet changes nothing, the focus included. */
const keepFocus = (event: Event): void => {
  if (event.target === event.currentTarget) event.preventDefault();
};

/** Our dialog is larger than one of the merchant's around it, which may take a press beside itself for "close". */
const keepInside = (event: Event): void => {
  event.stopPropagation();
};

const CROSS = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M6 6l12 12M18 6L6 18" />
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'three-d-secure': ThreeDSecureElement;
  }
}
