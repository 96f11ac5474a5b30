import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { LitElement } from 'lit';
import type { CheckoutState } from '../../src/core/machine/state.js';
import { buildBrCode } from '../../src/core/pix/build-br-code.js';
import { buildBoleto } from '../../src/sandbox/engine/boleto-line.js';
import { aPayment, aSession } from '../support/fixtures.js';
import { openStage, showAlone } from './stage.js';
import { useClipboard } from '../support/clipboard.js';

useClipboard();

/** Of a screen of 320 CSS pixels, what a page and the checkout leave between their margins. */
const NARROW_PX = 278;
const MINUTE_MS = 60_000;
/** Each control is as large as a thumb: WCAG 2.5.5, and what phones' own guidelines ask. */
const TARGET_PX = 44;

const AMOUNT = aPayment().amount;
const soon = (): number => Date.now() + 14 * MINUTE_MS + 30_000;
const SLIP = buildBoleto(AMOUNT, Date.UTC(2026, 10, 30), '0123456789'.repeat(3).slice(0, 25));
const PIX = buildBrCode({
  url: 'pix.example.com/qr/v2/9d36b84fc70b478fb95c12729b90ca25',
  merchantName: 'Cafe do Porto e Padaria',
  merchantCity: 'Sao Paulo',
  amountMinor: AMOUNT,
});
const ROWS = [
  { key: 'accountHolder', value: 'Café do Porto e Padaria Artesanal Ltda' },
  { key: 'iban', value: 'GB82WEST12345698765432' },
  { key: 'reference', value: 'RF18 5390 0754 7034' },
];

/** Every screen of a next action, and what stands on it in turn. */
const ACTIONS: readonly (readonly [what: string, tag: string, action: () => object])[] = [
  ['a Pix code', 'pix-payment', () => ({ type: 'qr_code', scheme: 'pix', data: PIX, expiresAt: soon() })],
  [
    'a Pix code that ran out',
    'pix-payment',
    () => ({ type: 'qr_code', scheme: 'pix', data: PIX, expiresAt: 1 }),
  ],
  [
    'a boleto',
    'boleto-payment',
    () => ({
      type: 'voucher',
      scheme: 'boleto',
      pdfUrl: 'https://b.example/b.pdf',
      ...SLIP,
      expiresAt: soon(),
    }),
  ],
  ['a transfer', 'bank-transfer', () => ({ type: 'bank_transfer', rows: ROWS, expiresAt: soon() })],
  ['a transfer that ran out', 'bank-transfer', () => ({ type: 'bank_transfer', rows: ROWS, expiresAt: 1 })],
  [
    'a wallet’s code',
    'wallet-code',
    () => ({
      type: 'wallet_code',
      network: 'innbucks',
      code: '701234567',
      deepLink: 'https://w.example/',
      expiresAt: soon(),
    }),
  ],
  [
    'a wallet’s code that ran out',
    'wallet-code',
    () => ({ type: 'wallet_code', network: 'innbucks', code: '701234567', expiresAt: 1 }),
  ],
  [
    'a bank’s code',
    'wallet-code',
    () => ({ type: 'wallet_code', code: 'https://bank.example/pay/8c1f6b2e-90ab-4c5e', expiresAt: soon() }),
  ],
  [
    'a prompt',
    'mobile-money-prompt',
    () => ({
      type: 'phone_prompt',
      network: 'ecocash',
      phone: '+263771234567',
      fallback: '*151*2*4#',
      expiresAt: soon(),
      resendAfter: soon(),
    }),
  ],
  [
    'a prompt that may be sent again',
    'mobile-money-prompt',
    () => ({ type: 'phone_prompt', network: 'ecocash', phone: '', expiresAt: 1, resendAfter: 1 }),
  ],
  ['a one-time code', 'one-time-code', () => ({ type: 'one_time_code', length: 6, resendAfter: soon() })],
  [
    'a one-time code that may be sent again',
    'one-time-code',
    () => ({ type: 'one_time_code', length: 6, resendAfter: 1 }),
  ],
  ['a redirect', 'payment-redirect', () => ({ type: 'redirect', url: 'https://bank.example/' })],
  [
    'an address that is not safe',
    'payment-redirect',
    () => ({ type: 'redirect', url: 'javascript:alert(1)' }),
  ],
  ['a challenge', 'three-d-secure', () => ({ type: 'three_d_secure', url: 'http://pay.localhost:1/' })],
];

