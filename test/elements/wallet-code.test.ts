import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { aPayment } from '../support/fixtures.js';
import { scan } from './scan.js';
import { expectAccessible, openStage, showAlone, type Stage } from './stage.js';
import { pasted, useClipboard } from '../support/clipboard.js';

useClipboard();

const button = (name: string | RegExp) => page.getByRole('button', { name });
const link = page.getByRole('link', { name: /^Open/ });

/** A payment that waits for a code to be typed in InnBucks. */
async function openCode(): Promise<Stage> {
  const paymentMethods = [{ type: 'mobile_money', networks: ['innbucks'] }];
  const stage = await openStage({
    session: { currency: 'USD', amount: 2550, paymentMethods },
    method: 'mobile_money',
  });
  stage.store.draft.set('phone', '0771234567');
  stage.store.draft.set('network', 'innbucks');
  await stage.pay();
  await stage.add('wallet-code');
  return stage;
}

const show = async (action: Readonly<Record<string, unknown>> = {}) =>
  showAlone('wallet-code', {
    payment: aPayment({ currency: 'USD', amount: 2550, method: 'mobile_money' }),
    action: { type: 'wallet_code', network: 'innbucks', code: '701234567', ...action },
  });

const shownCode = (): HTMLTextAreaElement =>
  page.getByRole('textbox', { name: 'Payment code' }).element() as HTMLTextAreaElement;

describe('a code for a wallet’s app', () => {
  test('says where to type it, how much is paid and for how long, without an accessibility fault', async () => {
    const stage = await openCode();
    await expect.element(page.getByRole('heading', { name: 'Pay in your InnBucks app' })).toBeVisible();
    await expect.element(page.getByText('$25.50')).toBeVisible();
    await expect.element(page.getByRole('timer')).toHaveTextContent(/\d+:\d\d/);
    expect(shownCode().value).toMatch(/^\d{9}$/);
    await expectAccessible(stage.host);
  });

  test('is copied as it was sent', async () => {
    await show();
    await button('Copy code').click();
    await expect.element(page.getByRole('status').filter({ hasText: 'Copied' })).toBeInTheDocument();
    expect(await pasted()).toBe('701234567');
  });

  test('is read by a camera as the very code that is copied', async () => {
    await show();
    const picture = page.getByRole('img', { name: 'QR code to pay $25.50 with InnBucks' }).element();
    expect(await scan(picture)).toBe('701234567');
  });

  test('of another payment takes the place of the first, in the picture too', async () => {
    const element = await show();
    const outline = (): string | null | undefined =>
      page.getByRole('img').element().querySelector('path')?.getAttribute('d');
    const first = outline();
    Object.assign(element, { action: { type: 'wallet_code', network: 'omari', code: '99887766' } });
    await element.updateComplete;
    expect(shownCode().value).toBe('99887766');
    expect(outline()).not.toBe(first);
  });

  test('asks the server at once when the shopper says that it is paid', async () => {
    const stage = await openCode();
    stage.sandbox.answerPhone(stage.sessionId, 'approve');
    await button(/check now/).click();
    await expect.poll(() => stage.store.state.status).toBe('succeeded');
  });

  test('that has run out is no failure: it goes on being asked about, and can be had anew', async () => {
    const stage = await openCode();
    stage.clock.now = (
      (now) => () =>
        now
    )(stage.clock.now() + 120_000);
    await stage.pass(0);
    await expect.element(page.getByText(/already paid, wait here/)).toBeVisible();
    expect(page.getByRole('img').query()).toBeNull();
    expect(stage.store.state.status).toBe('action_required');
    await expect.element(button('Change number or pay another way')).toBeVisible();
    await expectAccessible(stage.host);
    await button('Get a new code').click();
    await expect.poll(() => stage.requests.map(({ name }) => name)).toContain('POST cancel');
  });

  test('can be given up for another number or method', async () => {
    const stage = await openCode();
    await button(/Change number/).click();
    await expect.poll(() => stage.store.state.status).toBe('ready');
    expect(stage.store.draft.get('phone')).toBe('0771234567');
  });
});

describe('the code of a country’s banks', () => {
  const bankCode = (code: string, currency = 'ARS') =>
    showAlone('wallet-code', {
      payment: aPayment({ currency, amount: 2550, method: 'bank_transfer' }),
      action: { type: 'wallet_code', code },
    });

  test.each([
    ['PCT', 'ARS', undefined],
    ['LIGO', 'PEN', undefined],
    ['SIP', 'BOB', /enter BOB.25\.50/], // its code leaves the amount to the app
  ])('%s says whom it pays, and is checked before it is shown', async (id, currency, asked) => {
    const stage = await openStage({
      session: {
        currency,
        amount: 2550,
        merchant: { name: 'Tienda' },
        paymentMethods: [{ type: 'bank_transfer', id }],
      },
      method: id,
    });
    await stage.pay();
    const element = await stage.add('wallet-code');
    await expect.element(page.getByRole('heading', { name: 'Pay with your bank’s app' })).toBeVisible();
    await expect.element(page.getByRole('img', { name: /^QR code to pay .*25\.50/ })).toBeVisible();
    await expect.element(page.getByText('Tienda')).toBeVisible();
    if (asked) await expect.element(page.getByText(asked)).toBeVisible();
    expect(shownCode().value).toMatch(/^000201/);
    await expectAccessible(stage.host);
    // Its sum no longer fits the code: nothing is left to scan.
    Object.assign(element, { action: { type: 'wallet_code', code: `${shownCode().value.slice(0, -1)}z` } });
    await element.updateComplete;
    await expect.element(page.getByRole('heading', { name: 'This step cannot be shown' })).toBeVisible();
    expect(page.getByRole('img').query()).toBeNull();
    expect(stage.errors).toEqual(['api/wallet_code_invalid']);
  });

  test('of a form nobody has published is drawn, with the advice to look at it', async () => {
    await bankCode('c2lwLXNpbXBsZQ==|17');
    await expect.element(page.getByRole('img')).toBeVisible();
    await expect
      .element(page.getByText(/make sure that your app shows the recipient and the amount/))
      .toBeVisible();
  });
});

describe('the link to the app', () => {
  test('is there where the address is https', async () => {
    await show({ deepLink: 'https://wallet.example/pay/701234567' });
    await expect.element(link).toHaveAttribute('href', 'https://wallet.example/pay/701234567');
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer');
  });

  test.each([
    undefined,
    'schinn.wbpycode://innbucks.co.zw?pymInnCode=701234567',
    'javascript:alert(1)',
    'intent://pay#Intent;scheme=x;end',
    'http://wallet.example/',
    'https://user@wallet.example/',
  ])('is not there for %s, and the code still is', async (deepLink) => {
    await show({ deepLink });
    expect(shownCode().value).toBe('701234567');
    expect(link.query()).toBeNull();
  });
});

test.each(['', '<b>1</b>', 'x'.repeat(65), '\u202e1234', '12\n34'])(
  'a code that nobody can type (%j) is not shown, and the host page hears of it',
  async (code) => {
    const errors: unknown[] = [];
    const collect = (event: HTMLElementEventMap['checkout-error']): void =>
      void errors.push(event.detail.code);
    document.addEventListener('checkout-error', collect);
    await show({ code });
    document.removeEventListener('checkout-error', collect);
    await expect.element(page.getByRole('heading', { name: 'This step cannot be shown' })).toBeVisible();
    expect(page.getByRole('textbox').query()).toBeNull();
    await expect.element(button('Pay another way')).toBeVisible();
    expect(errors).toEqual(['wallet_code_invalid']);
  },
);
