/** What the product calls of Stripe.js: enough to have its fields' place drawn, with no network and no account. */
class StandInFields {
  readonly #listeners = new Map<string, () => void>();
  #box: HTMLElement | undefined;

  on(event: string, listener: () => void): void {
    this.#listeners.set(event, listener);
  }

  mount(place: HTMLElement): void {
    const box = document.createElement('p');
    box.textContent = 'Stripe’s own fields stand here.';
    box.style.cssText = 'margin:0;padding:40px 16px;border:1px dashed;border-radius:10px;text-align:center';
    place.append(box);
    this.#box = box;
    queueMicrotask(() => this.#listeners.get('ready')?.());
  }

  update(): void {
    // Nothing of its look can change.
  }

  unmount(): void {
    this.#box?.remove();
  }

  destroy(): void {
    this.unmount();
  }
}

const elements = {
  create: () => new StandInFields(),
  update: () => Promise.resolve(),
  submit: () => Promise.resolve({ error: { type: 'validation_error', code: 'incomplete_number' } }),
};

/** Puts it where Stripe.js would be; the product then fetches none. */
export function standInForStripe(): void {
  const Stripe = (): object => ({
    elements: () => elements,
    handleNextAction: () => new Promise(() => undefined),
    _registerWrapper: () => undefined,
    registerAppInfo: () => undefined,
  });
  Object.assign(window, { Stripe: Object.assign(Stripe, { version: 'stand-in' }) });
}
