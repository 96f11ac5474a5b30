import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Opens and closes an element's modal dialogs, and keeps where the page was scrolled to. A dialog that is open but not
 * drawn would make the page dead for no visible reason: while the element is hidden its dialogs are closed.
 */
export class ModalController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** Those that we opened and did not close. */
  readonly #shown = new Set<HTMLDialogElement>();
  #resize: ResizeObserver | undefined;
  #scroll: readonly [number, number] | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#resize = new ResizeObserver(() => {
      if (this.#isDrawn()) this.#host.requestUpdate();
      else this.#closeAll();
    });
    this.#resize.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resize?.disconnect();
    this.#closeAll();
  }

  /** Opens a dialog and puts the focus on a part of it. `false`: it cannot be opened here. */
  show(dialog: HTMLDialogElement | null, focus: string): boolean {
    // One that the browser has closed comes back when its `close` event was heard.
    if (!dialog || dialog.open || this.#shown.has(dialog) || !this.#isDrawn()) return true;
    try {
      this.#scroll ??= [scrollX, scrollY];
      dialog.showModal();
    } catch {
      return false;
    }
    this.#shown.add(dialog);
    dialog.querySelector<HTMLElement>(focus)?.focus();
    return true;
  }

  /** Closes a dialog that is open; what had the focus before has it again. */
  close(dialog: HTMLDialogElement | null): void {
    if (!dialog?.open) return;
    this.#shown.delete(dialog);
    dialog.close();
    if (this.#shown.size > 0 || !this.#scroll) return;
    const [left, top] = this.#scroll;
    this.#scroll = undefined;
    if (left !== scrollX || top !== scrollY) scrollTo({ left, top, behavior: 'instant' });
  }

  /** Whether the browser has closed a dialog, and not we. */
  wasClosed(dialog: HTMLDialogElement): boolean {
    return !dialog.open && this.#shown.delete(dialog);
  }

  #closeAll(): void {
    for (const dialog of [...this.#shown].reverse()) this.close(dialog);
  }

  /** A closed dialog is never drawn: what stands behind it tells. */
  #isDrawn(): boolean {
    const page = this.#host.shadowRoot?.querySelector('.behind');
    return (page?.getClientRects().length ?? 0) > 0;
  }
}
