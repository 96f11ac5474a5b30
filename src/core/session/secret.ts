/**
 * A value that one script needs and nobody is to come across: it is in no JSON, no copy and no log of the state that
 * holds it. No lock: who asks for it gets it.
 */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }
}
