import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { ItemInput } from '../../src/sandbox/index.js';
import { freshPage, violations } from '../support/browser.js';
import { payButton } from '../support/shopper.js';
import { useStack } from '../support/use-stack.js';
import { WAIT_MS } from '../support/wait.js';

const rig = useStack();

const MANY = 5_000;

/** Rows of several heights. */
const items = (count: number): readonly ItemInput[] =>
  Array.from({ length: count }, (_none, index) => ({
    name: `Item ${String(index + 1)}`,
    quantity: 1 + (index % 3),
    unitAmount: 100 + index,
    ...(index % 4 === 0 && {
      description: 'With a line about it that is rather long where a place is narrow',
    }),
  }));

const rows = (page: Page) => page.getByRole('listitem');
/** The places of the rows that are drawn, as a screen reader says them. */
const places = async (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((all) =>
    all.map((row) => `${row.getAttribute('aria-posinset') ?? ''}/${row.getAttribute('aria-setsize') ?? ''}`),
  );

describe('an order of five thousand items', () => {
  test('draws a few rows, is read to its last by keyboard, and is whole on paper', async () => {
    const shown = rig.stack.checkout('native', {
      currency: 'BRL',
      items: items(MANY),
      paymentMethods: ['pix'],
    });
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await payButton(page).waitFor();
    await rows(page).first().waitFor();
    expect(await rows(page).count()).toBeLessThan(60);
    const view = page.getByRole('group', { name: 'Order summary' });
    await view.focus();
    await page.keyboard.press('End');
    await rows(page)
      .filter({ hasText: `Item ${String(MANY)}` })
      .waitFor();
    expect((await places(page)).at(-1)).toBe(`${String(MANY)}/${String(MANY)}`);
    expect(await rows(page).count()).toBeLessThan(60);

    // What a printer is given, and what the screen is left with.
    await page.evaluate(() => {
      const printed: number[] = [];
      const count = (): void => {
        const summary = document
          .querySelector('checkout-session')
          ?.shadowRoot?.querySelector('order-summary');
        const list = summary?.shadowRoot?.querySelector('order-items')?.shadowRoot;
        printed.push(list?.querySelectorAll('[role=listitem]').length ?? -1);
      };
      for (const type of ['beforeprint', 'afterprint']) addEventListener(type, count);
      Object.assign(window, { printed });
    });
    // One page of them is enough to be drawn.
    await page.pdf({ format: 'A4', pageRanges: '1' });
    const [before = 0, after = 0] = await page.evaluate(
      () => (window as unknown as { printed: number[] }).printed,
    );
    expect(before).toBe(MANY);
    expect(after).toBeLessThan(60);
    expect(errors).toEqual([]);
    await context.close();
  });
});

describe('on a small screen with text of twice the size', () => {
  test('nothing runs out of the page, and no picture that failed, was huge or was forbidden leaves a hole', async () => {
    const { stack } = rig;
    const huge = stack.asset(
      'huge.svg',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="9000"><rect width="9000" height="9000"/></svg>',
      'image/svg+xml',
    );
    const shown = stack.checkout(
      'native',
      {
        currency: 'CLP',
        items: [
          { name: 'Failed', unitAmount: 12_345_678, quantity: 12, imageUrl: `${stack.shopUrl}/missing.png` },
          { name: 'Huge', unitAmount: 990, imageUrl: stack.shopUrl + huge },
          { name: 'Forbidden', unitAmount: 990, imageUrl: `${stack.apiUrl}/elsewhere.png` },
          {
            name: 'A-name-without-a-single-space-that-is-wider-than-any-phone-there-is-or-will-be',
            unitAmount: 5000,
            tax: { name: 'IVA', type: 'percentage', value: '19', amount: 950 },
          },
        ],
        amount: { discount: 1_000, shipping: 2_500 },
        paymentMethods: ['bank_redirect'],
      },
      {},
      {
        // Only the shop's own pictures; text as a browser's setting makes it.
        csp: null,
        headers: { 'Content-Security-Policy': "img-src 'self'" },
        before: '<style>html { font-size: 200% }</style>',
      },
    );
    const { page, context, errors } = await freshPage(rig.browser, { viewport: { width: 390, height: 844 } });
    await page.goto(shown.url);
    await payButton(page).waitFor();
    await page.getByText('Order summary').first().click();
    await rows(page).first().waitFor();
    const look = async () =>
      rows(page).evaluateAll((all) =>
        all.map((row) => {
          const image = row.querySelector('img');
          const { width = 0, height = 0 } = image?.getBoundingClientRect() ?? {};
          const box = row.getBoundingClientRect();
          const parts = [...row.querySelectorAll('p, bdi')].map((part) => part.getBoundingClientRect());
          return {
            picture: [width, height],
            inside: parts.every(({ left, right }) => left >= box.left - 1 && right <= box.right + 1),
          };
        }),
      );
    await expect.poll(look, { timeout: WAIT_MS }).toEqual(
      [
        [0, 0],
        [44, 44],
        [0, 0],
        [0, 0],
      ].map((picture) => ({ picture, inside: true })),
    );
    // Every amount is inside of what holds it, that of the button too.
    const outside = async (locator: Locator) =>
      locator.evaluateAll((all) =>
        all.flatMap((amount) => {
          const box = (amount.closest('button') ?? amount.closest('dl'))?.getBoundingClientRect();
          const { left, right } = amount.getBoundingClientRect();
          return box && left >= box.left - 1 && right <= box.right + 1 ? [] : [amount.textContent];
        }),
      );
    expect(await outside(page.getByRole('definition').locator('bdi'))).toEqual([]);
    expect(await outside(payButton(page).locator('bdi'))).toEqual([]);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
    expect((await violations(page)).every((directive) => directive.includes('img-src'))).toBe(true);
    expect(errors).toEqual([]);
    if (process.env['SHOTS'])
      await page.screenshot({ path: `${process.env['SHOTS']}/text-200.png`, fullPage: true });
    await context.close();
  });
});
