import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
// Fetched by the checkout when a method is picked; here beforehand, so that no test waits for a file.
import '../../src/core/payment-runner.js';
import '../../src/define.js';
import type { CheckoutErrorData } from '../../src/core/errors.js';
import type { CheckoutState } from '../../src/core/machine/state.js';
import { aMethod, aPayment, aSession } from '../support/fixtures.js';
import { expectAccessible, openStage, showAlone } from './stage.js';

const session = aSession({
  successUrl: 'https://shop.example/thanks?s={CHECKOUT_SESSION_ID}',
  cancelUrl: 'https://shop.example/cart',
  failureUrl: 'https://shop.example/failed',
  merchant: { name: 'Café do Porto', supportEmail: 'help@shop.example' },
});
const payment = aPayment({ status: 'succeeded' });
const error = (code: string, over: Partial<CheckoutErrorData> = {}): CheckoutState => ({
  status: 'unavailable',
  error: {
    kind: 'api',
    code,
    message: 'English, for developers',
    hint: 'For developers',
    retryable: false,
    ...over,
  },
});

const heading = (name: string) => page.getByRole('heading', { name });
const link = (name: string) => page.getByRole('link', { name });
const button = (name: string) => page.getByRole('button', { name });
const show = async (state: CheckoutState, properties: object = {}) =>
  showAlone('payment-result', { state, ...properties });

const SCREENS: readonly (readonly [string, CheckoutState, readonly string[]])[] = [
  [
    'Payment received',
    { status: 'succeeded', session, methodId: 'pix', payment, stalled: false },
    ['Continue to Café do Porto'],
  ],
  [
    'Donation received',
    { status: 'succeeded', session: { ...session, submitType: 'donate' }, payment, stalled: false },
    ['Continue to Café do Porto'],
  ],
  [
    'Booking paid',
    { status: 'succeeded', session: { ...session, submitType: 'book' }, payment, stalled: false },
    ['Continue to Café do Porto'],
  ],
  [
    'Payment received',
    { status: 'succeeded', session, methodId: 'pix', stalled: true },
    ['Continue to Café do Porto'],
  ],
  [
    'Payment received',
    { status: 'succeeded', session, methodId: 'pix', payment, stalled: false, contradicted: true },
    ['Continue to Café do Porto', 'Contact Café do Porto'],
  ],
  ['Your payment is being processed', { status: 'processing', session, methodId: 'pix', payment }, []],
  ['We are confirming your payment', { status: 'unknown', session, attempt: 1, gaveUp: false }, []],
  [
    'We cannot confirm your payment yet',
    { status: 'unknown', session, attempt: 1, gaveUp: true },
    ['Contact Café do Porto'],
  ],
  [
    'This checkout has expired',
    { status: 'expired', session, refreshable: true },
    ['Start again', 'Return to Café do Porto'],
  ],
  [
    'This checkout has expired',
    { status: 'expired', session, refreshable: false },
    ['Return to Café do Porto'],
  ],
  ['This checkout has expired', { status: 'expired', refreshable: false }, []],
  ['Checkout cancelled', { status: 'canceled', session }, ['Return to Café do Porto']],
  [
    'This payment could not be completed',
    { status: 'locked', session },
    ['Return to Café do Porto', 'Stay on this page', 'Contact Café do Porto'],
  ],
  ...(['canceled', 'locked', 'expired'] as const).map((status): [string, CheckoutState, string[]] => [
    'This order was paid in part',
    {
      status,
      session: { ...session, amount: { ...session.amount, paid: 5000, due: 10000 } },
      refreshable: false,
    },
    status === 'locked'
      ? ['Return to Café do Porto', 'Stay on this page', 'Contact Café do Porto']
      : ['Return to Café do Porto', 'Contact Café do Porto'],
  ]),
  ['You are offline', error('offline', { retryable: true }), ['Try again']],
  ['The payment service cannot be reached', error('timeout', { retryable: true }), ['Try again']],
  ['The payment service is having trouble', error('not_json', { retryable: true }), ['Try again']],
  ['The payment service is having trouble', error('malformed_session'), []],
  ['This checkout is not valid', error('invalid_token'), []],
  ['This checkout has expired', error('session_expired'), []],
  ['This checkout is not set up correctly', error('missing_token'), []],
  ['This checkout is not set up correctly', error('csp_blocked'), []],
  ['This checkout is open twice', error('duplicate_token'), []],
  ['There is no way to pay here yet', error('no_payment_method', { retryable: true }), ['Try again']],
  ['The checkout could not be loaded', error('something_new'), []],
];

