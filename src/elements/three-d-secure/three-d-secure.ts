import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { safeUrl } from '../../core/navigation.js';
import { CheckoutErrorEvent } from '../../events.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { threeDSecureStyles } from './three-d-secure.styles.js';

/**
 * The bank's challenge in a frame, and a link to it for when the frame stays empty. How it ended is never taken from
 * the frame: the API is asked.
 *
 * @summary 3-D Secure challenge
 * @tag three-d-secure
 * @fires {CheckoutErrorEvent} checkout-error - the page's policy forbids the frame (`csp_blocked`), or its address is
 *   not safe to load (`action_url_invalid`)
 * @csspart frame - the bank's page
 */
export class ThreeDSecureElement extends ActionElement<'three_d_secure'> {
  static override readonly styles = [tokensStyles, buttonsStyles, actionScreenStyles, threeDSecureStyles];

  protected override readonly actionType = 'three_d_secure';

  @state() private _isBlocked = false;

  #listening: AbortController | undefined;

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

  protected override updated(_changed: PropertyValues): void {
    const url = this.currentAction?.url;
    if (url !== undefined && safeUrl(url) === undefined)
      this.reportBroken('action_url_invalid', 'The 3-D Secure URL is not an absolute https URL.', url);
  }

  protected override render(): unknown {
    const { i18n, amount } = this;
    if (!this.currentAction) return nothing;
    const url = safeUrl(this.currentAction.url);
    if (url === undefined)
      return this.renderBroken(
        i18n.t('action.brokenTitle'),
        i18n.t('action.broken'),
        i18n.t('checkout.another'),
      );
    return html`<div class="screen">
      <h2>${i18n.t('challenge.title')}</h2>
      <p>${i18n.t('challenge.text', { amount })}</p>
      ${this.renderFailure()} ${this._isBlocked ? nothing : this.#renderFrame(url)}
      <div class="ways">
        <a class=${this._isBlocked ? 'primary' : ''} href=${url} target="_blank" rel="noopener noreferrer"
          >${i18n.t('challenge.open')}<span class="sr"> (${i18n.t('action.newTab')})</span></a
        >
        ${this.renderLeave(i18n.t('checkout.another'))}
      </div>
    </div>`;
  }

  /** A page that is isolated from other origins may show one that does not ask for it, but without its cookies. */
  #renderFrame(url: string): TemplateResult {
    return html`<iframe
      part="frame"
      title=${this.i18n.t('challenge.frame')}
      sandbox="allow-scripts allow-forms allow-same-origin"
      referrerpolicy="no-referrer"
      ?credentialless=${crossOriginIsolated}
      src=${url}
    ></iframe>`;
  }

  readonly #handleViolation = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent): void => {
    const url = safeUrl(this.currentAction?.url);
    if (!url || !/^(frame|child|default)-src/.test(effectiveDirective)) return;
    const { origin } = new URL(url);
    if (!blockedURI.startsWith(origin) || this._isBlocked) return;
    this._isBlocked = true;
    const event = new CheckoutErrorEvent({
      kind: 'integration',
      code: 'csp_blocked',
      message: `The page’s Content-Security-Policy forbids the bank’s page (${effectiveDirective}).`,
      hint: `Add ${origin} to the frame-src directive.`,
      retryable: false,
    });
    this.dispatchEvent(event);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'three-d-secure': ThreeDSecureElement;
  }
}
