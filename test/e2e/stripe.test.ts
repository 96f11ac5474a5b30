import type { FrameLocator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startDemo } from '../../demo/server.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { freshPage, heard, launchBrowser, violations } from '../support/browser.js';
import { watchForCanaries } from '../support/canary.js';
import { CARDS, clickAway, payButton, pickMethod, status, untilStatus } from '../support/shopper.js';
import { checkoutTag, type PageOptions, type ShownSession } from '../support/stack.js';
import { startStripeDouble, type StripeDoubleServer } from '../support/stripe-double/stripe-double.js';
import { started, useStack } from '../support/use-stack.js';
import { WAIT_MS } from '../support/wait.js';

const running: { stripe?: StripeDoubleServer } = {};
const rig = useStack(async () => {
  running.stripe = await startStripeDouble();
  return launchBrowser({ flags: running.stripe.flags });
});
const stripe = (): StripeDoubleServer => started(running.stripe);

beforeAll(() => {
  stripe().sandbox = rig.stack.sandbox;
});
afterEach(() => {
  stripe().fault = undefined;
  stripe().asked.length = 0;
  rig.stack.intercept = undefined;
});
afterAll(async () => running.stripe?.close());

const SCRIPT = '/endive/stripe.js';
const PROCESSING_ERROR = '4000000000000119';

/** The strictest policy that lets Stripe in, by the README's lines; without those that are named. */
const policy = (...without: string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self' https://js.stripe.com https://*.js.stripe.com",
    "style-src 'none'",
    `connect-src ${rig.stack.apiUrl} https://api.stripe.com`,
    `frame-src ${rig.stack.payUrl} https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com`,
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types checkout-session#lit checkout-session#stripe',
  ]
    .map((line) => without.reduce((left, part) => left.replaceAll(part, ''), line))
    .join('; ');

const method = (mode: string): SessionInput => ({
  currency: 'BRL',
  paymentMethods: [{ type: 'card', tokenizer: { name: 'stripe', publicKey: 'pk_test_double', mode } }, 'pix'],
});

const show = (
  mode: string,
  options: PageOptions = {},
  session: SessionInput = {},
  provider: ProviderId = 'native',
): ShownSession =>
  rig.stack.checkout(
    provider,
    { ...method(mode), ...session },
    { redirect: 'manual' },
    { csp: policy(), ...options },
  );

const fields = (page: Page): FrameLocator => page.frameLocator('iframe[title^="Secure"]');

async function type(page: Page, number: string): Promise<void> {
  const frame = fields(page);
  await frame.getByLabel('Card number').fill(number);
  await frame.getByLabel('Expiration date').fill('12 / 34');
  await frame.getByLabel('Security code').fill('123');
}

async function open(shown: ShownSession): Promise<Awaited<ReturnType<typeof freshPage>>> {
  const opened = await freshPage(rig.browser);
  opened.page.setDefaultTimeout(WAIT_MS);
  await opened.page.goto(shown.url);
  return opened;
}

const charges = (shown: ShownSession): number => rig.stack.sandbox.ledger.chargesOf(shown.id).length;

const alertText = (page: Page, text: RegExp) => page.getByRole('alert').filter({ hasText: text });

/** Has the page ask at once, as it does when the network is back. */
const wake = async (page: Page): Promise<void> =>
  page.evaluate(() => {
    dispatchEvent(new Event('online'));
  });