describe('each end', () => {
  test.each(SCREENS)('“%s” (%j) has its words and its ways on', async (title, state, ways) => {
    const element = await show(state);
    await expect.element(heading(title)).toBeVisible();
    const names = [...page.getByRole('button').elements(), ...page.getByRole('link').elements()];
    expect(names.map((way) => way.textContent.trim()).sort()).toEqual([...ways].sort());
    await expectAccessible(element);
  });

  test.each(SCREENS)('“%s” (%j) never shows a developer’s words', async (_title, state) => {
    await show(state);
    expect(page.getByText('For developers').query()).toBeNull();
    expect(page.getByText('English, for developers').query()).toBeNull();
  });

  test.each(['idle', 'loading'] as const)('%s is none, and shows nothing', async (status) => {
    const element = await show({ status });
    expect(element.getBoundingClientRect().height).toBe(0);
  });
});

test('while no payment is told, the amount is what the method charges', async () => {
  const bank = aMethod('bank_redirect', { id: 'bank-usd', currency: 'USD', amount: 3120 });
  await show({
    status: 'processing',
    session: { ...session, paymentMethods: [bank] },
    methodId: 'bank-usd',
  });
  await expect.element(page.getByText('$31.20')).toBeVisible();
});

test('a success that the server took back says so, with the reference to ask by', async () => {
  await show({ status: 'succeeded', session, methodId: 'pix', stalled: false, contradicted: true });
  await expect.element(page.getByText('has since said otherwise')).toBeVisible();
  await expect.element(page.getByText(session.id)).toBeVisible();
});

describe('a paid session', () => {
  const paid: CheckoutState = { status: 'succeeded', session, methodId: 'pix', payment, stalled: false };

  test('says what was paid, how, and that the page is about to be left', async () => {
    await show(paid);
    const facts = page
      .getByRole('definition')
      .elements()
      .map((fact) => fact.textContent.trim());
    expect(facts).toEqual(['R$150.00', 'Pix']);
    await expect.element(page.getByText('Taking you back to Café do Porto…')).toBeVisible();
    await expect.element(link('Continue')).toHaveAttribute('href', 'https://shop.example/thanks?s=ses_1');
  });

  test('that could not be left says so and keeps the link', async () => {
    await show({ ...paid, stalled: true });
    await expect.element(page.getByText('Please use the button')).toBeVisible();
    await expect.element(link('Continue')).toBeVisible();
  });

  test('says nothing of leaving where the host page decides that', async () => {
    await show(paid, { manual: true });
    expect(page.getByText('Taking you back').query()).toBeNull();
  });

  test('has no way on where its URL is not one to follow', async () => {
    await show({ ...paid, session: { ...session, successUrl: 'javascript:alert(1)' } });
    expect(page.getByRole('link').query()).toBeNull();
    expect(page.getByText('Taking you back').query()).toBeNull();
  });

  test('asks the checkout to leave, so that the host page hears of it', async () => {
    const stage = await openStage({
      session: { currency: 'BRL', successUrl: 'https://shop.example/ok' },
      method: 'pix',
    });
    await stage.add('payment-result');
    await stage.pay();
    stage.sandbox.pay(stage.sessionId);
    await stage.pass(10_000);
    expect(stage.navigations).toEqual(['https://shop.example/ok']);
    await link('Continue').click();
    expect(stage.navigations).toEqual(['https://shop.example/ok', 'https://shop.example/ok']);
  });
});

describe('a payment nobody knows the end of', () => {
  test('is never asked for again, and after long waiting has a reference and someone to ask', async () => {
    await show({ status: 'unknown', session, attempt: 1, gaveUp: true });
    await expect.element(page.getByText('Please do not pay again')).toBeVisible();
    await expect.element(page.getByText('ses_1')).toBeVisible();
    await expect.element(link('Contact')).toHaveAttribute('href', 'mailto:help@shop.example');
    expect(page.getByRole('button').query()).toBeNull();
  });

  test.each([
    [{ supportUrl: 'https://shop.example/help', supportEmail: 'a@b.example' }, 'https://shop.example/help'],
    [{ supportUrl: 'javascript:alert(1)' }, undefined],
    [{ supportEmail: 'a@b.example?bcc=c@d.example' }, undefined],
    [{}, undefined],
  ])('offers %j as %s', async (contact, href) => {
    await show({
      status: 'unknown',
      session: { ...session, merchant: { name: 'Shop', ...contact } },
      attempt: 1,
      gaveUp: true,
    });
    expect(page.getByRole('link').query()?.getAttribute('href') ?? undefined).toBe(href);
  });
});

