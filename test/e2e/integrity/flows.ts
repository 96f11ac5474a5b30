import type { Page } from 'playwright';
import type { ProviderId } from '../../../src/core/providers/dialect.js';
import {
  CARDS,
  clickAway,
  fillCard,
  fillDetails,
  payButton,
  pickMethod,
  untilStatus,
} from '../../support/shopper.js';
import type { ShownSession, Stack } from '../../support/stack.js';

/** One way to pay, from the list of methods to the screen that says it is paid. */
export interface Flow {
  readonly name: string;
  readonly provider: ProviderId;
  readonly currency: string;
  readonly method: string;
  /** After the pay button, up to the moment at which the server knows that it is paid. */
  readonly finish: (page: Page, stack: Stack, shown: ShownSession) => Promise<void>;
  readonly card?: string;
  readonly phone?: string;
  /** Leaves the shop's page. */
  readonly leaves?: true;
}

const nothing = async (): Promise<void> => Promise.resolve();

const paidElsewhere: Flow['finish'] = async (page, stack, shown) => {
  await untilStatus(page, 'action_required');
  stack.sandbox.pay(shown.id);
  await wake(page);
};

/** Has the page ask at once, as it does when the network is back: no test waits for the next turn. */
const wake = async (page: Page): Promise<void> =>
  page.evaluate(() => {
    dispatchEvent(new Event('online'));
  });

const CONFIRM = /confirm|approve|allow/i;

/** Every kind of screen once: what a host page's policy, or its bad manners, may break in each is something else. */
export const FLOWS: readonly Flow[] = [
  {
    name: 'card',
    provider: 'native',
    currency: 'BRL',
    method: 'card',
    card: CARDS.approved,
    finish: nothing,
  },
  {
    name: 'pix',
    provider: 'native',
    currency: 'BRL',
    method: 'pix',
    async finish(page, stack, shown) {
      await page.getByRole('img', { name: /^Pix QR code/ }).waitFor();
      await paidElsewhere(page, stack, shown);
    },
  },
  { name: 'boleto', provider: 'native', currency: 'BRL', method: 'boleto', finish: paidElsewhere },
  {
    name: 'mobile money',
    provider: 'native',
    currency: 'USD',
    method: 'mobile_money',
    phone: '0771234567',
    finish: paidElsewhere,
  },
  {
    name: 'one-time code',
    provider: 'native',
    currency: 'USD',
    method: 'mobile_money',
    phone: '0775555555',
    async finish(page) {
      await page.getByRole('textbox', { name: /code/i }).first().fill('123456');
      const confirm = page.getByRole('button', { name: /^Confirm/ });
      if ((await confirm.count()) > 0) await confirm.click().catch(() => undefined);
    },
  },
  {
    name: '3-D Secure in the page',
    provider: 'native',
    currency: 'BRL',
    method: 'card',
    card: CARDS.challenge,
    async finish(page) {
      const challenge = page.frameLocator('iframe[title="Confirmation page of your bank"]');
      await clickAway(challenge.getByRole('button', { name: CONFIRM }).first());
      await wake(page);
    },
  },
  {
    name: '3-D Secure by redirect',
    provider: 'native',
    currency: 'BRL',
    method: 'card',
    card: CARDS.redirect,
    leaves: true,
    async finish(page) {
      await page.getByRole('button', { name: CONFIRM }).first().click();
    },
  },
  {
    name: 'bank page',
    provider: 'native',
    currency: 'CLP',
    method: 'bank_redirect',
    leaves: true,
    async finish(page) {
      await page.getByRole('button', { name: /^Pay/ }).click();
    },
  },
];

/** Pays in the page that is open, and waits until the checkout says so. */
export async function pay(flow: Flow, page: Page, stack: Stack, shown: ShownSession): Promise<void> {
  await pickMethod(page, flow.method);
  if (flow.card !== undefined) await fillCard(page, flow.card);
  if (flow.phone !== undefined) await page.getByRole('textbox', { name: 'Mobile number' }).fill(flow.phone);
  if (flow.method === 'boleto') await page.getByRole('textbox', { name: /^CPF/ }).waitFor();
  await fillDetails(page);
  await payButton(page).click();
  if (flow.leaves) await page.waitForURL(`${stack.payUrl}/payer/**`);
  await flow.finish(page, stack, shown);
  if (flow.leaves) await page.waitForURL(`${stack.shopUrl}/success**`);
  else await untilStatus(page, 'succeeded');
}

/** The attribute that keeps the page where it is once it is paid, where the flow does not leave it by itself. */
export const staying = (flow: Flow): Record<string, string> => (flow.leaves ? {} : { redirect: 'manual' });
