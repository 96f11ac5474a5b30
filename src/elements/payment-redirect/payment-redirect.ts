import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { methodIdOf } from '../../core/machine/state.js';
import { safeUrl } from '../../core/navigation.js';
import { methodRecord } from '../../core/payment-methods/index.js';
import { methodOf } from '../../core/session/methods.js';
import type { PaymentMethod } from '../../core/session/session.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { LeaveWatch } from '../action-screen/leave-watch.js';
import { methodLabel, networkName } from '../method-words.js';

/**
 * The way to a page of the bank, for a shopper who came back from it or whose browser did not go there.
 *
 * @summary Continue at the bank
 * @tag payment-redirect
 * @fires {CheckoutErrorEvent} checkout-error - the address is not safe to follow (`action_url_invalid`)
 * @csspart title - the heading
 * @csspart facts - what is paid, to whom and until when
 * @csspart message - the sentence below the heading
 * @csspart button - the main button
 * @csspart ways - the ways on and out
 * @csspart alert - a notice
 * @csspart link - a button that looks like a link
 */
export class PaymentRedirectElement extends ActionElement<'redirect'> {
  static override readonly styles = [tokensStyles, buttonsStyles, actionScreenStyles];

  protected override readonly actionType = 'redirect';

  readonly #leaving = new LeaveWatch();

  protected override willUpdate(): void {
    this.#leaving.follow(this.checkout.state);
  }

  protected override updated(_changed: PropertyValues): void {
    const url = this.currentAction?.url;
    if (url !== undefined && safeUrl(url) === undefined)
      this.reportBroken('action_url_invalid', 'The redirect URL is not an absolute https URL.', url);
  }

  protected override render(): unknown {
    const { i18n, amount } = this;
    if (!this.currentAction) return nothing;
    if (safeUrl(this.currentAction.url) === undefined)
      return this.renderBroken(
        i18n.t('action.brokenTitle'),
        i18n.t('action.broken'),
        i18n.t('checkout.another'),
      );
    const bank = this.#bank;
    return html`<div class="screen">
      <h2 part="title">${i18n.t('redirect.title', { bank })}</h2>
      <p part="message">${i18n.t('redirect.text', { bank, amount })}</p>
      ${this.renderFacts()} ${this.#renderRefusal()}
      <div class="ways" part="ways">
        <button
          type="button"
          class="primary"
          part="button"
          ?disabled=${this.isLeaving}
          @click=${this.#continue}
        >
          ${i18n.t('redirect.go', { bank })}
        </button>
        ${this.renderLeave(i18n.t('checkout.another'))}
      </div>
    </div>`;
  }

  #renderRefusal(): TemplateResult {
    return this.renderFailure(this.#leaving.wasRefused ? this.i18n.t('action.kept') : undefined);
  }

  /** The method that is being paid with. */
  get #method(): PaymentMethod | undefined {
    const methods = this.session?.paymentMethods ?? [];
    const picked = methodOf(this.session, methodIdOf(this.checkout.state));
    return picked ?? methods.find(({ type }) => type === this.currentPayment?.method);
  }

  /** A method that is nothing but a redirect bears its page's name; a card's label is not where the shopper goes. */
  get #bank(): string {
    const { i18n } = this;
    const method = this.#method;
    const record = methodRecord(method?.type ?? '');
    if (method && record?.form === 'mobile_money') return this.#wallet(method);
    if (!method || record?.form === 'card' || !(method.label ?? method.flow)) return i18n.t('redirect.bank');
    return methodLabel(method, i18n);
  }

  /** The wallet that was picked, as long as the form still knows it. */
  #wallet({ networks = [] }: PaymentMethod): string {
    const picked = this.checkout.store?.draft.get('network') ?? '';
    const [only, ...others] = networks;
    const network = picked || (others.length === 0 ? only : undefined);
    return network ? networkName(network) : this.i18n.t('redirect.wallet');
  }

  readonly #continue = (): void => {
    this.dispatch({ type: 'action_continued' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'payment-redirect': PaymentRedirectElement;
  }
}
