import { html, nothing, type TemplateResult } from 'lit';
import { countriesOfNetworks } from '../../core/validation/mobile-networks.js';
import { buttonsStyles } from '../../theme/buttons.styles.js';
import { tokensStyles } from '../../theme/tokens.styles.js';
import { ActionElement } from '../action-screen/action-element.js';
import { actionScreenStyles } from '../action-screen/action-screen.styles.js';
import { LeaveWatch } from '../action-screen/leave-watch.js';
import { resendStyles } from '../action-screen/resend-controller.styles.js';
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
 * @csspart title - the heading
 * @csspart message - the sentence below the heading
 * @csspart steps - what to do, step by step
 * @csspart ways - the ways on and out
 * @csspart facts - what is paid, to whom and until when
 * @csspart waiting - that it is being waited for
 * @csspart alert - a notice
 * @csspart link - a button that looks like a link
 * @csspart countdown - the time that is left
 * @csspart secondary-button - a button of less weight
 */
export class MobileMoneyPromptElement extends ActionElement<'phone_prompt'> {
  static override readonly styles = [
    tokensStyles,
    buttonsStyles,
    actionScreenStyles,
    resendStyles,
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
    this.#resend.set(action?.resendAfter, this.asking === 'resend');
  }

  protected override render(): unknown {
    const action = this.currentAction;
    if (!action) return nothing;
    const { i18n, amount } = this;
    const network = networkName(action.network);
    const countries = countriesOfNetworks([action.network], this.currentPayment?.currency);
    const phone = action.phone && isolate(formatMobileNumber(action.phone, countries));
    return html`<div class="screen">
      <h2 part="title">${i18n.t('phone.title')}</h2>
      <p part="message">${i18n.t(phone ? 'phone.sent' : 'phone.sentThere', { amount, phone })}</p>
      ${this.renderFacts()} ${this.#renderWaiting(network)}
      ${
        action.fallback === undefined
          ? nothing
          : html`<p class="muted small">${this.#fallback(action.fallback)}</p>`
      }
      ${this.renderFailure(this.#leaving.wasRefused ? i18n.t('action.kept') : undefined)}
      <div class="ways" part="ways">
        ${this.#resend.render(i18n, i18n.t('phone.resend'))} ${this.renderLeave(i18n.t('phone.change'))}
      </div>
    </div>`;
  }

  /** Where the steps stood stands what to know once they can no longer be taken: nothing moves when the time is over. */
  #renderWaiting(network: string): TemplateResult {
    const { i18n } = this;
    const isOver = this.countdown.leftMs === 0;
    const over = i18n.t('phone.over', { network });
    return html`<div class="card">
      <p class="waiting" part="waiting"><span class="phone">${PHONE}</span>${i18n.t('phone.waiting')}</p>
      <div class="room" data-room=${over}>
        <ol part="steps" class=${isOver ? 'steps gone' : 'steps'}>
          <li>${i18n.t('phone.step1')}</li>
          <li>${i18n.t('phone.step2', { network })}</li>
          <li>${i18n.t('phone.step3')}</li>
        </ol>
        <div role="status">${isOver ? html`<p class="over">${over}</p>` : nothing}</div>
      </div>
    </div>`;
  }

  /** A bare code is dialled; anything else is the provider's own sentence. */
  #fallback(fallback: string): string {
    return isDialled(fallback) ? this.i18n.t('phone.dial', { code: isolate(fallback) }) : fallback;
  }
}

const PHONE = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M8 2.5h8a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM11 18h2" />
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'mobile-money-prompt': MobileMoneyPromptElement;
  }
}
