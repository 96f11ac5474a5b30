/** A place in the page's own tree that is shown inside an element, however many shadow roots lie between. */
export interface LightSlot {
  readonly container: HTMLElement;
  remove(): void;
}

/**
 * Stripe's fields refuse a shadow root. `host` has `<slot name=…>` in its own; the fields stand in a child of the
 * outermost host, and every host between hands the slot on: a `<slot>` that is itself slotted.
 *
 * A child with a `slot` is never taken for a composition of the merchant's. What stands in between is only added to, and
 * all that was added is taken away again.
 */
export function openLightSlot(host: HTMLElement, name: string): LightSlot {
  const added: HTMLElement[] = [];
  const add = (tag: 'slot' | 'div', to: HTMLElement): HTMLElement => {
    const element = document.createElement(tag);
    element.slot = name;
    if (tag === 'slot') element.setAttribute('name', name);
    to.append(element);
    added.push(element);
    return element;
  };
  let outer = host;
  for (let root = outer.getRootNode(); root !== document; root = outer.getRootNode()) {
    const next = (root as Partial<ShadowRoot>).host as HTMLElement | undefined;
    if (!next) break;
    add('slot', outer);
    outer = next;
  }
  return {
    container: add('div', outer),
    remove() {
      for (const element of added) element.remove();
    },
  };
}
