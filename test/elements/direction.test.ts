import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openCheckout } from './open-checkout.js';

const root = document.documentElement;

afterEach(() => {
  root.removeAttribute('dir');
});

const radio = page.getByRole('radio', { name: /^Pix/ });

/** Where a row of the methods begins: where its radio button is. */
const sideOfRadio = (): string => {
  const button = radio.element();
  const { left, right } = button.getBoundingClientRect();
  const row = (button.closest('label') as HTMLElement).getBoundingClientRect();
  return left - row.left < row.right - right ? 'left' : 'right';
};

test.each([
  { locale: 'ar', pageRuns: 'ltr', side: 'right' },
  { locale: 'fa', pageRuns: 'ltr', side: 'right' },
  { locale: 'ar', pageRuns: 'rtl', side: 'right' },
  { locale: 'en', pageRuns: 'rtl', side: 'left' },
  { locale: 'ja', pageRuns: 'rtl', side: 'left' },
])(
  'in $locale every row begins on the $side, on a page that runs $pageRuns',
  async ({ locale, pageRuns, side }) => {
    root.dir = pageRuns;
    openCheckout({ attributes: { locale } });
    await expect.element(radio).toBeVisible();
    await expect.poll(() => radio.element().matches(`:lang(${locale})`)).toBe(true);
    await expect.poll(sideOfRadio).toBe(side);
  },
);

test('another language turns the checkout round, and what was picked stays', async () => {
  const { element } = openCheckout();
  await radio.click();
  expect(sideOfRadio()).toBe('left');
  element.locale = 'he';
  await expect.poll(sideOfRadio).toBe('right');
  await expect.element(radio).toBeChecked();
  element.locale = 'en';
  await expect.poll(sideOfRadio).toBe('left');
});
