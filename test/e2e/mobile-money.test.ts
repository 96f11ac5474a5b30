import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { Sandbox } from '../../src/sandbox/index.js';
import { freshPage, violations } from '../support/browser.js';
import { payButton, pickMethod } from '../support/shopper.js';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

interface Row {
  readonly kind: string;
  readonly provider: ProviderId;
  readonly currency: string;
  /** Where they are not the provider's own offer. */
  readonly networks?: readonly string[];
  readonly phone: string;
  /** The network to pick by hand. */
  readonly pick?: string;
  authorise(page: Page, sandbox: Sandbox, id: string): Promise<void>;
}

const inTheApp: Row['authorise'] = async (page, sandbox, id) => {
  await page.getByRole('img', { name: /^QR code to pay/ }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Payment code' }).inputValue()).toMatch(/^\d{9}$/);
  expect(await violations(page)).toEqual([]);
  sandbox.answerPhone(id, 'approve');
};

const onThePhone =
  (network: string, number: string): Row['authorise'] =>
  async (page, sandbox, id) => {
    await page.getByText(`Open the message from ${network}`).waitFor();
    await page.getByText(number).waitFor();
    sandbox.answerPhone(id, 'approve');
  };

const byCode = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: 'Code' }).fill('123456');
  await page.getByRole('button', { name: 'Confirm' }).click();
};

/** How a wallet lets a payment through. */
const ROWS: readonly Row[] = [
  {
    kind: 'a PIN on the phone, of another country',
    provider: 'native',
    currency: 'KES',
    networks: ['mpesa', 'airtel'],
    phone: '+254 712 345 678',
    authorise: onThePhone('M-Pesa', '0712 345 678'),
  },
  {
    kind: 'a code that came by message',
    provider: 'payonify',
    currency: 'USD',
    phone: '0775555555',
    authorise: byCode,
  },
  {
    kind: 'a PIN on the phone',
    provider: 'payonify',
    currency: 'USD',
    phone: '+263 (0)78 123 4567',
    authorise: onThePhone('EcoCash', '078 123 4567'),
  },
  {
    kind: 'a code that came by message, for a number of OneMoney',
    provider: 'payonify',
    currency: 'ZWG',
    phone: '263715555555',
    authorise: byCode,
  },
  {
    kind: 'a code that is dialled for',
    provider: 'native',
    currency: 'XOF',
    networks: ['orange', 'wave'],
    phone: '77 123 45 67',
    async authorise(page) {
      await page.getByText('#144*391#').waitFor();
      await byCode(page);
    },
  },
  {
    kind: 'a code for the wallet’s app',
    provider: 'native',
    currency: 'USD',
    networks: ['ecocash', 'innbucks'],
    phone: '0781234567',
    pick: 'InnBucks',
    authorise: inTheApp,
  },
  {
    kind: 'a code for the wallet’s app',
    provider: 'payonify',
    currency: 'USD',
    phone: '0771000006',
    authorise: inTheApp,
  },
  {
    kind: 'a page of its own',
    provider: 'native',
    currency: 'XOF',
    networks: ['orange', 'wave'],
    phone: '76 123 45 67',
    pick: 'Wave',
    async authorise(page) {
      await page.getByRole('button', { name: 'Pay', exact: true }).click();
    },
  },
];

describe('a wallet is paid by', () => {
  test.each(ROWS)('$kind ($provider)', async ({ provider, currency, networks, phone, pick, authorise }) => {
    const shown = rig.stack.checkout(provider, {
      currency,
      ...(networks && { paymentMethods: [{ type: 'mobile_money', networks }, 'card'] }),
    });
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'mobile_money');
    await page.getByRole('textbox', { name: 'Mobile number' }).fill(phone);
    if (pick !== undefined) await page.getByRole('radio', { name: pick }).check();
    await payButton(page).click();
    await authorise(page, rig.stack.sandbox, shown.id);
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    expect(errors).toEqual([]);
    await context.close();
  });
});

test('each end says what to do next, keeps the number, and leaves the way open to the next try', async () => {
  const shown = rig.stack.checkout('native', { currency: 'USD' });
  const { page, context } = await freshPage(rig.browser);
  await page.goto(shown.url);
  await pickMethod(page, 'mobile_money');
  const number = page.getByRole('textbox', { name: 'Mobile number' });
  for (const [phone, words] of [
    ['0771000003', /Check the number and the network/],
    ['0771000004', /Try again later or pay another way/],
    ['0774444444', /Top it up and try again/],
    ['0771000001', /The PIN was not right/],
  ] as const) {
    await number.fill(phone);
    await payButton(page).click();
    await page.getByRole('alert').filter({ hasText: words }).waitFor({ timeout: 15_000 });
    expect((await number.inputValue()).replaceAll(' ', '')).toBe(phone);
  }
  await number.fill('0771111111');
  await payButton(page).click();
  await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
  expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
  await context.close();
});