describe('under a strict policy with Trusted Types, a session whose card is Stripe’s is paid', () => {
  test.each([
    ['by an intent that Stripe confirms', 'payment_intent', 'native'],
    ['by a confirmation token', 'confirmation_token', 'native'],
    ['by a payment method', 'payment_method', 'native'],
    ['by a payment method, over an orchestrator', 'payment_method', 'plugtopay'],
    ['by a single-use token', 'token', 'native'],
  ] as const)('%s: declined first, then once', async (_name, mode, provider) => {
    const shown = show(mode, {}, provider === 'native' ? {} : { customer: {} }, provider);
    const { page, context, errors } = await open(shown);
    await pickMethod(page, 'card');
    await type(page, CARDS.insufficient);
    const names = [/^E-mail/, /^Full name/, /^CPF/] as const;
    if (provider !== 'native')
      for (const [index, text] of ['ana@example.com', 'Ana Lima', '529.982.247-25'].entries())
        await page.getByRole('textbox', { name: names[index] ?? '' }).fill(text);
    await payButton(page).click();
    await alertText(page, /not enough money/).waitFor();
    expect(charges(shown)).toBe(0);
    await type(page, CARDS.approved);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(charges(shown)).toBe(1);
    expect(await violations(page)).toEqual([]);
    expect(errors).toEqual([]);
    // Nothing of it is left, neither the frame nor what it stood in.
    await expect.poll(() => page.locator('iframe').count()).toBe(0);
    expect(await page.evaluate(() => document.querySelector('checkout-session')?.childElementCount)).toBe(0);
    await context.close();
  });

  test.each(['payment_intent', 'confirmation_token'])(
    'by %s with 3-D Secure in Stripe’s own window, answered no and then yes',
    async (mode) => {
      const shown = show(mode);
      const { page, context } = await open(shown);
      await pickMethod(page, 'card');
      for (const answer of ['Fail', 'Complete']) {
        await type(page, CARDS.challenge);
        await payButton(page).click();
        const bank = page.frameLocator('iframe[title="Stripe 3D Secure"]');
        await clickAway(bank.getByRole('button', { name: `${answer} authentication` }));
        if (answer === 'Fail') await alertText(page, /could not confirm that it is you/).waitFor();
        await untilStatus(page, answer === 'Fail' ? 'ready' : 'succeeded');
      }
      expect(charges(shown)).toBe(1);
      expect(await violations(page)).toEqual([]);
      await context.close();
    },
  );

  test('and a fault of Stripe’s own is told as one, not as a decline', async () => {
    const shown = show('payment_intent');
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await type(page, PROCESSING_ERROR);
    await payButton(page).click();
    await alertText(page, /could not be processed/).waitFor();
    await context.close();
  });

  test('and what is not complete yet is said in Stripe’s own fields, and sent nowhere', async () => {
    const shown = show('confirmation_token');
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await fields(page).getByLabel('Card number').fill('4242');
    await payButton(page).click();
    await fields(page).getByText('Your card number is incomplete.').waitFor();
    await untilStatus(page, 'ready');
    expect(stripe().asked.filter((path) => path.startsWith('/v1/'))).toEqual([]);
    expect(rig.stack.sandbox.ledger.arrivalsOf(shown.id)).toEqual([]);
    await context.close();
  });
});

