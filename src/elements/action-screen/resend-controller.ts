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
    const { leftMs, text: time } = this.#countdown;
    if (leftMs === undefined) return nothing;
    const later = i18n.t('action.resendIn', { time });
    // The button comes where the time stood, and moves nothing.
    if (leftMs > 0) return html`<span class="later secondary">${inRoom(later, label)}</span>`;
    const isAsked = this.#askedAt !== undefined;
    return html`<button
      type="button"
      class="secondary"
      part="secondary-button"
      ?disabled=${isAsked}
      @click=${this.#ask}
    >
      ${isAsked ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${inRoom(label, later)}
    </button>`;
  }

  readonly #ask = (): void => {
    // Two presses may come before the button is drawn anew.
    if (this.#askedAt !== undefined) return;
    this.#askedAt = this.#resendAfter;
    this.#request();
  };
}

/** Words in the room of the larger of the two that stand here in turn. */
const inRoom = (text: string, other: string): TemplateResult =>
  html`<span class="room" data-room=${other}><span>${text}</span></span>`;
