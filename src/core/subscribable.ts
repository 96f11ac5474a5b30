/** A list of listeners that survives a listener which throws or unsubscribes while it is called. */
export class Subscribable<T> {
  readonly #listeners = new Set<(value: T) => void>();

  subscribe(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** One listener's fault is reported as an uncaught error and never reaches the payment (P-26). */
  notify(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (fault) {
        reportError(fault);
      }
    }
  }
}
