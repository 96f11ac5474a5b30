import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { freshPage, heard } from '../support/browser.js';
import {
  cardFrame,
  CARDS,
  fillCard,
  fillDetails,
  payButton,
  pickMethod,
  quiet,
  untilStatus,
} from '../support/shopper.js';
import { checkoutTag } from '../support/stack.js';
import { useStack } from '../support/use-stack.js';

const rig = useStack();

const lastError = async (page: Page) =>
  (await heard(page)).findLast(({ type }) => type === 'checkout-error')?.detail;

describe('a decline stays and can be tried again', () => {
  test.each<[ProviderId, string]>([
    ['native', 'BRL'],
    ['z2pay', 'BRL'],
    ['plugtopay', 'BRL'],
    ['conomy', 'BRL'],
    ['payonify', 'USD'],
  ])('%s', async (provider, currency) => {
    const shown = rig.stack.checkout(provider, { currency });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.declined);
    await quiet(page);
    await fillDetails(page);
    await payButton(page).click();
    await page.getByText('You have not been charged').first().waitFor();
    expect(page.url()).toBe(shown.url);
    expect((await heard(page)).some(({ type }) => type === 'payment-failure')).toBe(true);
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(0);
    // Nothing typed is lost, but for the security code.
    const frame = cardFrame(page);
    expect((await frame.getByLabel('Card number').inputValue()).replaceAll(' ', '')).toBe(CARDS.declined);
    expect(await frame.getByLabel('Name on card').inputValue()).toBe('ANA LIMA');
    expect(await frame.getByLabel('Security code').inputValue()).toBe('');
    const email = page.getByRole('textbox', { name: /^E-mail/ });
    if ((await email.count()) > 0) expect(await email.inputValue()).toBe('ana@example.com');
    await fillCard(page, CARDS.approved);
    await payButton(page).click();
    await page.waitForURL(`${rig.stack.shopUrl}/success**`);
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    await context.close();
  });

  test('mobile money with too little on it says so, and another number works', async () => {
    const shown = rig.stack.checkout('native', { currency: 'USD' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'mobile_money');
    const number = page.getByRole('textbox', { name: 'Mobile number' });
    await number.fill('0774444444');
    await payButton(page).click();
    await page.getByText('There was not enough money').first().waitFor();
    expect(await number.inputValue()).toContain('77');
    await number.fill('0771111111');
    await payButton(page).click();
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    await context.close();
  });
});

