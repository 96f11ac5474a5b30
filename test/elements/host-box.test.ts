import { expect, onTestFinished, test } from 'vitest';
import { openCheckout } from './open-checkout.js';
import { overflowIn } from './overflow.js';

/** What a page does to the box that it puts the checkout into. */
function boxed(style: string, width: number): HTMLElement {
  const box = document.createElement('div');
  box.style.cssText = `${style}; inline-size: ${String(width)}px`;
  document.body.append(box);
  onTestFinished(() => {
    box.remove();
  });
  return box;
}

/** Ways of a page to leave it to the checkout how wide it is. */
const BOXES: readonly (readonly [how: string, box: string, own: string])[] = [
  ['in a row', 'display: flex', ''],
  ['in the middle of a row', 'display: flex; justify-content: center', ''],
  ['in the middle of a column', 'display: flex; flex-direction: column; align-items: center', ''],
  ['in the middle of a grid', 'display: grid; place-items: center', ''],
  ['as wide as its content', 'display: block', 'inline-size: fit-content'],
  ['within a line', 'display: block', 'display: inline-block'],
  ['at a side', 'display: flow-root', 'float: inline-start'],
];

test.each(BOXES)('%s of its page it has a width to be read in', async (_how, style, own) => {
  for (const [width, least] of [
    [320, 320],
    [900, 400],
  ] as const) {
    const { element } = openCheckout({
      prepare: (checkout) => {
        checkout.style.cssText = own;
      },
    });
    const box = boxed(style, width);
    box.append(element);
    await expect.poll(() => element.state.status).toBe('ready');
    expect(element.offsetWidth).toBeGreaterThanOrEqual(least);
    expect(element.offsetWidth).toBeLessThanOrEqual(width);
    expect(overflowIn(element)).toEqual([]);
    element.remove();
  }
});

test('how a page sets its own text is not how the checkout is set', async () => {
  const box = boxed('white-space: nowrap; text-indent: 40px; word-break: break-all', 320);
  const { element } = openCheckout();
  box.append(element);
  await expect.poll(() => element.state.status).toBe('ready');
  const { whiteSpace, textIndent, wordBreak } = getComputedStyle(
    element.shadowRoot?.querySelector('[part~="root"]') ?? element,
  );
  expect([whiteSpace, textIndent, wordBreak]).toEqual(['normal', '0px', 'normal']);
  expect(overflowIn(element)).toEqual([]);
});
