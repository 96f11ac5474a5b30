import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { freshPage } from '../support/browser.js';
import {
  CARDS,
  fillCard,
  fillDetails,
  payButton,
  pickMethod,
  quiet,
  untilStatus,
} from '../support/shopper.js';
import { useStack } from '../support/use-stack.js';
import { WAIT_MS } from '../support/wait.js';

const rig = useStack();

const SESSION = { currency: 'BRL', amount: 10_000, combined: { enabled: true, max: 4 } } as const;

/** Sets a part: an amount for the method that is picked, whose form is filled in. */
async function addPart(page: Page, amount: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Amount to pay with/ }).fill(amount);
  await page.getByRole('button', { name: 'Add this part' }).click();
}

const charges = (id: string): unknown[] =>
  rig.stack.sandbox.ledger.chargesOf(id).map(({ method, amount }) => [method, amount]);

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await pickMethod(page, 'card');
  await quiet(page);
  await fillDetails(page);
  await page.getByRole('button', { name: 'Pay in parts' }).click();
}

describe.each(['native', 'z2pay'] as const)('a payment in parts (%s)', (provider) => {
  test('40 by card and the rest by Pix, to paid', async () => {
    const shown = rig.stack.checkout(provider, SESSION);
    const { page, context, errors } = await freshPage(rig.browser);
    await open(page, shown.url);
    await page.getByRole('button', { name: 'Add this part' }).click();
    await page.getByText('Enter an amount, such as').waitFor();
    await addPart(page, '100');
    await page.getByText(/Enter less than R\$\s?100\.00/).waitFor();
    await fillCard(page, CARDS.approved);
    await addPart(page, '40');
    await page.getByRole('button', { name: /^Remove Card Visa/ }).waitFor();
    await page.getByText(/Left to pay: R\$\s?60\.00/).waitFor();
    await pickMethod(page, 'pix');
    await page.getByText(/You pay R\$\s?60\.00/).waitFor();
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    await page
      .getByRole('listitem')
      .filter({ hasText: /Card\s*R\$\s?40\.00\s*paid/ })
      .waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: /Pix\s*R\$\s?60\.00\s*pay now/ })
      .waitFor();
    expect(charges(shown.id)).toEqual([['card', 4000]]);
    rig.stack.sandbox.payPix(shown.id);
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: WAIT_MS });
    expect(charges(shown.id)).toEqual([
      ['card', 4000],
      ['pix', 6000],
    ]);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('a card that is declined leaves the Pix part alive; what is left is told, survives a reload, and is paid', async () => {
    const shown = rig.stack.checkout(provider, SESSION);
    const { page, context, errors } = await freshPage(rig.browser);
    await open(page, shown.url);
    await fillCard(page, CARDS.declined);
    await addPart(page, '40.00');
    await page.getByRole('button', { name: /^Remove Card Visa/ }).waitFor();
    await page.getByText(/Left to pay: R\$\s?60\.00/).waitFor();
    await pickMethod(page, 'pix');
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    const declined = page.getByRole('listitem').filter({ hasText: /Card\s*R\$\s?40\.00\s*not approved/ });
    await declined.waitFor();
    await page.reload();
    await declined.waitFor();
    rig.stack.sandbox.payPix(shown.id);
    await untilStatus(page, 'ready');
    const paid = page.getByText(/Paid so far: R\$\s?60\.00 with Pix\. R\$\s?40\.00 is left to pay/);
    await paid.waitFor();
    await page
      .getByText(
        /Card \(R\$\s?40\.00\): the payment was not approved\. You have not been charged for this part\./,
      )
      .waitFor();
    await page.goto(rig.stack.page('<p>elsewhere</p>'));
    await page.goto(shown.url);
    await untilStatus(page, 'ready');
    await paid.waitFor();
    expect(await page.getByRole('button', { name: /^Cancel/ }).count()).toBe(0);
    await pickMethod(page, 'card');
    await quiet(page);
    await fillDetails(page);
    await fillCard(page, CARDS.approved);
    await payButton(page).click();
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: WAIT_MS });
    expect(charges(shown.id)).toEqual([
      ['pix', 6000],
      ['card', 4000],
    ]);
    expect(errors).toEqual([]);
    await context.close();
  });
});
