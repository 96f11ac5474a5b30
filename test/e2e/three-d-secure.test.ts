import type { FrameLocator, Locator, Page, Response as PageResponse } from 'playwright';
import { afterEach, describe, expect, test } from 'vitest';
import { freshPage, heard, violations } from '../support/browser.js';
import {
  cardFrame,
  CARDS,
  clickAway,
  fillCard,
  payButton,
  pickMethod,
  untilStatus,
} from '../support/shopper.js';
import type { PageOptions, ShownSession } from '../support/stack.js';
import { useStack } from '../support/use-stack.js';

/*
 * 3-D Secure on the built files and three origins. Each context that is closed has been searched for the card: in no
 * sink of the shop's page (test/support/canary.ts).
 */

const rig = useStack();

afterEach(() => {
  rig.stack.intercept = undefined;
});

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: /^Confirm with your bank/ });
const bank = (page: Page): FrameLocator =>
  page.frameLocator('iframe[title="Confirmation page of your bank"]');
const answerIn = async (where: Page | FrameLocator, name: RegExp): Promise<void> =>
  clickAway(where.getByRole('button', { name }));
const YES = /^Yes/;
const NO = /^No/;
/** What a cheat, or a careless bank, writes into the address a shopper comes back to. */
const LIES = {
  paid: '?status=succeeded&payment_intent=pi_1&redirect_status=succeeded&transStatus=Y',
  failed: '?status=failed&payment_intent=pi_1&redirect_status=failed&transStatus=N',
};

interface Paying {
  readonly page: Page;
  readonly shown: ShownSession;
  /** Ends the scenario: nothing was opened beside the page, and the shop's policy had nothing to say. */
  readonly close: () => Promise<void>;
}

/** Pays with a card, up to the press of the button. */
async function payWith(
  card: string,
  options: Parameters<typeof freshPage>[1] = {},
  pageOptions: PageOptions = {},
): Promise<Paying> {
  const shown = rig.stack.checkout(
    'native',
    { currency: 'BRL', requiredFields: ['email'], merchant: { name: 'Café do Porto' } },
    {},
    pageOptions,
  );
  const { page, context, errors } = await freshPage(rig.browser, options);
  const opened: Page[] = [];
  context.on('page', (other) => opened.push(other));
  await page.goto(shown.url);
  await pickMethod(page, 'card');
  await fillCard(page, card);
  await page.getByRole('textbox', { name: /^E-mail/ }).fill('ana@example.com');
  await payButton(page).click();
  return {
    page,
    shown,
    async close() {
      if (page.url().startsWith(`${rig.stack.shopUrl}/page`)) expect(await violations(page)).toEqual([]);
      expect(errors).toEqual([]);
      expect(opened).toHaveLength(0);
      await context.close();
    },
  };
}

const isPaid = async ({ page, shown }: Paying): Promise<void> => {
  await page.waitForURL(`${rig.stack.shopUrl}/success**`);
  expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
};

const isUnpaid = ({ shown }: Paying): void => {
  expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(0);
};

/** The form again: what was typed is there, but for the security code, and the focus is where it was. */
async function isFormAgain(page: Page, reason: string): Promise<void> {
  await page.getByRole('alert').getByText(reason).waitFor();
  const frame = cardFrame(page);
  expect((await frame.getByLabel('Card number').inputValue()).replaceAll(' ', '')).toMatch(/^4000/);
  expect(await frame.getByLabel('Name on card').inputValue()).toBe('ANA LIMA');
  expect(await frame.getByLabel('Security code').inputValue()).toBe('');
  expect(await page.getByRole('textbox', { name: /^E-mail/ }).inputValue()).toBe('ana@example.com');
  expect(await dialog(page).count()).toBe(0);
  await payButton(page).and(page.locator(':focus')).waitFor();
  // It may be longer than the screen: the reason has to be on it.
  const box = await page.getByRole('alert').getByText(reason).boundingBox();
  expect(box && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0)).toBe(true);
}

async function payAgain(paying: Paying): Promise<void> {
  await fillCard(paying.page, CARDS.approved);
  await payButton(paying.page).click();
  await isPaid(paying);
}

