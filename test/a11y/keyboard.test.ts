import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { SessionInput } from '../../src/sandbox/index.js';
import { CARDS, status, untilStatus } from '../support/shopper.js';
import { WAIT_MS } from '../support/wait.js';
import { openPage, show, useRig, type Rig } from './rig.js';

/*
 * Purchases without a pointer (U-2). Every key is pressed where the focus is; nothing is focused by the test itself but the
 * shop's heading, where everybody begins.
 */
const rig = useRig();

/** The accessible name of what has the focus, in the page or in the frame that has it. */
async function focused(page: Page): Promise<string> {
  for (const frame of page.frames()) {
    const name = await frame
      .evaluate(() => {
        let found = document.activeElement;
        while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
        if (!found || found.localName === 'iframe' || found === document.body) return '';
        const labels = [...((found as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent);
        const root = found.getRootNode() as ShadowRoot;
        const ids = found.getAttribute('aria-labelledby')?.split(' ') ?? [];
        const byId = ids.map((id) => root.getElementById(id)?.textContent ?? '');
        return [found.getAttribute('aria-label') ?? '', ...byId, ...labels, found.textContent]
          .join(' ')
          .replaceAll(/\s+/g, ' ')
          .trim();
      })
      .catch(() => '');
    if (name) return name;
  }
  return '';
}

/** Presses Tab until the focus is on what has this name. Every control is on the way, and none of them holds it. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const until = Date.now() + WAIT_MS;
  const passed: string[] = [];
  for (;;) {
    // A frame has the focus a moment after the page has lost it.
    let now = '';
    for (let turn = 0; turn < 10 && !now; turn++) now = await focused(page);
    if (name.test(now)) return;
    passed.push(now);
    if (Date.now() > until || passed.length > 60)
      throw new Error(`the keyboard does not come to ${String(name)}, but to ${passed.join(' → ')}`);
    await page.keyboard.press(key);
  }
}

async function begin(
  session: SessionInput,
  method: RegExp,
  at: Rig = rig,
): Promise<{ page: Page; id: string }> {
  const shown = show(at, session);
  const page = await openPage(at, shown.url);
  await untilStatus(page, 'ready');
  await page.getByRole('radio').first().waitFor();
  await page.evaluate(() => {
    const heading = document.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  });
  const names = page.getByRole('radio', { checked: true });
  // Into the list, and along it with the arrows. Where nothing is picked yet, Space picks.
  await page.keyboard.press('Tab');
  for (let turn = 0; turn < 12; turn++) {
    const now = await focused(page);
    if (method.test(now)) break;
    const isIn = await page.evaluate(() => {
      let found = document.activeElement;
      while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
      return (found as HTMLInputElement | null)?.name === 'method';
    });
    await page.keyboard.press(isIn ? 'ArrowDown' : 'Tab');
  }
  await page.keyboard.press('Space');
  expect(method.test(await focused(page))).toBe(true);
  expect(await names.count()).toBe(1);
  return { page, id: shown.id };
}

/** Goes to the pay button and presses it. */
async function pay(page: Page): Promise<void> {
  await tabTo(page, /^Pay /);
  await page.keyboard.press('Enter');
}

const type = async (page: Page, field: RegExp, text: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.type(text);
};

const isPaid = async (page: Page, id: string): Promise<void> => {
  await untilStatus(page, 'succeeded');
  expect(rig.stack.sandbox.ledger.chargesOf(id)).toHaveLength(1);
  // The focus has come along, to the heading of what is shown now.
  await expect.poll(async () => focused(page)).toMatch(/Payment received|Thank|paid/i);
  await page.close();
};

const headingHasFocus = async (page: Page): Promise<void> => {
  await untilStatus(page, 'action_required');
  await expect
    .poll(async () =>
      page.evaluate(() => {
        let found = document.activeElement;
        while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
        return found?.localName;
      }),
    )
    .toBe('h2');
};

const USD: SessionInput = { currency: 'USD' };

describe('without a pointer', () => {
  test('a card is paid: into the frame with an error and out of it, back, declined and paid in the end', async () => {
    const { page, id } = await begin({}, /^Card/);
    await type(page, /^Card number/, CARDS.declined);
    await pay(page);
    // The first field that is wrong has the focus: the expiry date.
    await expect.poll(async () => focused(page)).toMatch(/^Expiry date/);
    await page.keyboard.type('1234');
    // No field goes on to the next by itself.
    expect(await focused(page)).toMatch(/^Expiry date/);
    await type(page, /^Security code/, '123');
    await type(page, /^Name on card/, 'ANA LIMA');
    await tabTo(page, /^Card number/, 'Shift+Tab');
    await tabTo(page, /^Card/, 'Shift+Tab');
    await pay(page);
    await page.getByRole('alert').filter({ hasText: 'not approved' }).waitFor();
    await untilStatus(page, 'ready');
    await expect.poll(async () => focused(page)).toMatch(/^Pay /);
    await tabTo(page, /^Card number/, 'Shift+Tab');
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(CARDS.approved);
    await type(page, /^Security code/, '123');
    await pay(page);
    await isPaid(page, id);
  });

  test('a Pix code is copied, and the copy button keeps the focus', async () => {
    const { page, id } = await begin({}, /^Pix/);
    await pay(page);
    await headingHasFocus(page);
    await tabTo(page, /^Copy Pix code/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
    expect(await focused(page)).toMatch(/^Copied/);
    await tabTo(page, /^I have paid/);
    await tabTo(page, /^Pay another way/);
    rig.stack.sandbox.pay(id);
    await isPaid(page, id);
  });

  test('a boleto is made out, with its errors mended where they are', async () => {
    const { page, id } = await begin({}, /^Boleto/);
    await pay(page);
    await expect.poll(async () => focused(page)).toMatch(/name/i);
    await page.keyboard.type('Ana Lima');
    await type(page, /^CPF/, '529.982.247-24');
    await pay(page);
    await page.getByText('One digit does not fit').waitFor();
    await expect.poll(async () => focused(page)).toMatch(/^CPF/);
    await page.keyboard.press('Backspace');
    await page.keyboard.type('5');
    await pay(page);
    await headingHasFocus(page);
    await tabTo(page, /^Copy/);
    rig.stack.sandbox.pay(id);
    await isPaid(page, id);
  });

  test('a wallet asks on the phone', async () => {
    const { page, id } = await begin(USD, /^Mobile money/);
    await type(page, /^Mobile number/, '0781234567');
    await pay(page);
    await headingHasFocus(page);
    await tabTo(page, /pay another way$/);
    rig.stack.sandbox.answerPhone(id, 'approve');
    await isPaid(page, id);
  });

  test('a one-time code is typed, wrong and then right', async () => {
    const { page, id } = await begin(USD, /^Mobile money/);
    await type(page, /^Mobile number/, '0775555555');
    await pay(page);
    await untilStatus(page, 'action_required');
    await type(page, /^Code/, '000000');
    await page.keyboard.press('Enter');
    await page.getByText('This code was not accepted').waitFor();
    await expect.poll(async () => focused(page)).toMatch(/^Code/);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('123456');
    await page.keyboard.press('Enter');
    await isPaid(page, id);
  });

  test('a code is taken to the wallet’s app', async () => {
    const networks = ['ecocash', 'innbucks'];
    const { page, id } = await begin(
      { ...USD, paymentMethods: [{ type: 'mobile_money', networks }, 'card'] },
      /^Mobile money/,
    );
    await type(page, /^Mobile number/, '0781234567');
    await tabTo(page, /EcoCash|InnBucks/);
    for (let turn = 0; turn < 3 && !/InnBucks/.test(await focused(page)); turn++)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await pay(page);
    await headingHasFocus(page);
    await tabTo(page, /^Copy/);
    rig.stack.sandbox.answerPhone(id, 'approve');
    await isPaid(page, id);
  });

  test('the details of a transfer are copied, row by row', async () => {
    const { page, id } = await begin(
      { currency: 'MXN', paymentMethods: ['bank_transfer', 'card'] },
      /^Bank transfer/,
    );
    await pay(page);
    await headingHasFocus(page);
    await tabTo(page, /^Copy: CLABE/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'Copied: CLABE' }).waitFor({ state: 'attached' });
    rig.stack.sandbox.pay(id);
    await isPaid(page, id);
  });

  test.each([
    ['a bank', { currency: 'CLP', items: [{ name: 'Coffee', unitAmount: 12_990 }] }, /Ban[ck]/],
    ['Zimswitch', USD, /^Zimswitch/],
  ] as const)('the page of %s is gone to', async (_name, session, method) => {
    const { page, id } = await begin(session, method);
    await pay(page);
    await headingHasFocus(page);
    await tabTo(page, /^Continue/);
    await tabTo(page, /^Pay another way/);
    rig.stack.sandbox.pay(id);
    await isPaid(page, id);
  });

  test('3-D Secure holds the focus while it asks, Esc asks before it stops, and the focus comes back to the button', async () => {
    const { page } = await begin({}, /^Card/);
    await type(page, /^Card number/, CARDS.challenge);
    await type(page, /^Expiry date/, '1234');
    await type(page, /^Security code/, '123');
    await type(page, /^Name on card/, 'ANA LIMA');
    await pay(page);
    await page.getByRole('dialog', { name: /^Confirm with your bank/ }).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, /^(Stop|Yes|Cancel|Leave)/);
    await page.keyboard.press('Enter');
    await untilStatus(page, 'ready');
    await expect.poll(async () => focused(page)).toMatch(/^Pay /);
    expect(await status(page)).toBe('ready');
    await page.close();
  });
});
