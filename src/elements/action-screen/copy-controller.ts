import type { LitElement, ReactiveController } from 'lit';

/** How the last copy went; `selected`: the browser refused, and the shopper has to press the keys. */
export type CopyResult = 'none' | 'copied' | 'selected';

const SHOWN_MS = 4_000;

/** Copies the text of a read-only field, by whatever means the browser grants. */
export class CopyController implements ReactiveController {
  readonly #host: LitElement;
  readonly #fieldId: string;
  #result: CopyResult = 'none';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param fieldId id of a read-only `input` or `textarea` in the host's shadow root that holds the text */
  constructor(host: LitElement, fieldId: string) {
    this.#host = host;
    this.#fieldId = fieldId;
    host.addController(this);
  }

  get result(): CopyResult {
    return this.#result;
  }

  /** Call it from the shopper's own click. `text` is copied; the field is what is selected where that is refused. */
  async copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#show('copied');
    } catch {
      // No clipboard: an insecure page, a frame without the permission, or a shopper who said no.
      this.#show(this.#copySelected() ? 'copied' : 'selected');
    }
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#result = 'none';
  }

  #copySelected(): boolean {
    const field = this.#host.shadowRoot?.getElementById(this.#fieldId) as HTMLTextAreaElement | null;
    field?.focus();
    field?.select();
    // The old way, and the only one left on pages without the Clipboard API.
    return document.execCommand('copy');
  }

  #show(result: CopyResult): void {
    clearTimeout(this.#timer);
    this.#result = result;
    this.#host.requestUpdate();
    if (result !== 'copied') return;
    this.#timer = setTimeout(() => {
      this.#show('none');
    }, SHOWN_MS);
  }
}
