import { html, nothing, type TemplateResult } from 'lit';
import { countriesOfNetworks } from '../../core/validation/mobile-networks.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { LeaveWatch } from '../action-screen/leave-watch.js';
import { ResendController } from '../action-screen/resend-controller.js';
import { isDialled, isolate } from '../dial-code.js';
import { networkName } from '../method-words.js';
import { formatMobileNumber } from '../mobile-number.js';
import { mobileMoneyPromptStyles } from './mobile-money-prompt.styles.js';

/**
 * The wait for the shopper's approval on their phone: what to do there, how long it lasts, and the ways out. Time that
 * has run out is no failure; only the server says what became of the payment.
 *
 * @summary Approve on the phone
 * @tag mobile-money-prompt
 */
export class MobileMoneyPromptElement extends ActionElement<'phone_prompt'> {
  static override readonly styles = [
    tokensStyles,
    buttonsStyles,
    actionScreenStyles,
    mobileMoneyPromptStyles,
  ];

  protected override readonly actionType = 'phone_prompt';

  readonly #leaving = new LeaveWatch();
  readonly #resend = new ResendController(
    this,
    () => this.serverNow(),
    () => {
      this.dispatch({ type: 'resend_requested' });
    },
  );

  protected override willUpdate(): void {
    this.#leaving.follow(this.checkout.state);
    const action = this.currentAction;
    this.countdown.endsAt = action?.expiresAt;
    this.#resend.set(action?.resendAfter, this.failure !== undefined);
  }

  protected override render(): unknown {
    const action = this.currentAction;
    if (!action) return nothing;
    const { i18n, amount } = this;
    const network = networkName(action.network);
    const countries = countriesOfNetworks([action.network], this.currentPayment?.currency);
    const phone = action.phone && isolate(formatMobileNumber(action.phone, countries));
    return html`<div class="screen">
      <h2>${i18n.t('phone.title')}</h2>
      <p>${i18n.t(phone ? 'phone.sent' : 'phone.sentThere', { amount, phone })}</p>
      <ol class="steps">
        <li>${i18n.t('phone.step1')}</li>
        <li>${i18n.t('phone.step2', { network })}</li>
        <li>${i18n.t('phone.step3')}</li>
      </ol>
      ${this.#renderWaiting(network)}
      ${action.fallback === undefined ? nothing : html`<p>${this.#fallback(action.fallback)}</p>`}
      ${this.renderFailure(this.#leaving.wasRefused ? i18n.t('action.kept') : undefined)}
      <div class="ways">
        ${this.#resend.render(i18n, i18n.t('phone.resend'))} ${this.renderLeave(i18n.t('phone.change'))}
      </div>
    </div>`;
  }

  #renderWaiting(network: string): TemplateResult {
    const { i18n } = this;
    const { leftMs } = this.countdown;
    return html`<div class="waiting">
        <span class="spinner" aria-hidden="true"></span>
        <span>${i18n.t('phone.waiting')}</span>
        ${leftMs ? this.renderTimeLeft() : nothing}
      </div>
      <div role="status">
        ${leftMs === 0 ? html`<p class="notice">${i18n.t('phone.over', { network })}</p>` : nothing}
      </div>`;
  }

  /** A bare code is dialled; anything else is the provider's own sentence. */
  #fallback(fallback: string): string {
    return isDialled(fallback) ? this.i18n.t('phone.dial', { code: isolate(fallback) }) : fallback;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mobile-money-prompt': MobileMoneyPromptElement;
  }
}
