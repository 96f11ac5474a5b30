import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { CountdownController } from '../../controllers/countdown-controller.js';
import type { I18n } from '../../i18n/create-i18n.js';

/** The button that asks for a prompt or code again: there only when the server allows it, and from when. */
export class ResendController {
  readonly #countdown: CountdownController;
  readonly #request: () => void;
  #isAsking = false;

  constructor(host: ReactiveControllerHost, now: () => number, request: () => void) {
    this.#countdown = new CountdownController(host, now);
    this.#request = request;
  }

  /**
   * @param resendAfter milliseconds since the epoch; without it nothing is offered
   * @param isAsking whether the server has not answered yet
   */
  set(resendAfter: number | undefined, isAsking: boolean): void {
    this.#countdown.endsAt = resendAfter;
    this.#isAsking = isAsking;
  }

  render(i18n: I18n, label: string): TemplateResult | typeof nothing {
    const { leftMs, text: time } = this.#countdown;
    if (leftMs === undefined) return nothing;
    const later = i18n.t('action.resendIn', { time });
    // The button comes where the time stood, and moves nothing.
    if (leftMs > 0) return html`<span class="later secondary">${inRoom(later, label)}</span>`;
    const isAsking = this.#isAsking;
    return html`<button
      type="button"
      class="secondary"
      part="secondary-button"
      ?disabled=${isAsking}
      @click=${this.#request}
    >
      ${isAsking ? html`<span class="spinner" aria-hidden="true"></span>` : nothing}${inRoom(label, later)}
    </button>`;
  }
}

/** Words in the room of the larger of the two that stand here in turn. */
const inRoom = (text: string, other: string): TemplateResult =>
  html`<span class="room" data-room=${other}><span>${text}</span></span>`;
