import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/define.js';
import type { CheckoutSession } from '../../src/core/session/session.js';
import { aSession } from '../support/fixtures.js';
import { expectAccessible, openStage, showAlone } from './stage.js';

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

const show = async (over: Partial<CheckoutSession> = {}, properties: object = {}) =>
  showAlone('order-summary', { session: aSession(over), ...properties });

/** The sums as they are read: `Total R$150.00`. */
const sums = (): string[] =>
  page
    .getByRole('term')
    .elements()
    .map((term) => `${term.textContent.trim()} ${term.nextElementSibling?.textContent.trim() ?? ''}`);

describe('the sums', () => {
  const amount = { subtotal: 15000, discount: 0, tax: 0, shipping: 0, total: 15000, paid: 0, due: 15000 };
  test.each([
    ['a lone total says it all', {}, ['Total R$150.00']],
    [
      'everything that makes the total',
      { discount: 1000, tax: 300, shipping: 1500, total: 15800, due: 15800 },
      ['Subtotal R$150.00', 'Discount -R$10.00', 'Shipping R$15.00', 'Taxes R$3.00', 'Total R$158.00'],
    ],
    [
      'what is paid already and what is left',
      { paid: 5000, due: 10000 },
      ['Total R$150.00', 'Already paid -R$50.00', 'Amount due R$100.00'],
    ],
    ['nothing of what is left once all is paid', { paid: 15000, due: 0 }, ['Total R$150.00']],
  ])('show %s', async (_what, over, expected) => {
    const element = await show({ amount: { ...amount, ...over } });
    expect(sums()).toEqual(expected);
    await expectAccessible(element);
  });

  test.each([
    ['pay', { due: 10000, paid: 5000 }, 'Amount to pay', 'R$100.00'],
    ['donate', {}, 'Your donation', 'R$150.00'],
    ['book', {}, 'Your booking', 'R$150.00'],
    ['pay', { due: 0, paid: 15000 }, 'Paid', 'R$150.00'],
    ['donate', { due: 0, paid: 15000 }, 'Your donation', 'R$150.00'],
    ['book', { due: 0, paid: 15000 }, 'Your booking', 'R$150.00'],
  ] as const)('are led by the amount that matters: %s %j', async (submitType, over, title, text) => {
    await show({ submitType, amount: { ...amount, ...over } });
    const heading = page.getByRole('heading', { name: title });
    await expect.element(heading).toBeVisible();
    expect(heading.element().nextElementSibling?.textContent.trim()).toBe(text);
  });
});

describe('the items', () => {
  test('have a name, a description, a sum, and what one costs where there are more', async () => {
    await show({
      items: [
        { name: 'Mug', description: 'Blue', quantity: 3, unitAmount: 2000, totalAmount: 6000 },
        { name: 'Pen', quantity: 1, unitAmount: 500, totalAmount: 500 },
      ],
    });
    const [mug, pen] = page
      .getByRole('listitem')
      .elements()
      // A line break at the end of a block is no engine’s business.
      .map((item) => (item as HTMLElement).innerText.trim().split(/\s*\n\s*/));
    expect(mug).toEqual(['Mug', 'Blue', '3 × R$20.00', 'R$60.00']);
    expect(pen).toEqual(['Pen', 'R$5.00']);
  });

  test.each([
    [
      'a share, by name and rate',
      { name: 'IVA', type: 'percentage', value: '19', amount: 950 },
      'IVA 19% · R$9.50',
    ],
    [
      'a share of less than one',
      { name: 'Fee', type: 'percentage', value: '0.5', amount: 25 },
      'Fee 0.5% · R$0.25',
    ],
    ['a fixed sum', { name: 'Eco fee', type: 'fixed', value: '120', amount: 120 }, 'Eco fee · R$1.20'],
    ['one without a name', { type: 'percentage', value: '10', amount: 500 }, 'Taxes 10% · R$5.00'],
    [
      'a rate in its name, once',
      { name: 'VAT 20%', type: 'percentage', value: '20', amount: 1000 },
      'VAT 20% · R$10.00',
    ],
    [
      'no rate that is no number',
      { name: 'ISS', type: 'percentage', value: 'varies', amount: 50 },
      'ISS · R$0.50',
    ],
    ['a tax of nothing', { name: 'IVA', type: 'percentage', value: '0', amount: 0 }, 'IVA 0% · R$0.00'],
  ] as const)('show their tax: %s', async (_what, tax, text) => {
    const element = await show({
      items: [{ name: 'Mug', quantity: 1, unitAmount: 5000, totalAmount: 5000 + tax.amount, tax }],
    });
    await expect.element(page.getByRole('listitem')).toHaveTextContent(text);
    await expectAccessible(element);
  });

  test.each([
    ['https://cdn.example/mug.png', true],
    ['http://cdn.example/mug.png', false],
    ['javascript:alert(1)', false],
    [PIXEL, false],
    ['https://user:pass@cdn.example/mug.png', false],
  ])('show a picture from %s: %s', async (imageUrl, isShown) => {
    await show({ items: [{ name: 'Mug', imageUrl, quantity: 1, unitAmount: 1, totalAmount: 1 }] });
    expect(
      page
        .getByRole('presentation')
        .elements()
        .some((image) => image instanceof HTMLImageElement),
    ).toBe(isShown);
  });

  test('are text, whatever they hold', async () => {
    await show({
      items: [{ name: '<img src=x onerror=alert(1)>', quantity: 1, unitAmount: 1, totalAmount: 1 }],
    });
    await expect.element(page.getByText('<img src=x onerror=alert(1)>')).toBeVisible();
  });
});

test('where the merchant is not told, nothing stands for it', async () => {
  const element = await show({ merchant: { name: '' }, livemode: true });
  expect(page.getByText('Test mode').query()).toBeNull();
  expect(element.textContent).toBe('');
  await expectAccessible(element);
});

test('collapsible, it opens by keyboard', async () => {
  const element = await show({}, { collapsible: true });
  await expect.element(page.getByText('Coffee')).not.toBeVisible();
  const [summary] = page.getByText('Order summary').elements();
  (summary as HTMLElement).click();
  await expect.element(page.getByText('Coffee')).toBeVisible();
  await expectAccessible(element);
});

test('in a checkout it shows its session, and keeps its place before there is one', async () => {
  const stage = await openStage({ session: { currency: 'BRL', merchant: { name: 'Café do Porto' } } });
  const element = await stage.add('order-summary');
  await expect.element(page.getByText('Café do Porto')).toBeVisible();
  stage.store.stop();
  await element.updateComplete;
  expect(element.renderRoot.textContent.trim()).toBe('');
  expect(element.offsetHeight).toBeGreaterThan(100);
});