describe('what Stripe says in the page is never the truth', () => {
  test('while the server has not heard of it, an intent that Stripe calls paid is not shown as paid', async () => {
    const shown = show('payment_intent');
    rig.stack.sandbox.stripe.holdWebhooks();
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await type(page, CARDS.approved);
    await payButton(page).click();
    await expect.poll(() => stripe().asked.filter((path) => path === '/v1/confirm').length).toBe(1);
    await wake(page);
    await page.waitForTimeout(500);
    expect(await status(page)).toBe('action_required');
    // Nothing may be begun over it.
    expect(await page.getByRole('button', { name: /Pay|another/ }).count()).toBe(0);
    rig.stack.sandbox.stripe.releaseWebhooks();
    await untilStatus(page, 'succeeded');
    expect(charges(shown)).toBe(1);
    await context.close();
  });

  test('a confirmation whose answer was lost ends by a read, and is made once', async () => {
    const shown = show('payment_intent');
    stripe().fault = { on: /confirm/, mode: 'lost' };
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await type(page, CARDS.approved);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(charges(shown)).toBe(1);
    await context.close();
  });

  test('one that never arrived is made again on the same intent, and charged once', async () => {
    const shown = show('payment_intent');
    stripe().fault = { on: /confirm/, mode: 'refused' };
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await type(page, CARDS.approved);
    await payButton(page).click();
    await alertText(page, /will not be charged twice/).waitFor();
    expect(charges(shown)).toBe(0);
    stripe().fault = undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await untilStatus(page, 'succeeded');
    expect(charges(shown)).toBe(1);
    await context.close();
  });

  test('two presses in one go confirm the intent once, and the server knows of it before Stripe does', async () => {
    const shown = show('payment_intent');
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await type(page, CARDS.approved);
    const before = rig.stack.sandbox.stripe.confirmations.length;
    await payButton(page).dblclick();
    await untilStatus(page, 'succeeded');
    expect(rig.stack.sandbox.stripe.confirmations.length - before).toBe(1);
    expect(rig.stack.sandbox.ledger.arrivalsOf(shown.id)).toHaveLength(1);
    expect(charges(shown)).toBe(1);
    await context.close();
  });

  test('a card that Stripe declines is not said to be uncharged before the server says so', async () => {
    const shown = show('payment_intent');
    rig.stack.sandbox.stripe.holdWebhooks();
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await type(page, CARDS.insufficient);
    await payButton(page).click();
    await alertText(page, /could not be confirmed/).waitFor();
    expect(await page.getByText(/not been charged/).count()).toBe(0);
    rig.stack.sandbox.stripe.releaseWebhooks();
    await alertText(page, /not enough money.+not been charged/).waitFor();
    await context.close();
  });

  test('a press that sent nothing is no part of a payment that another tab makes', async () => {
    const shown = show('payment_intent');
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await fields(page).getByLabel('Card number').fill('4242');
    await payButton(page).click();
    await fields(page).getByText('Your card number is incomplete.').waitFor();
    await untilStatus(page, 'ready');
    const before = rig.stack.sandbox.stripe.confirmations.length;
    const tab = await context.newPage();
    await tab.goto(shown.url);
    await pickMethod(tab, 'card');
    await type(tab, CARDS.challenge);
    await payButton(tab).click();
    await tab.locator('iframe[title="Stripe 3D Secure"]').waitFor();
    await wake(page);
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    expect((await page.getByRole('alert').allInnerTexts()).join('')).toBe('');
    expect(rig.stack.sandbox.stripe.confirmations.length - before).toBe(1);
    const bank = tab.frameLocator('iframe[title="Stripe 3D Secure"]');
    await clickAway(bank.getByRole('button', { name: 'Complete authentication' }));
    await untilStatus(page, 'succeeded');
    expect(charges(shown)).toBe(1);
    await context.close();
  });

  test('what Stripe left in the page’s address is not sent on', async () => {
    const shown = show('payment_method');
    const bodies: Promise<string>[] = [];
    rig.stack.intercept = (request) => {
      if (request.method === 'POST') bodies.push(request.clone().text());
      return undefined;
    };
    const { page, context } = await open({
      ...shown,
      url: `${shown.url}?payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_2&redirect_status=failed`,
    });
    await pickMethod(page, 'pix');
    await payButton(page).click();
    await page.getByRole('img', { name: /^Pix QR code/ }).waitFor();
    const sent = (await Promise.all(bodies)).join();
    expect(sent).toContain(`"returnUrl":"${shown.url}"`);
    expect(sent).not.toContain('pi_1');
    await context.close();
  });

  test('after a reload the shopper is asked before Stripe goes on, and can pay another way', async () => {
    const shown = show('confirmation_token');
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await type(page, CARDS.challenge);
    await payButton(page).click();
    await page.locator('iframe[title="Stripe 3D Secure"]').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).waitFor();
    expect(await page.locator('iframe[title="Stripe 3D Secure"]').count()).toBe(0);
    await page.getByRole('button', { name: 'Pay another way' }).click();
    await untilStatus(page, 'ready');
    await context.close();
  });
});

