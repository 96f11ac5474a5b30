import { deepAll, find, waitFor } from './deep.js';
import type { CheckoutSessionElement } from '../../src/elements/checkout-session/checkout-session.js';

/*
 * What a shopper does in a story that rests behind the first screen. Enough of a hand for a story: that a mouse and a
 * keyboard work is what the product's own tests are for.
 */

/** Picks a method by its id. */
export async function pick(canvas: ParentNode, methodId: string): Promise<void> {
  (await find<HTMLInputElement>(canvas, `input[name="method"][value="${methodId}"]`)).click();
}

/** Presses what matches, as soon as it is there. */
export async function press(canvas: ParentNode, selector: string): Promise<void> {
  (await find(canvas, selector)).click();
}

export const pressPay = async (canvas: ParentNode): Promise<void> => {
  const button = await find(canvas, 'pay-button');
  await press(button.shadowRoot ?? canvas, '[part="button"]');
};

/** Types into a field, and leaves it. */
export async function type(canvas: ParentNode, selector: string, text: string): Promise<void> {
  enter(await find<HTMLInputElement>(canvas, selector), text);
}

/** Chooses from a list. */
export async function choose(canvas: ParentNode, selector: string, value: string): Promise<void> {
  const list = await find<HTMLSelectElement>(canvas, selector);
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

function enter(input: HTMLInputElement, text: string): void {
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  input.blur();
}

/** The card frame's document once it can be typed in: a story's frame is on the page's own origin. */
export async function cardFrame(canvas: ParentNode): Promise<Document> {
  showUnscaled();
  return waitFor('card frame', () => {
    const frames = deepAll<HTMLIFrameElement>(canvas, 'card-form iframe, iframe');
    const inner = frames
      .map(({ contentDocument }) => contentDocument)
      .find((one) => one?.getElementById('cc-number'));
    return inner;
  });
}

/** The tests' runner shrinks a story to fit its window, and a card frame that is shrunk does not count as seen. */
export function showUnscaled(): void {
  if (!('__vitest_browser__' in globalThis)) return;
  for (let frame = window.frameElement; frame; frame = frame.parentElement)
    (frame as HTMLElement).style.transform = 'none';
}

/** Types a card into the card frame. */
export async function typeCard(canvas: ParentNode, number = '4242424242424242'): Promise<void> {
  const frame = await cardFrame(canvas);
  const card = { 'cc-number': number, 'cc-exp': '12/34', 'cc-csc': '123', 'cc-name': 'ANA LIMA' };
  for (const [id, text] of Object.entries(card)) {
    const input = frame.getElementById(id);
    if (input) enter(input as HTMLInputElement, text);
  }
}

/** Lets the checkout come to a status. */
export async function until(canvas: ParentNode, status: string): Promise<CheckoutSessionElement> {
  return waitFor(status, () =>
    deepAll<CheckoutSessionElement>(canvas, 'checkout-session').find(({ state }) => state.status === status),
  );
}
