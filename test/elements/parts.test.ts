import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/core/payment-runner.js';
import { openCheckout } from './open-checkout.js';
import { showAlone } from './stage.js';
import { aPayment } from '../support/fixtures.js';
import { buildBrCode } from '../../src/core/pix/build-br-code.js';

const sources: Readonly<Record<string, string>> = import.meta.glob('../../src/elements/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The parts that each element's doc block names. */
const documented = new Map(
  Object.values(sources).flatMap((text) => {
    const tag = /@tag ([\w-]+)/.exec(text)?.[1];
    return tag === undefined
      ? []
      : [[tag, [...text.matchAll(/@csspart ([\w-]+)/g)].map(([, name = '']) => name)] as const];
  }),
);

interface Found {
  readonly host: string;
  readonly name: string;
  readonly element: Element;
}

/** Every part in an element and in those within it. */
function partsIn(host: Element): Found[] {
  return [...(host.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((element) => [
    ...[...element.part].map((name) => ({ host: host.localName, name, element })),
    ...partsIn(element),
  ]);
}

const sheet = new CSSStyleSheet();

beforeEach(() => {
  document.adoptedStyleSheets.push(sheet);
});
afterEach(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
});

/** Whether a rule of the page, for `::part(name)` of the outermost element, comes to the element that has it. */
function isReached(outer: string, { name, element }: Found): boolean {
  // Nothing inherits it, and no style of ours sets it.
  sheet.replaceSync(`${outer}::part(${name}) { scroll-margin-top: 7px }`);
  return getComputedStyle(element).scrollMarginTop === '7px';
}

const faults = (outer: Element): string[] =>
  partsIn(outer).flatMap((found) => [
    ...(documented.get(found.host)?.includes(found.name)
      ? []
      : [`${found.host}: ${found.name} is not documented`]),
    ...(isReached(outer.localName, found) ? [] : [`${found.host}: ${found.name} is not reached`]),
  ]);

const namesIn = (outer: Element): string[] => [...new Set(partsIn(outer).map(({ name }) => name))].sort();

test('every part of a checkout that is ready is documented where it stands, and reached from the page', async () => {
  const { element } = openCheckout({
    session: {
      requiredFields: ['email', 'name'],
      items: [{ name: 'Coffee', quantity: 2, unitAmount: 2500 }],
    },
  });
  await page.getByRole('radio', { name: 'Pix' }).click();
  await expect.poll(() => namesIn(element)).toContain('input');
  await page.getByRole('button', { name: /^Pay/ }).click();
  await expect.poll(() => namesIn(element)).toContain('error');
  expect(faults(element)).toEqual([]);
  expect(namesIn(element)).toEqual(
    expect.arrayContaining([
      ...['root', 'summary', 'main', 'merchant', 'title', 'amount', 'items', 'item', 'totals', 'total'],
      ...['legend', 'method', 'method-label', 'method-hint', 'marks'],
      ...['form', 'field', 'label', 'input', 'error', 'button', 'payee', 'link', 'cancel'],
    ]),
  );
});

test('so is every part of a screen that shows what to do, and of one that says what came of it', async () => {
  const { element } = openCheckout();
  await page.getByRole('radio', { name: 'Pix' }).click();
  await page.getByRole('button', { name: /^Pay/ }).click();
  await expect.poll(() => namesIn(element)).toContain('qr');
  expect(faults(element)).toEqual([]);
  expect(namesIn(element)).toEqual(
    expect.arrayContaining([
      'title',
      'message',
      'facts',
      'code',
      'countdown',
      'qr',
      'secondary-button',
      'ways',
    ]),
  );
});

test('so is every part of an order of many lines, whose list is an element of its own', async () => {
  const items = Array.from({ length: 120 }, (_, at) => ({
    name: `Coffee ${String(at)}`,
    quantity: 1,
    unitAmount: 2_500,
  }));
  const { element } = openCheckout({ session: { items } });
  await expect.poll(() => partsIn(element).some(({ host }) => host === 'order-items')).toBe(true);
  expect(namesIn(element)).toEqual(expect.arrayContaining(['items', 'item', 'item-name', 'item-amount']));
  expect(faults(element)).toEqual([]);
});

const payment = aPayment({ amount: 12_990 });
const expiresAt = Date.now() + 600_000;

test.each([
  [
    'pix-payment',
    {
      type: 'qr_code',
      data: buildBrCode({ key: 'a@b.example', merchantName: 'A', merchantCity: 'B' }),
      expiresAt,
    },
    ['code', 'qr'],
  ],
  ['boleto-payment', { type: 'voucher', scheme: 'boleto', line: 'none' }, ['title', 'alert', 'button']],
  [
    'mobile-money-prompt',
    { type: 'phone_prompt', network: 'ecocash', expiresAt },
    ['steps', 'countdown', 'waiting'],
  ],
  ['one-time-code', { type: 'one_time_code', length: 6 }, ['field', 'label', 'input', 'button', 'link']],
  [
    'wallet-code',
    { type: 'wallet_code', network: 'innbucks', code: '123 456', expiresAt },
    ['code', 'qr', 'facts'],
  ],
  [
    'payment-redirect',
    { type: 'redirect', url: 'https://bank.example/' },
    ['title', 'message', 'button', 'link'],
  ],
  ['bank-transfer', { type: 'bank_transfer', rows: [], expiresAt }, ['title', 'alert']],
  ['three-d-secure', { type: 'three_d_secure', url: 'http://pay.localhost:1/' }, ['title']],
] as const)('<%s> by itself has its parts documented and reached', async (tag, action, least) => {
  const element = await showAlone(tag, { action, payment });
  await expect.poll(() => namesIn(element)).toEqual(expect.arrayContaining([...least]));
  expect(faults(element)).toEqual([]);
});

test('an element names the parts it hands on when they are others, and not at every update', async () => {
  const action = { type: 'wallet_code', network: 'innbucks', code: '123 456', expiresAt };
  const element = await showAlone('wallet-code', { action, payment });
  await expect.poll(() => namesIn(element)).toContain('countdown');
  let written = 0;
  const observer = new MutationObserver((records) => (written += records.length));
  observer.observe(element, { attributeFilter: ['exportparts'] });
  const writes = async (): Promise<number> => {
    written = 0;
    element.requestUpdate();
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    return written;
  };
  await writes();
  expect(await writes()).toBe(0);
  Object.assign(element, { action: { ...action, expiresAt: undefined } });
  expect(await writes()).toBe(1);
  expect(namesIn(element)).not.toContain('countdown');
  Object.assign(element, { action });
  expect(await writes()).toBe(1);
  expect(namesIn(element)).toContain('countdown');
  expect(faults(element)).toEqual([]);
  observer.disconnect();
});

test('what the page calls a part stays its name for it, and the others are handed on beside it', async () => {
  const { element } = openCheckout({
    session: { currency: 'BRL' },
    children: '<pay-button exportparts="button: shop-button"></pay-button>',
  });
  const button = () => element.querySelector('pay-button');
  await expect.poll(() => button()?.getAttribute('exportparts')?.split(',')).toContain('payee');
  expect(button()?.getAttribute('exportparts')?.split(',')).toContain('button: shop-button');
  expect(button()?.getAttribute('exportparts')?.split(',')).not.toContain('button');
  // As a framework binds it anew.
  button()?.setAttribute('exportparts', 'button: another');
  button()?.requestUpdate();
  await expect
    .poll(() => button()?.getAttribute('exportparts')?.split(','))
    .toEqual(expect.arrayContaining(['button: another', 'payee']));
});
