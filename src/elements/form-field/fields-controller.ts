import type { LitElement, ReactiveController } from 'lit';
import type { CheckoutController } from '../../controllers/checkout-controller.js';
import { Draft } from '../../core/draft.js';
import type { Failure } from '../../core/session/session.js';
import { fieldError, shortName, type FieldSpec } from './field-spec.js';

/**
 * Ties native inputs in an element's shadow root to the draft: keeps what is typed, judges a field when it is left,
 * shows a value the way people write it while nobody types in it. It owns no markup; see `renderField`.
 */
export class FieldsController implements ReactiveController {
  readonly #host: LitElement;
  readonly #checkout: CheckoutController;
  #own: Draft | undefined;
  #specs: readonly FieldSpec[] = [];
  #draft: Draft | undefined;
  #unregister: (() => void)[] = [];
  #editing: string | undefined;
  #toldFailure: Failure | undefined;

  constructor(host: LitElement, checkout: CheckoutController) {
    this.#host = host;
    this.#checkout = checkout;
    host.addController(this);
  }

  /** The checkout's draft, or one of its own where the element stands alone. */
  get draft(): Draft {
    return this.#checkout.store?.draft ?? (this.#own ??= this.#createOwn());
  }

  /** Sets the fields that are asked now, in the order of the page. Meant for every update. */
  set(specs: readonly FieldSpec[]): void {
    const { draft } = this;
    const names = (list: readonly FieldSpec[]): string => list.map(({ name }) => name).join('\n');
    const isSame = draft === this.#draft && names(specs) === names(this.#specs);
    // An error leaves with its field; a field that stays is judged anew, whatever comes or goes beside it.
    const told = isSame ? [] : specs.filter(({ name }) => draft.error(name));
    this.#specs = specs;
    if (!isSame) this.#register(draft);
    for (const { name } of told) draft.check(name);
    this.#showRefusal();
  }

  #register(draft: Draft): void {
    const specs = this.#specs;
    this.#leave();
    this.#draft = draft;
    for (const { name, initial, answered } of specs) {
      if (answered && !draft.has(name)) draft.set(name, answered);
      if (initial && !draft.get(name)) draft.set(name, initial);
    }
    // Registered anew as a whole, because the draft takes the first wrong one in this order.
    this.#unregister = specs.map(({ name }) =>
      draft.register({
        name,
        validate: (value) => this.#judge(name, value),
        focus: () => {
          this.focus(name);
        },
        top: () => this.#host.shadowRoot?.getElementById(name)?.getBoundingClientRect().top ?? 0,
      }),
    );
  }

  error(name: string): string | undefined {
    return this.draft.error(name);
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

  /** What the controls show is what the draft holds, except in the one that is being typed in. */
  hostUpdated(): void {
    for (const control of this.#host.renderRoot.querySelectorAll<Control>('[data-field]')) {
      const name = nameOf(control);
      const value = this.draft.get(name);
      if (isInput(control, 'radio')) control.checked = control.value === value;
      else if (isInput(control, 'checkbox')) control.checked = value === 'true';
      else if (name !== this.#editing) {
        const text = this.#spec(name)?.toText?.(value) ?? value;
        if (control.value !== text) control.value = text;
      }
    }
  }

  readonly handleInput = (event: Event): void => {
    const control = controlOf(event);
    const spec = control && this.#spec(nameOf(control));
    if (!spec) return;
    const typed = !isInput(control, 'checkbox') ? control.value : control.checked ? 'true' : '';
    this.draft.set(spec.name, spec.toValue?.(typed) ?? typed);
  };

  readonly handleFocusIn = (event: Event): void => {
    const control = controlOf(event);
    this.#editing = control && nameOf(control);
  };

  readonly handleFocusOut = (event: Event): void => {
    const control = controlOf(event);
    if (!control) return;
    const name = nameOf(control);
    this.#editing = undefined;
    this.#host.requestUpdate();
    // A field that was only passed through is not scolded for being empty; submitting is the time for that.
    if (!this.draft.get(name).trim() && !this.error(name)) return;
    afterPress(() => {
      if (this.#host.isConnected) this.draft.check(name);
    });
  };

  /** Enter pays, from a text field only: in a list it picks. */
  readonly handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || event.repeat) return;
    const control = controlOf(event);
    if (!control || !isInput(control) || isInput(control, 'radio') || isInput(control, 'checkbox')) return;
    event.preventDefault();
    this.#host.dispatchEvent(new Event('checkout-submit-request', { bubbles: true, composed: true }));
  };

  #createOwn(): Draft {
    const own = new Draft();
    own.subscribe(() => {
      this.#host.requestUpdate();
    });
    return own;
  }

  /** The server may have named the member it did not take: `details.phone` is our `phone`. */
  #showRefusal(): void {
    const { state } = this.#checkout;
    const failure = state.status === 'ready' ? state.failure : undefined;
    if (failure === this.#toldFailure) return;
    this.#toldFailure = failure;
    const refused =
      failure?.param && this.#specs.find(({ name }) => shortName(name) === shortName(failure.param));
    if (refused) this.draft.refuse(refused.name, 'refused');
    for (const { name, refusal } of this.#specs)
      if (refusal && refusal[0] === failure?.code) this.draft.refuse(name, refusal[1]);
  }

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

const isInput = (control: Control, type?: 'radio' | 'checkbox'): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (type === undefined || control.type === type);

/** The draft's name of what a control holds. */
const nameOf = (control: Control): string => control.dataset['field'] ?? '';

/**
 * Waits for the end of a press that took the focus away: an error that opens under the pointer moves the button that
 * is being pressed, and the click is lost.
 */
function afterPress(act: () => void): void {
  const later = (): void => {
    setTimeout(act);
  };
  // In Firefox nothing is pressed yet while the focus goes.
  setTimeout(() => {
    if (document.documentElement.matches(':active'))
      addEventListener('pointerup', later, { once: true, capture: true });
    else act();
  });
}
