import { Subscribable } from './subscribable.js';

/** A control that takes part in the form: how its value is judged and where the shopper is taken when it is wrong. */
export interface DraftField {
  readonly name: string;
  /** Name of what is wrong (a message key below `error`), or `undefined`. Gets the typed text. */
  readonly validate: (value: string) => string | undefined;
  readonly focus: () => void;
  /** Where it stands on the page, counted from the top; without it, where it was registered. */
  readonly top?: () => number;
}

/**
 * What the shopper typed, by field name (`email`, `address.city`, `custom.size`, `phone`). It outlives the controls, so
 * that another method, another language or a fresh session asks nothing twice. Card data is never in it.
 */
export class Draft {
  readonly #values = new Map<string, string>();
  readonly #errors = new Map<string, string>();
  readonly #fields = new Set<DraftField>();
  readonly #changes = new Subscribable<undefined>();

  subscribe(listener: () => void): () => void {
    return this.#changes.subscribe(listener);
  }

  get(name: string): string {
    return this.#values.get(name) ?? '';
  }

  /** Typing never adds an error; it takes one away as soon as the value is right. */
  set(name: string, value: string): void {
    if (this.get(name) === value) return;
    this.#values.set(name, value);
    if (this.#errors.has(name)) this.check(name);
    this.#changes.notify(undefined);
  }

  /** Whether the shopper, or what is known of them, has ever given a value: an emptied field has an empty one. */
  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** As if it had never been asked. */
  forget(name: string): void {
    this.set(name, '');
    this.#values.delete(name);
  }

  error(name: string): string | undefined {
    return this.#errors.get(name);
  }

  /** A fault the server found in a value that looked right. */
  refuse(name: string, error: string): void {
    this.#errors.set(name, error);
    this.#changes.notify(undefined);
  }

  /** Takes a control into the form for as long as it is on the page. */
  register(field: DraftField): () => void {
    this.#fields.add(field);
    return () => {
      this.#fields.delete(field);
      this.#errors.delete(field.name);
    };
  }

  /** Whether a control on the page asks for it now. */
  isAsked(name: string): boolean {
    return [...this.#fields].some((field) => field.name === name);
  }

  /** Judges one value, when its control is left. */
  check(name: string): void {
    for (const field of this.#fields) if (field.name === name) this.#judge(field);
    this.#changes.notify(undefined);
  }

  /** Judges every control; answers the first wrong one in the order of the page. */
  validate(): DraftField | undefined {
    const wrong = [...this.#fields].filter((field) => this.#judge(field) !== undefined);
    this.#changes.notify(undefined);
    return wrong.sort((a, b) => (a.top?.() ?? 0) - (b.top?.() ?? 0))[0];
  }

  /** Typed values whose names begin with `prefix`, without it; empty ones are left out. */
  entries(prefix = ''): Record<string, string> {
    const found: Record<string, string> = Object.create(null) as Record<string, string>;
    for (const [name, value] of this.#values)
      if (name.startsWith(prefix) && value.trim() !== '') found[name.slice(prefix.length)] = value.trim();
    return found;
  }

  clear(): void {
    this.#values.clear();
    this.#errors.clear();
    this.#changes.notify(undefined);
  }

  #judge(field: DraftField): string | undefined {
    const error = field.validate(this.get(field.name));
    if (error === undefined) this.#errors.delete(field.name);
    else this.#errors.set(field.name, error);
    return error;
  }
}

/** Whether all that is known of an address was typed in this checkout: then what was typed is the whole of it. */
export const isTypedAddress = (draft: Draft, known: object): boolean => {
  const parts = Object.keys(known);
  return parts.length > 0 && parts.every((part) => draft.has(`customer.address.${part}`));
};
