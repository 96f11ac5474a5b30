import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { SessionInput } from '../../src/sandbox/index.js';
import { openCheckout, type OpenCheckout } from './open-checkout.js';
import { overflowIn } from './overflow.js';

const NARROW_PX = 320;

const LOCALES = Object.keys(import.meta.glob('../../src/i18n/locales/*.ts'))
  .map((file) => file.slice(file.lastIndexOf('/') + 1, -'.ts'.length))
  .filter((name) => !/-(more|action)$/.test(name));

const ORDER: SessionInput = {
  items: [{ name: 'Ground coffee from the Serra da Mantiqueira', quantity: 2, unitAmount: 1_260_526 }],
  merchant: { name: 'Café do Porto' },
  customer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
  paymentMethods: ['pix', 'boleto', 'card', 'mobile_money', 'bank_transfer'],
};

const pay = async (): Promise<void> => {
  await page.getByRole('button', { name: /^Pay .*\d/ }).click();
};

const pick = async (name: string): Promise<void> => {
  await page.getByRole('radio', { name }).click();
};

/** Screens with all their words, each come to in English. */
const SCREENS: readonly (readonly [
  name: string,
  session: SessionInput,
  come: (checkout: OpenCheckout) => Promise<void> | void,
  status: string,
])[] = [
  [
    'the form',
    { ...ORDER, customer: {}, requiredFields: ['name', 'email', 'document', 'address'] },
    () => undefined,
    'ready',
  ],
  [
    'a form with mistakes, and parts to pay in',
    { ...ORDER, customer: {}, requiredFields: ['email', 'document'], combined: { enabled: true, max: 3 } },
    async () => {
      await pick('Pix');
      await pay();
    },
    'ready',
  ],
  ['a Pix code', ORDER, async () => pick('Pix').then(pay), 'action_required'],
  ['a boleto', ORDER, async () => pick('Boleto').then(pay), 'action_required'],
  ['a bank transfer', ORDER, async () => pick('Bank transfer').then(pay), 'action_required'],
  [
    'an end',
    { ...ORDER, expiresIn: 60 },
    ({ element, sandbox, sessionId }) => {
      sandbox.expire(sessionId);
      void element.refresh();
    },
    'expired',
  ],
];

test.each(SCREENS)('%s fits 320 px in every language', async (_name, session, come, status) => {
  const checkout = openCheckout({ session });
  const { element } = checkout;
  Object.assign(element.style, { display: 'block', inlineSize: `${String(NARROW_PX)}px` });
  await expect.poll(() => element.state.status).toBe('ready');
  await come(checkout);
  await expect.poll(() => element.state.status).toBe(status);
  await expect.poll(() => element.shadowRoot?.querySelectorAll(':not(:defined)').length).toBe(0);

  expect(LOCALES.length).toBeGreaterThan(2);
  const faults: Record<string, readonly string[]> = {};
  for (const locale of LOCALES) {
    element.locale = locale;
    const root = () => element.shadowRoot?.querySelector<HTMLElement>('[part~="root"]');
    await expect.poll(() => root()?.lang).toBe(locale);
    await new Promise(requestAnimationFrame);
    const found = overflowIn(element);
    if (found.length > 0) faults[locale] = found;
  }
  expect(faults).toEqual({});
});
