/**
 * What a driver that cannot do it by itself does inside the page of a test: it finds an element, waits until a hand could
 * reach it, and says where it is. The press itself comes from the driver, so that the page sees a real one.
 */
import { Locator, selectorEngine } from '@vitest/browser/locators';

const INTERVAL_MS = 30;

export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Choice = string | { readonly element: string };

const find = (selector: string): Element => {
  const found = selectorEngine.querySelectorAll(selectorEngine.parseSelector(selector), document);
  if (found.length !== 1) throw new Error(`${String(found.length)} elements are ${selector}`);
  return found[0]!;
};

/** Tries until it does not throw; then, or when the time is over, says what came last. */
async function patiently<T>(timeout: number, attempt: () => Promise<T> | T): Promise<T> {
  const until = performance.now() + timeout;
  for (;;) {
    try {
      return await attempt();
    } catch (fault) {
      if (performance.now() > until) throw fault;
      await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    }
  }
}

const frameTurn = (): Promise<unknown> =>
  // A page that is not painted has no frames.
  new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 100);
  });

const parentOf = (node: Node): Node | null => (node instanceof ShadowRoot ? node.host : node.parentNode);

const contains = (outer: Node, inner: Node | null): boolean => {
  for (let node = inner; node; node = (node as Partial<Element>).assignedSlot ?? parentOf(node))
    if (node === outer) return true;
  return false;
};

/** The element that a press there would reach, whatever shadow roots it is in. */
function reached(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (;;) {
    const deeper = hit?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!deeper || deeper === hit) return hit;
    hit = deeper;
  }
}

function meets(element: Element, hit: Node | null): boolean {
  const label = hit instanceof Element ? hit.closest('label') : null;
  return contains(element, hit) || label?.control === element;
}

/** A press that is under way: things may move between the look at them and the press. */
interface Press {
  isMet: boolean | undefined;
  readonly end: AbortController;
}
let awaited: Press | undefined;
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const;

function mustBeUsable(element: Element): void {
  if (!element.checkVisibility({ visibilityProperty: true })) throw new Error('the element is not visible');
  if (element.matches(':disabled')) throw new Error('the element is disabled');
}

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

const hands = {
  find,

  /** Where the element's middle, or that place of it, is on the test's screen, once it stands still and is not covered. */
  async reach(
    selector: string,
    timeout: number,
    { isForced = false, place }: { readonly isForced?: boolean; readonly place?: Place },
  ): Promise<Place> {
    return patiently(timeout, async () => {
      const element = find(selector);
      mustBeUsable(element);
      element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
      const before = boxOf(element);
      await frameTurn();
      const box = boxOf(element);
      if (before.x !== box.x || before.y !== box.y) throw new Error('the element moves');
      if (box.width === 0 || box.height === 0) throw new Error('the element has no size');
      const [first = box] = element.getClientRects();
      const x = place ? box.x + element.clientLeft + place.x : first.x + first.width / 2;
      const y = place ? box.y + element.clientTop + place.y : first.y + first.height / 2;
      if (isForced) return { x, y };
      const hit = reached(x, y);
      if (!meets(element, hit)) throw new Error(`${hit?.outerHTML.slice(0, 200) ?? 'nothing'} is in the way`);
      return { x, y };
    });
  },

  /** From here on a press on anything else is kept from the page. */
  await(selector: string): void {
    const element = find(selector);
    const press: Press = { isMet: undefined, end: new AbortController() };
    for (const type of PRESSES)
      addEventListener(
        type,
        (event) => {
          press.isMet ??= meets(element, event.composedPath()[0] as Node);
          if (press.isMet) return;
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        { capture: true, signal: press.end.signal },
      );
    awaited = press;
  },

  /** Whether the press has met what it was meant for. Of one into a frame this page is told nothing. */
  async met(): Promise<boolean> {
    await frameTurn();
    const isMet = awaited?.isMet !== false;
    awaited?.end.abort();
    awaited = undefined;
    return isMet;
  },

  async focus(selector: string, timeout: number): Promise<void> {
    await patiently(timeout, () => {
      const element = find(selector) as HTMLElement;
      mustBeUsable(element);
      element.focus();
    });
  },

  /** In place of all that stands there, in one go, as from a keyboard that suggests words. */
  async fill(selector: string, text: string, timeout: number): Promise<void> {
    await patiently(timeout, () => {
      const element = find(selector) as HTMLInputElement;
      mustBeUsable(element);
      if (element.readOnly) throw new Error('the element is read only');
      element.focus();
      element.select();
      hands.insert(text);
    });
  },

  insert(text: string): void {
    if (text === '') document.execCommand('delete');
    else document.execCommand('insertText', false, text);
  },

  /** Options by their value, by what they say, or themselves. */
  async choose(selector: string, values: readonly Choice[], timeout: number): Promise<void> {
    await patiently(timeout, () => {
      const element = find(selector) as HTMLSelectElement;
      mustBeUsable(element);
      const meant = values.map((value) => {
        const option =
          typeof value === 'string'
            ? [...element.options].find((one) => one.value === value || one.label === value)
            : (find(value.element) as HTMLOptionElement);
        if (!option) throw new Error(`there is no option ${JSON.stringify(value)}`);
        return option;
      });
      element.focus();
      for (const option of element.options) option.selected = meant.includes(option);
      element.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    });
  },

  /** Keys go where the focus is: into this frame, where nothing in it has it. */
  takeKeys(): void {
    if (!document.activeElement || document.activeElement === document.body) window.focus();
  },

  selectAll(): void {
    (document.activeElement as Partial<HTMLInputElement> | null)?.select?.();
  },
};

// A locator is handed to the driver as it is written: what it means in a frame is not found from here.
Object.defineProperty(Locator.prototype, Symbol.for('$$vitest:locator-resolved'), { value: true });

export type Hands = typeof hands;
(window as unknown as { testHands: Hands }).testHands = hands;
