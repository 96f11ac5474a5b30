import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { SessionInput } from '../../src/sandbox/index.js';
import { freshPage } from '../support/browser.js';
import { shifts, watchShifts } from '../support/layout-shift.js';
import { cardFrame, payButton } from '../support/shopper.js';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

const ORDER: SessionInput = {
  currency: 'BRL',
  items: [
    { name: 'Ethiopia Yirgacheffe, 1 kg', quantity: 2, unitAmount: 8990 },
    { name: 'Paper filters', unitAmount: 2490 },
  ],
  amount: { shipping: 1900, discount: 500 },
  paymentMethods: ['card', 'pix'],
};
const INSTALLMENTS = [
  { count: 1, amount: 21870, total: 21870 },
  { count: 2, amount: 10935, total: 21870 },
];

/** The one thing the page has to say: before the script is here, only the page can keep the room. */
const HOST_STYLE =
  '<style>checkout-session:not(:defined) { display: block; min-block-size: min(100svh, 760px) }</style>';
/** What comes after the checkout must not move either. */
const FOOTER = '<p>Questions? Write to us.</p>';

/** Answers to these wait until they are let go, kind by kind: what is drawn before is really painted. */
const KINDS = ['/checkout-sessions/', '/chunks/', '/card-frame/'] as const;

/** Opens the page; the answer lets the next kind go. */
async function openSlowly(page: Page, url: string): Promise<() => Promise<void>> {
  await watchShifts(page);
  const gates = KINDS.map((kind) => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { kind, open, opened };
  });
  let isFirst = true;
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const gate = gates.find(({ kind }) => pathname.includes(kind));
    // What the first screen itself is made of is not held up.
    if (gate && !(gate.kind === '/chunks/' && isFirst)) await gate.opened;
    await route.continue().catch(() => undefined);
  });
  await page.goto(url);
  await page.locator('order-summary .bone').first().waitFor();
  isFirst = false;
  return async () => {
    // Three frames: what is there by now has been painted.
    await shifts(page);
    gates.shift()?.open();
  };
}

async function open(session: SessionInput, viewport: { readonly width: number; readonly height: number }) {
  const options = { csp: null, before: HOST_STYLE, after: FOOTER };
  const shown = rig.stack.checkout('native', session, {}, options);
  const { page, context } = await freshPage(rig.browser, { viewport });
  return { page, context, letGo: await openSlowly(page, shown.url) };
}

/** Until the card frame shows its fields. */
async function drawn(page: Page): Promise<void> {
  await cardFrame(page).getByLabel('Card number').waitFor();
  await page.locator('card-form .ghost').waitFor({ state: 'detached' });
}

describe.each([
  ['a phone', { width: 390, height: 844 }],
  ['a desktop', { width: 1280, height: 900 }],
])('on %s nothing moves from the first paint on', (_name, viewport) => {
  test.each([
    ['until a method can be picked', ORDER],
    ['while the fields are fetched', { ...ORDER, requiredFields: ['name', 'email', 'document'] }],
    ['while what is known of the shopper is fetched', { ...ORDER, customer: { name: 'Ana Lima' } }],
    [
      'until the only method is drawn, its card frame and instalments with it',
      { ...ORDER, paymentMethods: [{ type: 'card', installments: INSTALLMENTS }] },
    ],
  ] as const)('%s', async (_what, session: SessionInput) => {
    const { page, context, letGo } = await open(session, viewport);
    await letGo();
    await page.getByRole('radio').first().waitFor();
    await letGo();
    await payButton(page).waitFor();
    await letGo();
    if (session.paymentMethods?.length === 1) {
      await page.getByLabel('Instalments').waitFor();
      await drawn(page);
    }
    expect(await shifts(page)).toEqual([]);
    await context.close();
  });

  test.each([
    ['ar', 'words'],
    ['ar', 'order’s details'],
    ['de', 'words'],
    ['de', 'order’s details'],
  ] as const)('in %s, while the %s are on their way', async (locale, last) => {
    const options = { csp: null, before: HOST_STYLE, after: FOOTER };
    const shown = rig.stack.checkout('native', ORDER, { locale }, options);
    const { page, context } = await freshPage(rig.browser, { viewport });
    await watchShifts(page);
    const late = { words: /\/chunks\/(languages|ar|de)-/, 'order’s details': /\/checkout-sessions\// };
    let letGo = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/*', async (route) => {
      if (late[last].test(route.request().url())) await opened;
      await route.continue().catch(() => undefined);
    });
    const first = page.waitForResponse(late[last === 'words' ? 'order’s details' : 'words']);
    await page.goto(shown.url);
    await first;
    await page.locator('order-summary').waitFor();
    // What is drawn by now has been painted.
    await shifts(page);
    letGo();
    await page.locator(`section[lang="${locale}"]`).waitFor();
    await page.getByRole('radio').first().waitFor();
    expect(await shifts(page)).toEqual([]);
    await context.close();
  });

  test('but by the pick of a method, whose form comes later than anybody waits', async () => {
    const { page, context, letGo } = await open(ORDER, viewport);
    await letGo();
    await page.getByRole('radio', { name: /^Card/ }).check({ force: true });
    // From now on the browser does not put a movement down to the click any more.
    const picked = await page.evaluate(() => performance.now());
    await page.waitForFunction((since) => performance.now() > since + 600, picked);
    await letGo();
    await page.locator('card-form .ghost').waitFor();
    await letGo();
    await drawn(page);
    expect(await shifts(page)).toEqual([]);
    await context.close();
  });
});