describe('a session that cannot be tried again', () => {
  const locked: CheckoutState = { status: 'locked', session };

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Five declines on a real checkout: locked, with somewhere to go. */
  async function lock() {
    const stage = await openStage({
      session: {
        currency: 'BRL',
        failureUrl: 'https://shop.example/failed',
        cancelUrl: 'https://shop.example/cart',
      },
      method: 'pix',
    });
    for (let turn = 0; turn < 5; turn++) {
      await stage.pay();
      stage.sandbox.decline(stage.sessionId);
      await stage.pass(10_000);
      stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    }
    expect(stage.store.state.status).toBe('locked');
    return stage;
  }

  test('counts down and then leaves, once', async () => {
    vi.useRealTimers();
    const stage = await lock();
    vi.useFakeTimers();
    const element = await stage.add('payment-result');
    expect(page.getByRole('timer').element().textContent).toMatch(/ in 30 s\.\s*$/);
    // Told with the heading, which has the focus; and more than 20 s are left to stop it (WCAG 2.2.1).
    await expect.element(page.getByRole('heading')).toHaveAccessibleDescription(/ in 30 s\.$/);
    vi.advanceTimersByTime(5_000);
    await element.updateComplete;
    expect(page.getByRole('timer').element().textContent).toMatch(/ in 25 s\.\s*$/);
    expect(stage.navigations).toEqual([]);
    vi.advanceTimersByTime(60_000);
    await element.updateComplete;
    expect(stage.navigations).toEqual(['https://shop.example/failed']);
  });

  test('stays when it is told to', async () => {
    const element = await show(locked);
    (button('Stay on this page').element() as HTMLElement).click();
    await element.updateComplete;
    expect(page.getByRole('timer').query()).toBeNull();
    vi.advanceTimersByTime(60_000);
    await element.updateComplete;
    expect(link('Return to Café do Porto').element()).toBeVisible();
  });

  test('counts anew for another session, however the one before it ended', async () => {
    const another: CheckoutState = { status: 'locked', session: { ...session, id: 'cs_another' } };
    const element = await show(locked);
    (button('Stay on this page').element() as HTMLElement).click();
    await element.updateComplete;
    vi.advanceTimersByTime(10_000);
    Object.assign(element, { state: { status: 'loading' } });
    await element.updateComplete;
    Object.assign(element, { state: locked });
    await element.updateComplete;
    expect(page.getByRole('timer').query()).toBeNull();
    Object.assign(element, { state: another });
    await element.updateComplete;
    expect(page.getByRole('timer').element().textContent).toMatch(/ in 30 s\.\s*$/);
    vi.advanceTimersByTime(10_000);
    Object.assign(element, { state: { status: 'locked', session: { ...session, id: 'cs_third' } } });
    await element.updateComplete;
    expect(page.getByRole('timer').element().textContent).toMatch(/ in 30 s\.\s*$/);
  });

  test.each([
    ['the host page decides where to go', locked, { manual: true }],
    ['there is nowhere to go', { status: 'locked', session: aSession() }, {}],
  ] as const)('counts nothing where %s', async (_why, state, properties) => {
    await show(state as CheckoutState, properties);
    expect(page.getByRole('timer').query()).toBeNull();
  });
});

test('asks for what a button says', async () => {
  const element = await show(error('timeout', { retryable: true, requestId: 'req_7' }));
  const asked: string[] = [];
  element.addEventListener('checkout-retry-request', (event) => asked.push(event.type));
  await button('Try again').click();
  expect(asked).toEqual(['checkout-retry-request']);
  await expect.element(page.getByText('timeout')).toBeVisible();
  await expect.element(page.getByText('req_7')).toBeVisible();
});

test('says what a card is charged in instalments, as the API said it', async () => {
  const installments = { count: 12, amount: 1_530, total: 18_360 };
  await show({
    status: 'succeeded',
    session,
    methodId: 'card',
    payment: aPayment({ status: 'succeeded', method: 'card', installments }),
    stalled: false,
  });
  await expect.element(page.getByText('R$183.60', { exact: true })).toBeVisible();
  await expect.element(page.getByText('12 × R$15.30', { exact: true })).toBeVisible();
});
