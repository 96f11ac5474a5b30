import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LitElement } from 'lit';
import '../../src/define.js';
import { cutIn, overflowIn } from './overflow.js';
import { openStage, type Stage, type StageOptions } from './stage.js';

/** What a phone leaves to the checkout, less its margins; the letters are twice as large as usual (WCAG 1.4.4). */
const PHONE_PX = 310;
const LARGE = '32px';

beforeEach(() => {
  document.documentElement.style.fontSize = LARGE;
});
afterEach(() => {
  document.documentElement.style.removeProperty('font-size');
});

async function shown(tag: string, options: StageOptions, isPaying: boolean): Promise<LitElement> {
  const stage: Stage = await openStage(options);
  Object.assign(stage.host.style, { display: 'block', inlineSize: `${String(PHONE_PX)}px` });
  if (isPaying) {
    stage.store.draft.set('phone', '0771234567');
    stage.store.draft.set('network', 'innbucks');
    await stage.pay();
  }
  const element = await stage.add(tag);
  await stage.pass(0);
  return element;
}

const CUSTOMER = { name: 'Ana Lima', document: '52998224725' };
const ITEMS = [
  { name: 'Ground coffee from the Serra da Mantiqueira', unitAmount: 1_260_526 },
  { name: 'Filter', quantity: 2, unitAmount: 9_338, tax: { type: 'fixed', value: '1', amount: 100 } },
] as const;
const REAIS = { currency: 'BRL', items: ITEMS, customer: CUSTOMER };
const WALLETS = {
  currency: 'USD',
  amount: 12_990,
  paymentMethods: [
    { type: 'mobile_money', networks: ['ecocash', 'onemoney', 'innbucks'] },
    'card',
    'zimswitch',
  ],
};

describe('with letters of twice the size on a phone', () => {
  test.each([
    ['order-summary', { session: REAIS }, false],
    ['payment-method-picker', { session: WALLETS }, false],
    ['pix-payment', { session: REAIS, method: 'pix' }, true],
    ['boleto-payment', { session: REAIS, method: 'boleto' }, true],
    ['wallet-code', { session: WALLETS, method: 'mobile_money' }, true],
  ] as const)('<%s> fits, and cuts no amount in two', async (tag, options, isPaying) => {
    const element = await shown(tag, options, isPaying);
    expect(element.renderRoot.textContent.trim()).not.toBe('');
    expect(overflowIn(element)).toEqual([]);
  });

  test('the pay button cuts no amount in two', async () => {
    const session = { currency: 'BRL', items: [{ name: 'Coffee', unitAmount: 12_990 }] };
    const element = await shown('pay-button', { session, method: 'pix' }, false);
    // Less the margins of a page and of the form.
    element.style.inlineSize = '254px';
    const button = element.renderRoot.querySelector('button');
    expect(button?.textContent).toContain('R$129.90');
    expect(button && cutIn(button)).toEqual([]);
  });
});