test('a bank whose page leads on to one that the shop’s policy forbids leaves a way out, and the merchant is told', async () => {
  const issuer = rig.stack.payUrl.replace('localhost', '127.0.0.1');
  rig.stack.intercept = ({ url }) =>
    new URL(url).pathname.includes('/challenge')
      ? new Response(`<script>location = '${issuer}/acs'</script>`, {
          headers: { 'Content-Type': 'text/html' },
        })
      : undefined;
  const { page } = await payWith('4000002500003155');
  await page.getByRole('link', { name: /Open the page of your bank/ }).waitFor();
  expect(await dialog(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Pay another way' }).waitFor();
  expect(
    (await heard(page)).filter(({ type }) => type === 'checkout-error').map(({ detail }) => detail),
  ).toEqual([
    expect.objectContaining({
      code: 'csp_blocked',
      hint: `Add ${issuer} to the frame-src directive.`,
    }),
  ]);
  await page.context().close();
});

describe('with no question asked', () => {
  test('nothing is shown between the button and the result, and nothing flashes', async () => {
    const watch = rig.stack.asset(
      'watch.js',
      `const { showModal } = HTMLDialogElement.prototype;
       HTMLDialogElement.prototype.showModal = function () {
         sessionStorage.setItem('modal', 'shown');
         return showModal.call(this);
       };`,
    );
    const paying = await payWith(CARDS.frictionless, {}, { before: `<script src="${watch}"></script>` });
    await isPaid(paying);
    expect(await paying.page.evaluate(() => sessionStorage.getItem('modal'))).toBeNull();
    await paying.page.goto(rig.stack.page(''));
    const told = (await heard(paying.page)).filter(({ type }) => type === 'checkout-state-change');
    expect(told.map(({ detail }) => detail['state'])).toEqual([
      'loading',
      'ready',
      'submitting',
      'succeeded',
    ]);
    await paying.close();
  });

  test('a refusal is told at the form', async () => {
    const paying = await payWith('4000008400001280');
    await isFormAgain(paying.page, 'could not confirm that it is you');
    isUnpaid(paying);
    await paying.close();
  });
});

describe('in the dialog', () => {
  test.each([
    ['desktop', {}],
    [
      'a phone, dark, with forced colours and little motion',
      {
        viewport: { width: 320, height: 640 },
        colorScheme: 'dark',
        forcedColors: 'active',
        reducedMotion: 'reduce',
      },
    ],
  ] as const)('is confirmed, with the page behind it out of reach: %s', async (_where, options) => {
    const paying = await payWith(CARDS.challenge, options);
    const { page } = paying;
    await bank(page).getByRole('button', { name: YES }).waitFor();
    expect(await page.evaluate(() => document.querySelectorAll('dialog').length)).toBe(0);
    const box = await page.locator('iframe[title="Confirmation page of your bank"]').boundingBox();
    expect(Math.round(box?.width ?? 0)).toBe('viewport' in options ? options.viewport.width : 500);
    const isReached = await page.evaluate(() => {
      const heading = document.querySelector('h1')?.getBoundingClientRect();
      return document.elementFromPoint(heading?.left ?? 0, heading?.top ?? 0)?.localName === 'h1';
    });
    expect(isReached).toBe(false);
    for (let turn = 0; turn < 3; turn++) {
      await page.keyboard.press('Escape');
      await page.getByRole('alertdialog', { name: 'Stop this payment?' }).waitFor();
      await page.getByRole('button', { name: 'Keep going' }).click();
    }
    await answerIn(bank(page), YES);
    await isPaid(paying);
    await paying.close();
  });

  test('is stopped: the server cancels it and the form is there again', async () => {
    const paying = await payWith(CARDS.challenge, { viewport: { width: 390, height: 780 } });
    const { page, shown } = paying;
    await bank(page).getByRole('button', { name: YES }).waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Stop the payment' }).click();
    await isFormAgain(page, 'The payment was cancelled. You have not been charged.');
    expect(rig.stack.sandbox.payment(shown.id).status).toBe('canceled');
    await payAgain(paying);
    await paying.close();
  });

  // The next waits for the bank's time to be over; this one goes on meanwhile.
  test.concurrent('is stopped too late: nothing is said of the money before the server knows', async () => {
    const paying = await payWith(CARDS.challengeKept);
    const { page, shown } = paying;
    await bank(page).getByRole('button', { name: YES }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Stop the payment' }).click();
    await page.getByRole('heading', { name: 'Your payment is being processed' }).waitFor();
    expect(await page.getByText('not been charged').count()).toBe(0);
    rig.stack.sandbox.pay(shown.id);
    await isPaid(paying);
    await paying.close();
  });

  test.concurrent('is never answered: over when the server says so, in words of its own', async () => {
    const paying = await payWith(CARDS.challengeUnanswered);
    await dialog(paying.page).waitFor();
    await isFormAgain(paying.page, 'Your bank did not confirm this payment in time.');
    isUnpaid(paying);
    await payAgain(paying);
    await paying.close();
  });

  test.each([
    ['refused there', CARDS.challenge, NO, 'could not confirm that it is you'],
    ['not believed', CARDS.challengeFailed, YES, 'could not confirm that it is you'],
    ['confirmed, without the money', CARDS.challengeDeclined, YES, 'not enough money'],
  ])('is %s: told in its own words, and tried again', async (_what, card, answer, reason) => {
    const paying = await payWith(card);
    await answerIn(bank(paying.page), answer);
    await isFormAgain(paying.page, reason);
    isUnpaid(paying);
    await payAgain(paying);
    await paying.close();
  });

  test('is not believed a word: messages, popups and ways out of the frame lead nowhere', async () => {
    const said = `
      const lies = ['succeeded', { status: 'succeeded', transStatus: 'Y', type: 'payment_answered',
        payment: { id: 'x', attempt: 1, status: 'succeeded', amount: 12990, currency: 'BRL', method: 'card' } }];
      for (const lie of lies) parent.postMessage(lie, '*');
      try { window.open('/popup'); } catch {}
      try { top.location = '/success'; } catch {}
      document.querySelector('h1').textContent = 'Everything was said';`;
    rig.stack.intercept = ({ method, url }) =>
      method === 'GET' && new URL(url).pathname.startsWith('/payer/challenge/')
        ? new Response(`<!doctype html><title>Bank</title><h1>Bank</h1><script>${said}</script>`, {
            headers: { 'Content-Type': 'text/html' },
          })
        : undefined;
    const paying = await payWith(CARDS.challenge);
    const { page, shown } = paying;
    await bank(page).getByRole('heading', { name: 'Everything was said' }).waitFor();
    // Two turns of the poll: had anything been believed, it would show by now.
    const isRead = (answer: PageResponse): boolean => answer.url().endsWith(shown.id);
    await page.waitForResponse(isRead);
    await page.waitForResponse(isRead);
    expect(page.url()).toBe(shown.url);
    expect(await dialog(page).isVisible()).toBe(true);
    expect((await heard(page)).map(({ type }) => type)).not.toContain('payment-success');
    isUnpaid(paying);
    await paying.close();
  });

  test('is left by a reload: the session is read again, and a press opens it', async () => {
    const paying = await payWith(CARDS.challenge);
    const { page, shown } = paying;
    await dialog(page).waitFor();
    await page.goto(shown.url + LIES.paid);
    await page.getByRole('button', { name: 'Continue with your bank' }).waitFor();
    expect(await dialog(page).count()).toBe(0);
    isUnpaid(paying);
    await page.getByRole('button', { name: 'Continue with your bank' }).click();
    await answerIn(bank(page), YES);
    await isPaid(paying);
    await paying.close();
  });
});

describe('by redirect, the shopper comes back to an address that lies', () => {
  /** The bank sends the shopper back with a query of its own making. */
  function lie(query: string): void {
    const answer = async (request: Request): Promise<Response> => {
      const { status, headers: told } = await rig.stack.sandbox.fetch(request);
      const headers = new Headers(told);
      headers.set('Location', `${headers.get('Location') ?? ''}${query}`);
      return new Response(null, { status, headers });
    };
    rig.stack.intercept = (request) =>
      request.method === 'POST' && new URL(request.url).pathname.startsWith('/payer/redirect/')
        ? answer(request)
        : undefined;
  }

  async function atTheBank(card: string): Promise<Paying> {
    const paying = await payWith(card);
    await paying.page.waitForURL(`${rig.stack.payUrl}/payer/redirect/**`);
    return paying;
  }

  test('approved, and the address says “failed”', async () => {
    const paying = await atTheBank(CARDS.redirect);
    lie(LIES.failed);
    await answerIn(paying.page, YES);
    await isPaid(paying);
    await paying.close();
  });

  test('declined, and the address says “succeeded”', async () => {
    const paying = await atTheBank(CARDS.redirect);
    const { page } = paying;
    lie(LIES.paid);
    await answerIn(page, NO);
    await page.getByRole('alert').getByText('could not confirm that it is you').waitFor();
    expect(page.url()).toContain('succeeded');
    isUnpaid(paying);
    // What was typed before the bank's page took over is known, and the method is picked.
    await page.getByText('ana@example.com').waitFor();
    expect(await page.getByRole('radio', { name: /^Card/ }).isChecked()).toBe(true);
    await payAgain(paying);
    await paying.close();
  });

  test('still on its way, and the address says “failed”', async () => {
    const paying = await atTheBank(CARDS.redirectSlow);
    const { page, shown } = paying;
    lie(LIES.failed);
    await answerIn(page, YES);
    await page.getByRole('heading', { name: 'Your payment is being processed' }).waitFor();
    expect(await payButton(page).count()).toBe(0);
    isUnpaid(paying);
    rig.stack.sandbox.pay(shown.id);
    await isPaid(paying);
    await paying.close();
  });

  test('left by Back, and the address says “succeeded”: asked, and stopped at the server', async () => {
    const paying = await atTheBank(CARDS.redirect);
    const { page, shown } = paying;
    await page.goBack();
    await page.getByRole('heading', { name: 'Continue to your bank' }).waitFor();
    await page.goto(shown.url + LIES.paid);
    await page.getByRole('heading', { name: 'Continue to your bank' }).waitFor();
    isUnpaid(paying);
    await page.getByRole('button', { name: 'Pay another way' }).click();
    await page.getByRole('alert').getByText('You have not been charged.').waitFor();
    expect(rig.stack.sandbox.payment(shown.id).status).toBe('canceled');
    await untilStatus(page, 'ready');
    await paying.close();
  });
});