describe('two methods that are both Stripe’s', () => {
  const twice = (second: object): SessionInput => {
    const tokenizer = { name: 'stripe', publicKey: 'pk_test_double', mode: 'confirmation_token' };
    return {
      paymentMethods: [
        { type: 'card', id: 'in_reais', label: 'In reais', tokenizer },
        {
          type: 'card',
          id: 'in_dollars',
          label: 'In dollars',
          currency: 'USD',
          amount: 2_450,
          tokenizer: { ...tokenizer, ...second },
        },
      ],
    };
  };
  interface DoubleWindow {
    readonly Stripe?: {
      readonly key: string;
      readonly latest: { readonly options: { readonly amount: number; readonly currency: string } };
    };
  }
  const price = async (page: Page): Promise<string> =>
    page.evaluate(() => {
      const { amount, currency } = (window as unknown as DoubleWindow).Stripe?.latest.options ?? {};
      return `${String(amount)} ${String(currency)}`;
    });

  test('of one account share their fields, each with its own sum and currency', async () => {
    const { page, context } = await open(show('', {}, twice({})));
    await pickMethod(page, 'In reais');
    await fields(page).getByLabel('Card number').waitFor();
    expect(await price(page)).toMatch(/ brl$/);
    await page.getByRole('combobox', { name: 'Currency' }).selectOption('USD');
    await expect.poll(async () => price(page)).toBe('2450 usd');
    await context.close();
  });

  test('of two accounts: after a reload the one that knows the payment is asked', async () => {
    const { page, context } = await open(show('', {}, twice({ publicKey: 'pk_test_other' })));
    await pickMethod(page, 'In reais');
    await page.getByRole('combobox', { name: 'Currency' }).selectOption('USD');
    await type(page, CARDS.challenge);
    await payButton(page).click();
    await page.locator('iframe[title="Stripe 3D Secure"]').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.locator('iframe[title="Stripe 3D Secure"]').waitFor();
    expect(await page.evaluate(() => (window as unknown as DoubleWindow).Stripe?.key)).toBe('pk_test_other');
    await context.close();
  });
});

describe('Stripe.js is fetched on intent, once', () => {
  test('not with the page, but when the pointer is over the card', async () => {
    const { page, context } = await open(show('payment_method'));
    const row = page.getByRole('radio', { name: /^Card/ });
    await row.waitFor();
    await page.getByRole('radio', { name: /^Pix/ }).check({ force: true });
    await page.waitForTimeout(300);
    expect(stripe().asked).toEqual([]);
    await page.getByText('Credit or debit card').hover();
    await expect.poll(() => stripe().asked).toEqual([SCRIPT]);
    await row.check({ force: true });
    await fields(page).getByLabel('Card number').waitFor();
    expect(stripe().asked.filter((path) => path === SCRIPT)).toHaveLength(1);
    await context.close();
  });

  test('and not again with each move of the pointer where it cannot be had, until the network is back', async () => {
    stripe().fault = { on: /stripe\.js$/, mode: 'refused' };
    const { page, context } = await open(show('payment_method'));
    const row = page.getByText('Credit or debit card');
    const box = await row.boundingBox();
    const move = async (): Promise<void> => {
      // From where it is to there and back, a pixel at a time.
      for (const x of [40, 4]) await page.mouse.move((box?.x ?? 0) + x, (box?.y ?? 0) + 5, { steps: 30 });
    };
    await move();
    await expect.poll(() => stripe().asked).toEqual([SCRIPT]);
    await move();
    await page.waitForTimeout(300);
    await move();
    await page.waitForTimeout(300);
    expect(stripe().asked).toEqual([SCRIPT]);
    await wake(page);
    await move();
    await expect.poll(() => stripe().asked).toEqual([SCRIPT, SCRIPT]);
    stripe().fault = undefined;
    await pickMethod(page, 'card');
    await fields(page).getByLabel('Card number').waitFor();
    await context.close();
  });

  test('or when the card has the focus', async () => {
    const { page, context } = await open(show('payment_method'));
    await page.getByRole('radio', { name: /^Card/ }).focus();
    await expect.poll(() => stripe().asked).toEqual([SCRIPT]);
    await context.close();
  });

  test('and never where the page has one of its own', async () => {
    const { page, context } = await open(
      show('payment_method', {
        before: `<script src="https://js.stripe.com/v3/stripe.js"></script>`,
      }),
    );
    await pickMethod(page, 'card');
    await type(page, CARDS.approved);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(stripe().asked.filter((path) => path.endsWith('stripe.js'))).toEqual(['/v3/stripe.js']);
    await context.close();
  });
});

