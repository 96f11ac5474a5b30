import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openCheckout } from './open-checkout.js';

/** Of each word of the text, on how many lines it stands. */
function linesOfWords(text: Text): readonly number[] {
  return [...text.data.matchAll(/[\uac00-\ud7a3]{2,}/g)].map(({ index, 0: { length } }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + length);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });
}

/** Through every shadow root below. */
function textsIn(node: Node): readonly Text[] {
  if (node instanceof Text) return [node];
  const below = node instanceof Element && node.shadowRoot ? node.shadowRoot : node;
  return [...below.childNodes].flatMap(textsIn);
}

test('no word of a Korean form or screen is parted by the end of a line at 320 px', async () => {
  const { element } = openCheckout({
    session: { currency: 'BRL', paymentMethods: ['pix'], customer: { document: '52998224725' } },
  });
  Object.assign(element.style, { display: 'block', inlineSize: '320px' });
  const words = () => textsIn(element).flatMap(linesOfWords);
  const isParted = (lines: number): boolean => lines > 1;
  await expect.element(page.getByRole('button', { name: /^Pay .*\d/ })).toBeVisible();
  element.locale = 'ko';
  await expect.poll(() => words().length).toBeGreaterThan(10);
  expect(words().filter(isParted)).toEqual([]);

  element.locale = 'en';
  await page.getByRole('button', { name: /^Pay .*\d/ }).click();
  await expect.poll(() => element.state.status).toBe('action_required');
  const screen = () => element.shadowRoot?.querySelector('pix-payment');
  await expect.poll(() => screen()?.shadowRoot?.querySelector('h2')).toBeTruthy();

  element.locale = 'ko';
  await expect.poll(() => words().length).toBeGreaterThan(20);
  expect(words().filter(isParted)).toEqual([]);
});
