import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { CountdownController } from '../../controllers/countdown-controller.js';
import type { I18n } from '../../i18n/create-i18n.js';

/** The button that asks for a prompt or code again: there only when the server allows it, and from when. */
export class ResendController {
  readonly #countdown: CountdownController;
  readonly #request: () => void;
  /** The moment that was asked at: a new one from the server means that it was heard. */
  #askedAt: number | undefined;
  #resendAfter: number | undefined;

  constructor(host: ReactiveControllerHost, now: () => number, request: () => void) {
    this.#countdown = new CountdownController(host, now);
    this.#request = request;
  }

  /** @param resendAfter milliseconds since the epoch; without it nothing is offered */
  set(resendAfter: number | undefined, isRefused: boolean): void {
    this.#resendAfter = resendAfter;
    this.#countdown.endsAt = resendAfter;
    if (isRefused || resendAfter !== this.#askedAt) this.#askedAt = undefined;
  }

  render(i18n: I18n, label: string): TemplateResult | typeof nothing {
    const { leftMs } = this.#countdown;
    if (leftMs === undefined) return nothing;
    if (leftMs > 0)
      return html`<span class="muted small"
        >${i18n.t('action.resendIn', { time: this.#countdown.text })}</span
      >`;
    const isAsked = this.#askedAt !== undefined;
    return html`<button type="button" class="secondary" ?disabled=${isAsked} @click=${this.#ask}>
      ${isAsked ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${label}
    </button>`;
  }

  readonly #ask = (): void => {
    // Two presses may come before the button is drawn anew.
    if (this.#askedAt !== undefined) return;
    this.#askedAt = this.#resendAfter;
    this.#request();
  };
}
