import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openCheckout } from './open-checkout.js';

const elementsIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((each) => [
    each,
    ...(each.shadowRoot ? elementsIn(each.shadowRoot) : []),
  ]);

/** A checkout whose session says this of the merchant's looks, as any API may. */
async function openBranded(branding: Readonly<Record<string, unknown>>) {
  const { element } = openCheckout({
    prepare(checkout, sandbox) {
      checkout.fetch = async (url, init) => {
        const response = await sandbox.fetch(url, init);
        const session = (await response.json()) as object;
        return new Response(JSON.stringify({ ...session, branding }), response);
      };
    },
  });
  await expect.element(page.getByRole('button', { name: /^Pay/ })).toBeVisible();
  return element;
}

test('the session’s colour is the accent, and the merchant’s own style goes before it', async () => {
  const element = await openBranded({ primaryColor: '#0A7D3C' });
  const pay = page.getByRole('button', { name: /^Pay/ }).element();
  element.style.setProperty('--checkout-duration', '0s');
  expect(getComputedStyle(pay).backgroundColor).toMatch(/^color\(srgb 0\.039\d* 0\.490\d* 0\.235\d*\)$/);
  element.style.setProperty('--checkout-color-accent', '#ff0000');
  expect(getComputedStyle(pay).backgroundColor).toBe('color(srgb 1 0 0)');
});

test.each([
  'red',
  '#fff',
  '#12345',
  '#1234567',
  '#12345g',
  ' #123456',
  '#123456;background:url(https://evil.example)',
  'url(https://evil.example/x.png)',
  'expression(alert(1))',
  'var(--checkout-color-text)',
  '#123456\n',
  `#${'a'.repeat(10_000)}`,
  7,
  ['#123456'],
  { toString: '#123456' },
])('a colour that is %j reaches no style', async (primaryColor) => {
  const element = await openBranded({ primaryColor });
  expect(element.getAttribute('style') ?? '').toBe('');
  const pay = page.getByRole('button', { name: /^Pay/ }).element();
  // Our own accent.
  expect(getComputedStyle(pay).backgroundColor).toMatch(/^color\(srgb 0\.231\d* 0\.298\d* 0\.792\d*\)$/);
});

test.each([
  'http://shop.example/logo.svg',
  'javascript:alert(1)',
  'data:image/svg+xml,<svg onload="alert(1)"/>',
  '//shop.example/logo.svg',
  'https://user:secret@shop.example/logo.svg',
  7,
])('a logo at %j is not shown', async (logoUrl) => {
  const element = await openBranded({ logoUrl, name: 'Café' });
  const pictures = elementsIn(element.shadowRoot as ShadowRoot).filter((each) => each.matches('img'));
  expect(pictures.map((each) => each.getAttribute('src'))).toEqual([]);
});
