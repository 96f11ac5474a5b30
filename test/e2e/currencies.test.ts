import type Axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { freshPage } from '../support/browser.js';
import { payButton } from '../support/shopper.js';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

const list = (page: Page) => page.getByRole('combobox', { name: 'Currency' });
const methods = async (page: Page): Promise<string[]> =>
  page.getByRole('radio').evaluateAll((all) => all.map((radio) => (radio as HTMLInputElement).value));
const picked = async (page: Page): Promise<string> =>
  page.getByRole('radio', { checked: true }).evaluate((radio) => (radio as HTMLInputElement).value);

/** Faults that a machine can find in the page as it stands. */
const faults = async (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const { violations } = await axe.run('checkout-session');
    return violations.map(({ id }) => id);
  });

/** Texts with an amount in them that are not kept apart from the direction of what stands around them. */
const unisolated = async (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = (node: Node, isApart: boolean): void => {
      if (node instanceof Text) {
        if (!isApart && /(CLP|USDC|\$)\s?\d/.test(node.data)) found.push(node.data.trim());
        return;
      }
      if (!(node instanceof Element || node instanceof ShadowRoot)) return;
      // The words of a list's entry are the browser's to draw.
      if (node instanceof HTMLOptionElement || node instanceof HTMLStyleElement) return;
      if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot, isApart);
      const isIsolate =
        node instanceof Element &&
        getComputedStyle(node).unicodeBidi === 'isolate' &&
        node.localName === 'bdi';
      for (const child of node.childNodes) walk(child, isApart || isIsolate);
    };
    const checkout = document.querySelector('checkout-session');
    if (checkout) walk(checkout, false);
    return found;
  });

/** Amounts that no rate would give: they are the API's own, and so is what the rate is called. */
const CASES: readonly (readonly [ProviderId, SessionInput, Record<string, readonly string[]>])[] = [
  [
    'conomy',
    {
      currency: 'CLP',
      items: [{ name: 'Coffee', unitAmount: 12_990 }],
      paymentMethods: [
        { id: 'ETPAY', type: 'bank_redirect', label: 'ETpay' },
        { id: 'KHIPU', type: 'bank_redirect', label: 'Khipu' },
        {
          id: 'KHIPU',
          type: 'bank_redirect',
          label: 'Khipu',
          currency: 'USD',
          amount: 1_451,
          exchangeRate: '0.00109',
        },
        { id: 'CARD', type: 'card', currency: 'USD', amount: 1_399, exchangeRate: '0.00109' },
        {
          id: 'KHIPU',
          type: 'bank_redirect',
          label: 'Khipu',
          currency: 'USDC',
          amount: 1_402,
          exchangeRate: '0.00108',
        },
      ],
    },
    { CLP: ['ETPAY', 'KHIPU'], USD: ['KHIPU:USD', 'CARD:USD'], USDC: ['KHIPU:USDC'] },
  ],
  [
    'native',
    {
      currency: 'CLP',
      items: [{ name: 'Coffee', unitAmount: 12_990 }],
      paymentMethods: [
        { id: 'other', type: 'bank_redirect', label: 'ETpay' },
        { id: 'bank', type: 'bank_redirect', label: 'Khipu' },
        {
          id: 'bank-usd',
          type: 'bank_redirect',
          label: 'Khipu',
          currency: 'USD',
          amount: 1_451,
          exchangeRate: '0.00109',
        },
        { id: 'card-usd', type: 'card', currency: 'USD', amount: 1_399 },
        { id: 'bank-usdc', type: 'bank_redirect', label: 'Khipu', currency: 'USDC', amount: 1_402 },
      ],
    },
    { CLP: ['other', 'bank'], USD: ['bank-usd', 'card-usd'], USDC: ['bank-usdc'] },
  ],
];

/** By which key it is reached from the one before, what the button says of it, and what is charged: minor units. */
const PRICES = [
  ['ArrowDown', 'USD', /^Pay \$14\.51$/, 1_451],
  ['ArrowUp', 'CLP', /^Pay CLP\s12,990$/, 12_990],
  ['End', 'USDC', /^Pay USDC\s14\.02$/, 1_402],
] as const;

describe.each(CASES)('a session of %s in pesos, dollars and a stable coin', (provider, session, offered) => {
  test('goes by keyboard from one to the next with the method that was picked, and charges what the button says', async () => {
    const shown = rig.stack.checkout(provider, session);
    const { page, context, errors } = await freshPage(rig.browser);
    await context.addInitScript({ path: 'node_modules/axe-core/axe.min.js' });
    await page.goto(shown.url);
    await list(page).waitFor();
    await page.getByRole('radio', { name: /^Khipu/ }).check({ force: true });
    for (const [key, currency, label] of PRICES) {
      await list(page).focus();
      await page.keyboard.press(key);
      await page.getByRole('button', { name: label }).waitFor();
      expect(await list(page).inputValue()).toBe(currency);
      expect(await methods(page)).toEqual(offered[currency]);
      expect(await picked(page)).toMatch(/khipu|bank/i);
      expect(await faults(page)).toEqual([]);
      expect(await unisolated(page)).toEqual([]);
    }
    // The order stays what it is, in the session's own currency.
    expect(await page.getByText(/^CLP\s12,990$/).count()).toBeGreaterThan(0);
    // The shop's title is the shop's.
    expect(await page.title()).toBe('Shop');
    await payButton(page).click();
    await page.waitForURL((url) => url.pathname.startsWith('/payer/'));
    rig.stack.sandbox.pay(shown.id);
    const [, , , amount] = PRICES[2];
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toMatchObject([{ currency: 'USDC', amount }]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
