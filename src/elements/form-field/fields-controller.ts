import type { LitElement, ReactiveController } from 'lit';
import type { Draft } from '../../core/draft.js';
import type { ElementStore } from '../element-store.js';
import { fieldError, type FieldSpec } from './field-spec.js';

/**
 * Ties native inputs in an element's shadow root to the draft: keeps what is typed, judges a field when it is left,
 * shows a value the way people write it while nobody types in it. It owns no markup; see `renderField`.
 */
export class FieldsController implements ReactiveController {
  readonly #host: LitElement;
  readonly #store: ElementStore;
  #specs: readonly FieldSpec[] = [];
  #draft: Draft | undefined;
  #unregister: (() => void)[] = [];
  #editing: string | undefined;

  constructor(host: LitElement, store: ElementStore) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  /** Sets the fields that are asked now, in the order of the page. Meant for every update. */
  set(specs: readonly FieldSpec[]): void {
    const { draft } = this.#store.current;
    const names = (list: readonly FieldSpec[]): string => list.map(({ name }) => name).join('\n');
    const isSame = draft === this.#draft && names(specs) === names(this.#specs);
    this.#specs = specs;
    for (const { name, initial } of specs) if (initial && !draft.get(name)) draft.set(name, initial);
    if (isSame) return;
    this.#leave();
    this.#draft = draft;
    // Registered anew as a whole, because the draft takes the first wrong one in this order.
    this.#unregister = specs.map(({ name }) =>
      draft.register({ name, validate: (value) => this.#judge(name, value), focus: () => this.focus(name) }),
    );
  }

  value(name: string): string {
    return this.#store.current.draft.get(name);
  }

  error(name: string): string | undefined {
    return this.#store.current.draft.error(name);
  }

  isEditing(name: string): boolean {
    return this.#editing === name;
  }

  focus(name: string): void {
    this.#host.shadowRoot?.getElementById(name)?.focus();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  readonly handleInput = (event: Event): void => {
    const control = controlOf(event);
    const spec = control && this.#spec(control.id);
    if (!spec) return;
    const typed = control instanceof HTMLInputElement && control.type === 'checkbox' ? `${control.checked || ''}` : control.value;
    this.#store.current.draft.set(spec.name, spec.toValue?.(typed) ?? typed);
  };

  readonly handleFocusIn = (event: Event): void => {
    this.#editing = controlOf(event)?.id;
  };

  readonly handleFocusOut = (event: Event): void => {
    const name = controlOf(event)?.id;
    this.#editing = undefined;
    this.#host.requestUpdate();
    // A field that was only passed through is not scolded for being empty; submitting is the time for that.
    if (name === undefined || (!this.value(name).trim() && !this.error(name))) return;
    afterPress(() => {
      if (this.#host.isConnected) this.#store.current.draft.check(name);
    });
  };

  /** Enter pays, from a text field only: in a list it picks. */
  readonly handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
    const control = controlOf(event);
    if (!(control instanceof HTMLInputElement) || control.type === 'checkbox' || control.type === 'radio') return;
    event.preventDefault();
    this.#host.dispatchEvent(new Event('checkout-submit-request', { bubbles: true, composed: true }));
  };

  #spec(name: string): FieldSpec | undefined {
    return this.#specs.find((spec) => spec.name === name);
  }

  /** A form that is kept but hidden (another method is picked) holds nobody up. */
  #judge(name: string, value: string): string | undefined {
    const spec = this.#spec(name);
    return spec && !this.#host.hidden ? fieldError(spec, value) : undefined;
  }

  #leave(): void {
    for (const unregister of this.#unregister) unregister();
    this.#unregister = [];
    this.#draft = undefined;
    this.#editing = undefined;
  }
}

type Control = HTMLInputElement | HTMLSelectElement;

const controlOf = ({ target }: Event): Control | undefined =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target : undefined;

/**
 * Waits for the end of a press that took the focus away: an error that opens under the pointer moves the button that
 * is being pressed, and the click is lost.
 */
function afterPress(act: () => void): void {
  if (!document.documentElement.matches(':active')) {
    act();
    return;
  }
  const later = (): void => {
    setTimeout(act);
  };
  addEventListener('pointerup', later, { once: true, capture: true });
}
