import type { LitElement, ReactiveController } from 'lit';
import { loadElement } from '../lazy.js';

/** So soon after a change of screen, the rest of a double click was meant for the screen before. */
const STRAY_CLICK_MS = 1_000;

/**
 * Takes the focus along when the screen changes, so that a keyboard or a screen reader goes on where the checkout goes
 * on. On the first screen, and while the focus is elsewhere on the host page, it leaves the focus alone.
 */
export class ScreenFocus implements ReactiveController {
  readonly #host: LitElement;
  readonly #screen: () => string;
  #shown = '';
  #hadFocus = false;
  #formHadFocus = false;
  #changedAt = -Infinity;
  /** A failed try is told. */
  #isTold = false;

  /** @param screen the tag whose heading begins the screen; empty where there is none yet */
  constructor(host: LitElement, screen: () => string) {
    this.#host = host;
    this.#screen = screen;
    host.addController(this);
    // A double click on "Pay" must not end in a click on "Pay another way" where the new screen has put it.
    host.addEventListener('click', this.#swallowStray, true);
  }

  hostUpdate(): void {
    // Not `:focus-within`, which ends at a modal dialog.
    this.#hadFocus = !!this.#host.shadowRoot?.activeElement || document.activeElement === document.body;
    this.#formHadFocus = this.#find('.form:focus-within') !== null;
  }

  hostUpdated(): void {
    const screen = this.#screen();
    const previous = this.#shown;
    this.#shown = screen;
    // The form is inert while it is being sent: the button that says so is where the focus waits.
    if (this.#formHadFocus && this.#find('.form[inert]')) this.#find('pay-button')?.focus();
    const reason = this.#find('.alert:not(:empty)');
    if (reason && !this.#isTold && previous && this.#hadFocus)
      // The form may be longer than the window: the button they pressed, and before all the reason above it.
      for (const each of [this.#find('pay-button'), reason]) each?.scrollIntoView({ block: 'nearest' });
    this.#isTold = reason !== null;
    if (screen === previous) return;
    this.#changedAt = performance.now();
    if (previous && screen && this.#hadFocus) void this.#focus(screen);
  }

  readonly #swallowStray = (event: MouseEvent): void => {
    if (event.detail < 2 || performance.now() - this.#changedAt > STRAY_CLICK_MS) return;
    event.stopImmediatePropagation();
    event.preventDefault();
  };

  async #focus(tag: string): Promise<void> {
    await loadElement(tag).catch(() => undefined);
    await this.#host.updateComplete;
    // Back at the form to try again: at the button they pressed, with the reason above it in sight.
    const element = this.#find<LitElement>('.alert:not(:empty)+pay-button') ?? this.#find<LitElement>(tag);
    await element?.updateComplete;
    if (this.#shown !== tag) return;
    const heading = (element?.shadowRoot ?? element)?.querySelector('h2');
    heading?.setAttribute('tabindex', '-1');
    (heading ?? element)?.focus();
  }

  #find<T extends HTMLElement>(selector: string): T | null {
    return this.#host.renderRoot.querySelector<T>(selector);
  }
}
