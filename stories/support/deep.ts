/** Every element that matches, in the light and in every open shadow root below. */
export function deepAll<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found[] {
  const found: Found[] = [];
  const visit = (node: ParentNode): void => {
    for (const element of node.querySelectorAll('*')) {
      if (element.matches(selector)) found.push(element as Found);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(root);
  return found;
}

/** Takes a box in the page. */
export const isSeen = (element: Element): boolean =>
  element.checkVisibility() && element.getBoundingClientRect().height > 0;

const PATIENCE_MS = 30_000;

/** Asks at every turn of the screen until there is an answer. @throws Error that says what was waited for */
export async function waitFor<Value>(
  what: string | (() => string),
  ask: () => Value | undefined | false | null,
): Promise<Value> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const value = ask();
    if (value !== undefined && value !== false && value !== null) return value;
    if (performance.now() > end)
      throw new Error(`There is still no ${typeof what === 'string' ? what : what()}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The first that matches and can be seen. */
export const find = async <Found extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
): Promise<Found> => waitFor(selector, () => deepAll<Found>(root, selector).find(isSeen));
