/** A purchase of each kind on the built files: the shop, the API and the card frame each on an origin of its own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startStack, type Stack } from '../support/stack.js';
import { started } from '../support/use-stack.js';
import { openTab, type Tab } from './tab.js';

const engine = process.env['ENGINE'] ?? 'chromium';
const running: { stack?: Stack; tab?: Tab } = {};

beforeAll(async () => {
  running.stack = await startStack();
  running.tab = await openTab(engine);
});
afterAll(async () => {
  await running.tab?.close();
  await running.stack?.close();
});

interface Row {
  readonly kind: string;
  readonly currency: string;
  readonly method: string;
  fill?(tab: Tab): Promise<void>;
  /** What is done once "Pay" is pressed. */
  confirm?(tab: Tab, stack: Stack, id: string): Promise<void>;
}

const ROWS: readonly Row[] = [
  {
    kind: 'a card, in the provider’s frame',
    currency: 'BRL',
    method: 'Card',
    async fill(tab) {
      await tab.type('Card number', '4242424242424242', 'Card details');
      await tab.type('Expiry date', '12/34', 'Card details');
      await tab.type('Security code', '123', 'Card details');
      await tab.type('Name on card', 'ANA LIMA', 'Card details');
    },
  },
  {
    kind: 'Pix',
    currency: 'BRL',
    method: 'Pix',
    async confirm(tab, { sandbox }, id) {
      await tab.untilSeen('Pay with Pix');
      sandbox.payPix(id);
    },
  },
  {
    kind: 'mobile money, by a prompt on the phone',
    currency: 'KES',
    method: 'Mobile money',
    async fill(tab) {
      await tab.type('Mobile number', '0712345678');
    },
    async confirm(tab, { sandbox }, id) {
      await tab.untilSeen('Open the message from M-Pesa');
      sandbox.answerPhone(id, 'approve');
    },
  },
  {
    kind: 'a page of the bank, and back',
    currency: 'USD',
    method: 'Zimswitch',
    async confirm(tab, { payUrl }) {
      await expect.poll(async () => tab.address()).toContain(`${payUrl}/payer/`);
      await tab.press('button', 'Pay');
    },
  },
];

describe(`in ${engine}`, () => {
  test.each(ROWS)('$kind is paid', async ({ currency, method, fill, confirm }) => {
    const [stack, tab] = [started(running.stack), started(running.tab)];
    const session =
      currency === 'KES'
        ? { currency, paymentMethods: [{ type: 'mobile_money' as const, networks: ['mpesa', 'airtel'] }] }
        : { currency };
    const { id, url } = stack.checkout('native', session);
    await tab.open(url);
    if (currency !== 'KES') await tab.press('radio', method);
    await fill?.(tab);
    const violations = await tab.ask<string[]>('return window.violations');
    // The picture for the tab is asked for by the browser.
    expect(violations.filter((violation) => !violation.endsWith('/favicon.ico'))).toEqual([]);
    await tab.press('button', 'Pay ');
    await confirm?.(tab, stack, id);
    await expect.poll(async () => tab.address()).toContain(`${stack.shopUrl}/success`);
    expect(stack.sandbox.ledger.chargesOf(id)).toHaveLength(1);
  });
});