const session = aSession({
  successUrl: 'https://shop.example/thanks',
  cancelUrl: 'https://shop.example/cart',
  merchant: { name: 'Café do Porto', supportEmail: 'help@shop.example' },
});
const payment = aPayment({ status: 'succeeded', amount: 126_052_600 });

const RESULTS: readonly CheckoutState[] = [
  { status: 'succeeded', session, methodId: 'pix', payment, stalled: false },
  { status: 'processing', session, methodId: 'pix', payment },
  { status: 'unknown', session, attempt: 1, gaveUp: true },
  { status: 'expired', session, refreshable: true },
  { status: 'locked', session },
  { status: 'canceled', session },
];

/** What a finger or a pointer aims at. */
const CONTROLS = 'button, a[href], input, textarea, summary';

/** Everything that is drawn in an element and in those inside it. */
function* drawn(root: Element | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('.sr')) continue;
    if (element.getClientRects().length > 0) yield element;
    if (element.shadowRoot) yield* drawn(element.shadowRoot);
  }
}

const narrow = (element: HTMLElement, width = NARROW_PX): void => {
  Object.assign(element.style, { display: 'block', inlineSize: `${String(width)}px` });
};

/** What sticks out, and what is too small for a finger. */
function faults(element: LitElement, minPx: number): string[] {
  const edge = element.getBoundingClientRect();
  return [...drawn(element.renderRoot as ShadowRoot)].flatMap((part) => {
    const name = `${part.localName}.${part.getAttribute('class') ?? ''}`;
    const { left, right, width, height } = part.getBoundingClientRect();
    const isOut =
      right > Math.ceil(edge.right) || (left < Math.floor(edge.left) && !part.matches('.spinner'));
    const isSmall = part.matches(CONTROLS) && Math.min(width, height) < minPx;
    return [
      ...(isOut ? [`${name} sticks out`] : []),
      ...(isSmall ? [`${name} is ${String(height)} high`] : []),
    ];
  });
}

/** Where everything is that can be pressed or read, by name; what is said in a region of its own may come and go. */
const places = (element: LitElement): string[] => {
  // A driver may scroll to what it presses.
  const { top } = element.getBoundingClientRect();
  return [...drawn(element.renderRoot as ShadowRoot)]
    .filter((part) => part.matches(`${CONTROLS}, h2, dl, dd, ol, payment-qr-code, .copied, .card, .time`))
    .map((part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      return `${part.localName}.${part.classList[0] ?? ''} ${[x, y - top, width, height].map((value) => value.toFixed(1)).join(' ')}`;
    });
};

/** Once nothing settles any more. */
async function placesAtRest(element: LitElement): Promise<string[]> {
  await element.updateComplete;
  await Promise.all(
    [...drawn(element.renderRoot as ShadowRoot)].flatMap((part) =>
      part
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations === 1)
        .map(async ({ finished }) => finished),
    ),
  );
  return places(element);
}

describe.each(ACTIONS)('%s', (_what, tag, action) => {
  test('has targets of 44 pixels on a phone of 320, and nothing beside the screen', async () => {
    const element = await showAlone(tag, { action: action(), payment: aPayment() });
    narrow(element);
    expect(faults(element, TARGET_PX)).toEqual([]);
    expect(element.scrollWidth).toBeLessThanOrEqual(NARROW_PX);
  });
});

describe.each(RESULTS)('the end “$status”', (state) => {
  test('has targets of 44 pixels on a phone of 320, and nothing beside the screen', async () => {
    const element = await showAlone('payment-result', { state });
    narrow(element);
    expect(faults(element, TARGET_PX)).toEqual([]);
  });
});

describe('with letters of twice the size', () => {
  beforeEach(() => {
    document.documentElement.style.fontSize = '32px';
  });
  afterEach(() => {
    document.documentElement.style.removeProperty('font-size');
  });

  test.each(ACTIONS)('%s fits a narrow phone', async (_what, tag, action) => {
    const element = await showAlone(tag, { action: action(), payment: aPayment() });
    narrow(element);
    expect(faults(element, TARGET_PX)).toEqual([]);
  });

  test('a code of eight digits is seen whole where it is typed', async () => {
    const element = await showAlone('one-time-code', {
      action: { type: 'one_time_code', length: 8 },
      payment: aPayment(),
    });
    narrow(element);
    const input = page.getByRole('textbox').element();
    await userEvent.fill(input, '12345678');
    expect(input.scrollWidth).toBeLessThanOrEqual(input.clientWidth);
  });

  test.each(RESULTS)('the end “$status” fits a narrow phone', async (state) => {
    const element = await showAlone('payment-result', { state });
    narrow(element);
    expect(faults(element, TARGET_PX)).toEqual([]);
  });
});

