import type { FrameLocator, Locator, Page } from 'playwright';
import { WAIT_MS } from './wait.js';

/** The drawings of the marks: asked for once the list is drawn. */
export const MARKS = /\/chunks\/payment-mark-[^/]*\.js$/;

/** What a shopper would type where a field of this name is shown; fields that are not shown are not asked. */
const DETAILS: readonly (readonly [label: RegExp, value: string])[] = [
  [/^E-mail/, 'ana@example.com'],
  [/^Full name/, 'Ana Lima'],
  [/^First name/, 'Ana'],
  [/^Last name/, 'Lima'],
  [/^CPF or CNPJ/, '529.982.247-25'],
  [/^Document number/, '12345678-5'],
  [/^Phone/, '+55 11 98765-4321'],
];

export const CARDS = {
  approved: '4242424242424242',
  declined: '4000000000000002',
  insufficient: '4000000000009995',
  challenge: '4000002500003155',
  redirect: '4000002760003184',
  frictionless: '4000000000003055',
  challengeFailed: '4000008400001629',
  challengeDeclined: '4000008260003178',
  challengeUnanswered: '4000000000003097',
  challengeKept: '4000000000003063',
  redirectSlow: '4000000000003220',
} as const;

export const METHOD_NAMES: Readonly<Record<string, RegExp>> = {
  card: /^Card/,
  pix: /^Pix/,
  boleto: /^Boleto/,
  mobile_money: /^Mobile money/,
  bank_redirect: /^(Online banking|ETpay|.*Ban[ck])/i,
  bank_transfer: /^Bank transfer/,
  zimswitch: /^Zimswitch/,
};

/** Waits for the method list and picks a method, the way a shopper does. */
export async function pickMethod(page: Page, type: string): Promise<void> {
  const radio = page.getByRole('radio', { name: METHOD_NAMES[type] ?? type });
  await radio.waitFor();
  if (!(await radio.isChecked())) await radio.check({ force: true });
}

/** Until the form's files are there. A picture for the tab that the page's policy forbids never ends, and is not waited for. */
export const quiet = async (page: Page): Promise<void> =>
  page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);

/** Fills what the form asks for, once it has settled. */
export async function fillDetails(page: Page): Promise<void> {
  // The fields come in a file of their own; a session that requires some shows them, others never do.
  for (const [label, value] of DETAILS) {
    const field = page.getByRole('textbox', { name: label });
    if ((await field.count()) > 0 && (await field.inputValue()) === '') await field.fill(value);
  }
}

export const cardFrame = (page: Page): FrameLocator => page.frameLocator('iframe[title="Card details"]');

export async function fillCard(page: Page, number: string): Promise<void> {
  const frame = cardFrame(page);
  await frame.getByLabel('Card number').fill(number);
  await frame.getByLabel('Expiry date').fill('12/34');
  await frame.getByLabel('Security code').fill('123');
  const holder = frame.getByLabel('Name on card');
  if ((await holder.inputValue()) === '') await holder.fill('ANA LIMA');
}

export const payButton = (page: Page): Locator =>
  page.getByRole('button', { name: /^(Pay (?!another|with |in parts)|Donate|Book)/ });

/** The element's state, as the host page reads it. */
export const status = async (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      (document.querySelector('checkout-session') as unknown as { state: { status: string } }).state.status,
  );

/** Waits until the element is in one of the states. */
export async function untilStatus(page: Page, ...wanted: string[]): Promise<void> {
  const until = Date.now() + WAIT_MS;
  // Polled, because a wait inside the page would be an eval, and the page's policy forbids it.
  for (let now = ''; ; now = await status(page).catch(() => '')) {
    if (wanted.includes(now)) return;
    if (Date.now() > until) throw new Error(`the checkout is ${now || 'gone'}, not ${wanted.join(' or ')}`);
    await page.waitForTimeout(50);
  }
}

/**
 * Clicks what takes its own frame off the page. Playwright's own click is made again where its frame has gone before it was
 * answered, and waits for a button that will never be there.
 */
export async function clickAway(button: Locator): Promise<void> {
  await button.click({ trial: true });
  const box = await button.boundingBox();
  if (!box) throw new Error('there is nothing to click');
  await button.page().mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