describe('cancel reaches the cancel URL', () => {
  test.each<[ProviderId, string]>([
    ['native', 'BRL'],
    ['z2pay', 'BRL'],
    ['plugtopay', 'BRL'],
    ['conomy', 'BRL'],
    ['payonify', 'USD'],
  ])('%s', async (provider, currency) => {
    const shown = rig.stack.checkout(provider, { currency });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await page.getByRole('button', { name: /^Cancel and return/ }).click();
    await page.waitForURL(`${rig.stack.shopUrl}/cancel`);
    expect(rig.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(0);
    await context.close();
  });
});

describe('what cannot be paid shows its own screen and event', () => {
  const open = async (session: SessionInput, attributes: Record<string, string> = {}) => {
    const shown = rig.stack.checkout('native', session, attributes);
    const opened = await freshPage(rig.browser);
    return { shown, ...opened };
  };

  test('an expired token: over, and the way to start again', async () => {
    const { shown, page, context } = await open({ currency: 'BRL' });
    rig.stack.sandbox.expire(shown.id);
    await page.goto(shown.url);
    await page.getByRole('heading', { name: 'This checkout has expired' }).waitFor();
    expect((await heard(page)).find(({ type }) => type === 'session-expire')?.detail).toEqual({
      refreshable: true,
    });
    await page.getByRole('button', { name: 'Start again' }).click();
    await pickMethod(page, 'pix');
    await context.close();
  });

  test('a used token: paid, and on to the success URL without a second charge', async () => {
    const { shown, page, context } = await open({ currency: 'BRL', successUrl: undefined });
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    await payButton(page).click();
    await untilStatus(page, 'action_required');
    rig.stack.sandbox.payPix(shown.id);
    await untilStatus(page, 'succeeded');
    await page.reload();
    await page.getByRole('heading', { name: 'Payment received' }).waitFor();
    expect(await payButton(page).count()).toBe(0);
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    await context.close();
  });

  test('a token of the wrong shape: nothing is sent', async () => {
    const { page, context } = await freshPage(rig.browser);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(
      rig.stack.page(
        checkoutTag({ token: 'not a token', 'api-base': `${rig.stack.apiUrl}/native`, locale: 'en' }),
      ),
    );
    await page.getByRole('heading', { name: 'This checkout is not valid' }).waitFor();
    expect(await lastError(page)).toMatchObject({
      kind: 'integration',
      code: 'malformed_token',
      hint: expect.any(String),
    });
    expect(requests.filter((url) => url.startsWith(rig.stack.apiUrl))).toEqual([]);
    await context.close();
  });

  test('a token that the API does not know', async () => {
    const { page, context } = await freshPage(rig.browser);
    const token = `cs_test_${'0'.repeat(48)}`;
    await page.goto(
      rig.stack.page(checkoutTag({ token, 'api-base': `${rig.stack.apiUrl}/native`, locale: 'en' })),
    );
    await page.getByRole('heading', { name: 'This checkout is not valid' }).waitFor();
    expect(await lastError(page)).toMatchObject({ kind: 'integration', code: 'invalid_token' });
    await context.close();
  });

  test('an API that cannot be reached: says so, and the same page works once it can', async () => {
    const { shown, page, context } = await open({ currency: 'BRL' });
    // The browser finds nobody at the address.
    await context.route(`${rig.stack.apiUrl}/**`, (route) => route.abort('connectionrefused'));
    await page.goto(shown.url);
    await page.getByRole('heading', { name: 'The payment service cannot be reached' }).waitFor();
    expect(await lastError(page)).toMatchObject({ kind: 'network', code: 'unreachable', retryable: true });
    await context.unroute(`${rig.stack.apiUrl}/**`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await pickMethod(page, 'pix');
    await context.close();
  });

  test('an API that answers HTML', async () => {
    const { shown, page, context } = await open({ currency: 'BRL' });
    rig.stack.sandbox.setFault({ mode: 'html', on: 'read' });
    await page.goto(shown.url);
    await page.getByRole('heading', { name: 'The payment service is having trouble' }).waitFor();
    rig.stack.sandbox.setFault({});
    expect(await lastError(page)).toMatchObject({ kind: 'api', code: 'not_json', retryable: true });
    await page.getByRole('button', { name: 'Try again' }).click();
    await pickMethod(page, 'pix');
    await context.close();
  });

  test('an API that answers HTML to the payment: unknown, never failed, and then the truth', async () => {
    const { shown, page, context } = await open({ currency: 'BRL', requiredFields: ['email'] });
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.approved);
    await page.getByRole('textbox', { name: /^E-mail/ }).fill('ana@example.com');
    rig.stack.sandbox.setFault({ mode: 'html' });
    await payButton(page).click();
    await page.getByRole('heading', { name: 'We are confirming your payment' }).waitFor();
    expect((await heard(page)).some(({ type }) => type === 'payment-unknown')).toBe(true);
    expect((await heard(page)).some(({ type }) => type === 'payment-failure')).toBe(false);
    expect(await payButton(page).count()).toBe(0);
    rig.stack.sandbox.setFault({});
    await page.waitForURL(`${rig.stack.shopUrl}/success**`, { timeout: 20_000 });
    expect(rig.stack.sandbox.ledger.chargesOf(shown.id)).toHaveLength(1);
    await context.close();
  });

  test('an unknown method beside known ones: left out, reported, and the rest works', async () => {
    const { shown, page, context } = await open({ currency: 'BRL', paymentMethods: ['barter', 'pix'] });
    await page.goto(shown.url);
    await pickMethod(page, 'pix');
    expect(await page.getByRole('radio').count()).toBe(1);
    expect(await lastError(page)).toMatchObject({ kind: 'integration', code: 'unsupported_method' });
    const ready = (await heard(page)).find(({ type }) => type === 'checkout-ready');
    expect(ready?.detail).toMatchObject({ session: { omittedMethodTypes: ['barter'] } });
    await context.close();
  });

  test('only unknown methods: a screen that says so', async () => {
    const { shown, page, context } = await open({ currency: 'BRL', paymentMethods: ['barter'] });
    await page.goto(shown.url);
    await page.getByRole('heading', { name: 'There is no way to pay here yet' }).waitFor();
    expect(await lastError(page)).toMatchObject({ kind: 'integration', code: 'no_payment_method' });
    await context.close();
  });
});

describe('nothing typed is lost', () => {
  test('over a change of language, of method, a refresh and a fault while refreshing', async () => {
    const shown = rig.stack.checkout('native', { currency: 'BRL', requiredFields: ['email', 'name'] });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await fillCard(page, CARDS.approved);
    await page.getByRole('textbox', { name: /^E-mail/ }).fill('ana@example.com');
    await page.locator('checkout-session').evaluate((element) => {
      element.setAttribute('locale', 'pt-BR');
    });
    await page.getByRole('radio', { name: /^Cartão/ }).waitFor();
    await page.locator('checkout-session').evaluate((element) => {
      element.setAttribute('locale', 'en');
    });
    await page.getByRole('radio', { name: /^Card/ }).waitFor();
    rig.stack.sandbox.setFault({ mode: 'network', on: 'read', times: 1 });
    for (let turn = 0; turn < 2; turn++)
      await page.locator('checkout-session').evaluate(async (element) => {
        await (element as unknown as { refresh(): Promise<unknown> }).refresh();
      });
    await pickMethod(page, 'pix');
    await pickMethod(page, 'card');
    expect(await page.getByRole('textbox', { name: /^E-mail/ }).inputValue()).toBe('ana@example.com');
    await context.close();
  });
});