describe.each([NARROW_PX, 480])('on %d pixels nothing moves', (width) => {
  async function show(tag: string, action: object): Promise<LitElement> {
    const element = await showAlone(tag, { action, payment: aPayment() });
    narrow(element, width);
    return element;
  }

  test.each(ACTIONS.filter(([what]) => /^a (Pix code|boleto|wallet’s code|bank’s code)$/.test(what)))(
    'when %s was copied',
    async (_what, tag, action) => {
      const element = await show(tag, { ...action(), expiresAt: undefined });
      const before = await placesAtRest(element);
      await page.getByRole('button', { name: /^Copy/ }).click();
      await expect.element(page.getByRole('button', { name: 'Copied' })).toBeVisible();
      expect(await placesAtRest(element)).toEqual(before);
    },
  );

  test('when a row of a transfer was copied', async () => {
    const element = await show('bank-transfer', { type: 'bank_transfer', rows: ROWS });
    const before = await placesAtRest(element);
    await page.getByRole('button', { name: 'Copy: IBAN' }).click();
    await expect.element(page.getByRole('status').filter({ hasText: 'Copied: IBAN' })).toBeInTheDocument();
    expect(await placesAtRest(element)).toEqual(before);
  });

  test.each(ACTIONS.filter(([what]) => /Pix|transfer|code/.test(what) && !/one-time/.test(what)))(
    'when it is asked whether %s was paid',
    async (_what, tag, action) => {
      const element = await show(tag, {
        ...action(),
        ...((action() as { expiresAt?: number }).expiresAt !== 1 && { expiresAt: undefined }),
      });
      const before = await placesAtRest(element);
      await page.getByRole('button', { name: /check now/ }).click();
      await expect.element(page.getByText(/We are asking/)).toBeVisible();
      expect(await placesAtRest(element)).toEqual(before);
    },
  );

  test('when a code is refused', async () => {
    const element = await show('one-time-code', { type: 'one_time_code', length: 6 });
    const before = await placesAtRest(element);
    await userEvent.fill(page.getByRole('textbox'), '12345');
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect.element(page.getByText('Enter the whole code.')).toBeVisible();
    expect(await placesAtRest(element)).toEqual(before);
  });

  test('when a return to the shop takes too long', async () => {
    const state: CheckoutState = { status: 'succeeded', session, methodId: 'pix', payment, stalled: false };
    const element = await showAlone('payment-result', { state });
    narrow(element, width);
    const before = await placesAtRest(element);
    Object.assign(element, { state: { ...state, stalled: true } });
    await expect.element(page.getByText(/taking longer/)).toBeVisible();
    expect(await placesAtRest(element)).toEqual(before);
  });

  test('while the time of a prompt runs out, and another can be asked for', async () => {
    const paymentMethods = [{ type: 'mobile_money', networks: ['ecocash'] }] as const;
    const stage = await openStage({
      session: { currency: 'USD', amount: 2550, paymentMethods },
      method: 'mobile_money',
    });
    stage.store.draft.set('phone', '0776666666');
    stage.store.draft.set('network', 'ecocash');
    await stage.pay();
    const element = await stage.add('mobile-money-prompt');
    narrow(stage.host, width);
    await expect.element(page.getByRole('heading', { name: 'Approve on your phone' })).toBeVisible();
    const words = (): string => element.renderRoot.textContent;
    const still = async (): Promise<string[]> =>
      (await placesAtRest(element)).filter((place) => !/^(span\.time|button\.secondary)/.test(place));
    const before = await still();
    for (const passed of [1_000, 59_000, 60_000]) {
      const now = stage.clock.now() + passed;
      stage.clock.now = () => now;
      await stage.pass(0);
      expect(await still()).toEqual(before);
    }
    expect(words()).toMatch(/has run out/);
    await expect.element(page.getByRole('button', { name: 'Send the request again' })).toBeVisible();
  });

  test('when the picture of a Pix code comes', async () => {
    const element = await show('pix-payment', { type: 'qr_code', scheme: 'pix', data: PIX });
    const box = element.renderRoot.querySelector('.qr')?.getBoundingClientRect();
    expect(box?.height).toBeCloseTo(box?.width ?? 0, 0);
    await expect.element(page.getByRole('img')).toBeVisible();
    expect(element.renderRoot.querySelector('.qr')?.getBoundingClientRect().height).toBe(box?.height);
  });
});