const csp = async (page: Page) => {
  await expect
    .poll(async () => (await heard(page)).filter(({ detail }) => detail['code'] === 'csp_blocked').length)
    .toBeGreaterThan(0);
  return (await heard(page)).find(({ detail }) => detail['code'] === 'csp_blocked')?.detail;
};

describe('a Stripe that cannot be reached', () => {
  test('is offered again, fetched anew, and leaves the other methods to pay with', async () => {
    const shown = show('payment_method');
    stripe().fault = { on: /stripe\.js$/, mode: 'refused' };
    const { page, context } = await open(shown);
    await pickMethod(page, 'card');
    await alertText(page, /cannot be reached/).waitFor();
    const asked = stripe().asked.length;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => stripe().asked.length).toBeGreaterThan(asked);
    await alertText(page, /cannot be reached/).waitFor();
    await pickMethod(page, 'pix');
    await payButton(page).click();
    await page.getByRole('img', { name: /^Pix QR code/ }).waitFor();
    await page.getByRole('button', { name: 'Pay another way' }).click();
    await pickMethod(page, 'card');
    stripe().fault = undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await type(page, CARDS.approved);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  test.each([
    ['its script', ' https://js.stripe.com https://*.js.stripe.com', 'script-src'],
    ['its frames', ' https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com', 'frame-src'],
    ['our policy for its script', ' checkout-session#stripe', 'trusted-types'],
  ])(
    'because the page’s policy does not let in %s, is named with the lines to add',
    async (_name, part, directive) => {
      const lines = policy().split('; ');
      const line = lines.map((one) => (one.startsWith(directive) ? one.replace(part, '') : one)).join('; ');
      const { page, context } = await open(show('payment_method', { csp: line }));
      await pickMethod(page, 'card');
      const detail = await csp(page);
      expect(detail).toMatchObject({ kind: 'integration' });
      expect(detail?.['message']).toContain(directive);
      expect(detail?.['hint']).toContain(`${directive} `);
      await alertText(page, /cannot be reached/).waitFor();
      await pickMethod(page, 'pix');
      await payButton(page).click();
      await page.getByRole('img', { name: /^Pix QR code/ }).waitFor();
      await context.close();
    },
  );
});

/** `<shop-box>` inside `<shop-page>`, each with a shadow root, and the checkout innermost. */
const nested = (token: string, apiBase: string): string => `
const inside = (host, child) => { host.attachShadow({ mode: 'open' }).append(child); return child; };
const make = (tag) => document.createElement(tag);
const checkout = make('checkout-session');
Object.assign(checkout, { token: '${token}', apiBase: '${apiBase}', redirect: 'manual', locale: 'en' });
const outer = document.getElementById('outer');
inside(inside(outer, make('div')), checkout);
`;

test('the demo sells with a test key of Stripe’s, whose tokens the sandbox trusts', async () => {
  const demo = await startDemo({ ports: { shop: 0, api: 0, pay: 0 }, stripeKey: 'pk_test_double' });
  const { page, context, errors } = await freshPage(rig.browser);
  await page.goto(`${demo.shopUrl}/cart?provider=native&currency=BRL&method=card&locale=en`);
  await type(page, CARDS.approved);
  await page.getByRole('textbox', { name: /^E-mail/ }).fill('ana@example.com');
  await payButton(page).click();
  await page.waitForURL('**/success**');
  await page.locator('[data-notice="paid"]').waitFor();
  expect(errors).toEqual([]);
  await context.close();
  await demo.close();
  await expect(startDemo({ stripeKey: 'sk_test_secret' })).rejects.toThrow('pk_test_');
});

describe('where the fields stand', () => {
  test('inside two shadow roots of the page they are a child of the outermost host, moved and removed without a trace', async () => {
    const { token, apiBase } = rig.stack.sandbox.createSession('native', method('payment_method'));
    const script = rig.stack.asset('nested.js', nested(token, apiBase));
    const url = rig.stack.page(
      `<div id="outer"></div><div id="elsewhere"></div><script src="${script}"></script>`,
      {
        csp: policy(),
      },
    );
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(url);
    await pickMethod(page, 'card');
    await fields(page).getByLabel('Card number').waitFor();
    const added = async () =>
      page.evaluate(() => document.querySelectorAll('[slot^="checkout-stripe"]').length);
    expect(await added()).toBe(1);
    expect(await page.evaluate(() => document.querySelector('#outer > [slot]')?.tagName)).toBe('DIV');
    // Moved while it is shown: the fields come anew, in the same one place.
    await page.evaluate(() => {
      document.getElementById('elsewhere')?.append(document.getElementById('outer') ?? '');
    });
    await type(page, CARDS.approved);
    expect(await added()).toBe(1);
    await payButton(page).click();
    await page.getByRole('heading', { name: 'Payment received' }).waitFor();
    expect(await added()).toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });

  test('in an arrangement of the merchant’s own, and taken away with it', async () => {
    const { id, token, apiBase } = rig.stack.sandbox.createSession('native', method('confirmation_token'));
    const tag = checkoutTag({ token, 'api-base': apiBase, redirect: 'manual', locale: 'en' }).replace(
      '></',
      '><payment-method-picker></payment-method-picker><card-form></card-form><pay-button></pay-button></',
    );
    const { page, context, errors } = await freshPage(rig.browser);
    await page.goto(rig.stack.page(tag, { csp: policy() }));
    await pickMethod(page, 'card');
    await type(page, CARDS.approved);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(charges({ id, token, url: '' })).toBe(1);
    await expect.poll(() => page.locator('iframe').count()).toBe(0);
    await page.evaluate(() => {
      document.querySelector('checkout-session')?.remove();
    });
    expect(errors).toEqual([]);
    await context.close();
  });

  test('they wear the theme, and change with it while what was typed stays', async () => {
    const { page, context } = await open(show('payment_method'));
    await pickMethod(page, 'card');
    await type(page, CARDS.approved);
    const number = fields(page).getByLabel('Card number');
    const ground = async () => number.evaluate((input) => getComputedStyle(input).backgroundColor);
    expect(await ground()).toBe('rgb(255, 255, 255)');
    await page.evaluate(() => {
      document.querySelector('checkout-session')?.setAttribute('theme', 'dark');
    });
    await expect.poll(ground).toBe('rgb(20, 22, 26)');
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('checkout-session');
      host?.style.setProperty('--checkout-color-background', '#102030');
      host?.setAttribute('locale', 'pt-BR');
    });
    await expect.poll(ground).toBe('rgb(16, 32, 48)');
    await expect
      .poll(async () => number.evaluate((input) => input.ownerDocument.documentElement.lang))
      .toBe('pt-BR');
    expect(await number.inputValue()).toBe(CARDS.approved);
    await context.close();
  });
});

describe('nothing of the card, and no secret of the intent, is anywhere in the host page', () => {
  test.each(['payment_intent', 'confirmation_token', 'token'])('%s', async (mode) => {
    const context = await rig.browser.newContext();
    const page = await context.newPage();
    const shown = show(mode);
    const secret = rig.stack.sandbox.session(shown.id).methods[0]?.tokenizer?.clientSecret?.reveal();
    const mayBeIn = ({ url }: { url: string }): boolean => url.startsWith('https://js.stripe.com/');
    const watch = await watchForCanaries(page, [
      { name: 'card number', value: CARDS.declined, mayBeIn },
      { name: 'card number', value: CARDS.approved, mayBeIn },
      ...(secret === undefined ? [] : [{ name: 'client secret', value: secret, mayBeIn }]),
    ]);
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    await type(page, CARDS.declined);
    await payButton(page).click();
    await alertText(page, /not approved/).waitFor();
    await type(page, CARDS.approved);
    await payButton(page).click();
    await untilStatus(page, 'succeeded');
    expect(await watch.leaks({ accessibility: true })).toEqual([]);
    const state = await page.evaluate(() => {
      const { state } = document.querySelector('checkout-session') as unknown as { state: unknown };
      return JSON.stringify(state) + JSON.stringify(structuredClone(state));
    });
    expect(state).toContain('stripe');
    expect(state).not.toContain('_secret_');
    await context.close();
  });
});
