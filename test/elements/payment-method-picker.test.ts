import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/define.js';
import type { PaymentMethodPickerElement } from '../../src/elements/payment-method-picker/payment-method-picker.js';
import type { PaymentMethodChangeEvent } from '../../src/events.js';
import { sharedI18n } from '../../src/i18n/create-i18n.js';
import { aMethod } from '../support/fixtures.js';
import { cutIn } from './overflow.js';
import { expectAccessible, openStage, showAlone } from './stage.js';

const radio = (name: string) => page.getByRole('radio', { name, exact: true });

const METHODS = [
  aMethod('card', { brands: ['visa', 'mastercard', 'amex'] }),
  aMethod('pix'),
  aMethod('mobile_money', { networks: ['ecocash', 'onemoney'] }),
  aMethod('bank_redirect', {
    id: 'itau',
    label: 'Itaú',
    currency: 'USD',
    amount: 3120,
    exchangeRate: '4.97',
  }),
];

async function showPicker(
  properties: object = {},
): Promise<PaymentMethodPickerElement & { events: string[] }> {
  const events: string[] = [];
  const listen = ({ detail }: { detail: { method: string } }): void => void events.push(detail.method);
  document.addEventListener('payment-method-change', listen as unknown as EventListener);
  onTestFinished(() => {
    document.removeEventListener('payment-method-change', listen as unknown as EventListener);
  });
  const element = await showAlone('payment-method-picker', { methods: METHODS, ...properties });
  return Object.assign(element as PaymentMethodPickerElement, { events });
}

describe('alone', () => {
  test('is one radio group with a row for each method, in their order', async () => {
    const element = await showPicker();
    await expect.element(page.getByRole('radiogroup', { name: 'Payment method' })).toBeVisible();
    const names = page
      .getByRole('radio')
      .elements()
      .map((row) => (row as HTMLInputElement).labels?.[0]?.textContent.trim().split('\n')[0]);
    expect(names).toEqual(['Card', 'Pix', 'Mobile money', 'Itaú']);
    await expectAccessible(element);
  });

  test.each([232, 254, 278, 310])('no mark takes a name’s room: in %i px no word is cut', async (width) => {
    const element = await showPicker({
      methods: [
        aMethod('card', { brands: ['visa', 'mastercard', 'elo', 'amex'] }),
        aMethod('mobile_money', { networks: ['ecocash', 'onemoney', 'innbucks', 'omari', 'telecash'] }),
        aMethod('bank_redirect', { label: 'Pagos Seguros en Línea' }),
      ],
    });
    element.style.inlineSize = `${String(width)}px`;
    expect(cutIn(element.renderRoot as ShadowRoot)).toEqual([]);
    expect(element.scrollWidth).toBeLessThanOrEqual(width);
  });

  test('says what a method means, and what it charges where that differs', async () => {
    await showPicker();
    await expect.element(radio('Mobile money')).toHaveAccessibleDescription('EcoCash or OneMoney');
    await expect
      .element(radio('Itaú'))
      .toHaveAccessibleDescription('You continue on your bank’s page · You pay $31.20 · Exchange rate 4.97');
  });

  test.each([
    ['en', '5.40540', undefined, '5.40540'],
    ['pt-BR', '5.40540', undefined, '5,40540'],
    ['es', '0.00109', 'CLP/USD', '0,00109 (CLP/USD)'],
  ])(
    'in %s a rate of %s is written as the API gives it',
    async (language, exchangeRate, exchangePair, shown) => {
      const { lang } = document.documentElement;
      onTestFinished(async () => {
        document.documentElement.lang = lang;
        await sharedI18n().setLocale(['en']);
      });
      await sharedI18n().setLocale([language]);
      await showPicker({
        methods: [aMethod('card', { exchangeRate, ...(exchangePair && { exchangePair }) })],
      });
      await expect.element(page.getByText(shown, { exact: false })).toBeVisible();
      expect(page.getByText(/(Exchange rate|Câmbio|Tipo de cambio)/).element().textContent).toContain(
        ` ${shown}`,
      );
    },
  );

  test('tells of a pick once, by pointer and by arrow keys', async () => {
    const element = await showPicker();
    await page.getByText('Scan or copy a code').click();
    expect([element.selected, element.getAttribute('selected'), element.events]).toEqual([
      'pix',
      'pix',
      ['pix'],
    ]);
    await userEvent.keyboard('{ArrowDown}');
    expect([element.selected, element.events]).toEqual(['mobile_money', ['pix', 'mobile_money']]);
    await expect.element(radio('Mobile money')).toBeChecked();
    const picked = new Promise<PaymentMethodChangeEvent>((resolve) => {
      element.addEventListener('payment-method-change', resolve, { once: true });
    });
    await userEvent.keyboard('{ArrowDown}');
    expect((await picked).detail).toEqual({ method: 'bank_redirect', methodId: 'itau' });
  });

  test('tells nothing when it is the page that picks', async () => {
    const element = await showPicker({ selected: 'itau' });
    await expect.element(radio('Itaú')).toBeChecked();
    element.selected = 'card';
    await element.updateComplete;
    await expect.element(radio('Card')).toBeChecked();
    element.selected = 'nothing';
    await element.updateComplete;
    for (const row of page.getByRole('radio').elements())
      expect((row as HTMLInputElement).checked).toBe(false);
    expect(element.events).toEqual([]);
  });

  test('has rows that a finger hits', async () => {
    await showPicker();
    for (const row of page.getByRole('radio').elements())
      expect((row as HTMLInputElement).labels?.[0]?.getBoundingClientRect().height).toBeGreaterThanOrEqual(
        44,
      );
  });

  test('names a method of a kind it has no words for by that kind', async () => {
    await showPicker({ methods: [aMethod('carrier_pigeon')] });
    await expect.element(radio('Carrier pigeon')).toBeVisible();
  });

  test('shows a method’s label as text, whatever it holds', async () => {
    await showPicker({ methods: [aMethod('pix', { label: '<b>Pix</b>' })] });
    await expect.element(radio('<b>Pix</b>')).toBeVisible();
  });
});

describe('in a checkout', () => {
  test('shows the session’s methods, and its pick is the checkout’s', async () => {
    const stage = await openStage({ session: { currency: 'BRL', paymentMethods: ['pix', 'boleto'] } });
    const element = await stage.add('payment-method-picker');
    const events: Event[] = [];
    element.addEventListener('payment-method-change', (event) => events.push(event));
    await radio('Boleto').click();
    expect(stage.store.state).toMatchObject({ status: 'ready', methodId: 'boleto' });
    // The checkout fires the event, once; two would be counted twice.
    expect(events).toEqual([]);
    expect(element.getAttribute('selected')).toBe('boleto');
  });

  test('hands the checkout what the page picked before there was a session', async () => {
    const stage = await openStage({ session: { currency: 'BRL', paymentMethods: ['pix', 'boleto'] } });
    const element = document.createElement('payment-method-picker');
    element.setAttribute('selected', 'boleto');
    stage.host.append(element);
    await element.updateComplete;
    expect(stage.store.state).toMatchObject({ methodId: 'boleto' });
    await expect.element(radio('Boleto')).toBeChecked();
    element.selected = 'no-such-method';
    await element.updateComplete;
    expect(element.selected).toBe('boleto');
  });

  test('keeps the pick that the checkout holds while it is busy', async () => {
    const stage = await openStage({
      session: { currency: 'BRL', paymentMethods: ['pix', 'boleto'] },
      method: 'pix',
    });
    const element = await stage.add('payment-method-picker');
    stage.store.dispatch({ type: 'payment_submitted' });
    (radio('Boleto').element() as HTMLElement).click();
    await element.updateComplete;
    expect(stage.store.state).toMatchObject({ status: 'submitting', methodId: 'pix' });
    expect(radio('Pix').element()).toBeChecked();
  });

  test('holds up a payment without a pick, and says why', async () => {
    const stage = await openStage({ session: { currency: 'BRL', paymentMethods: ['pix', 'boleto'] } });
    const element = await stage.add('payment-method-picker');
    stage.store.draft.validate()?.focus();
    await expect.element(page.getByText('Choose how you want to pay.')).toBeVisible();
    await expect
      .element(page.getByRole('radiogroup'))
      .toHaveAccessibleDescription('Choose how you want to pay.');
    await expectAccessible(element);
    await userEvent.keyboard(' ');
    await expect.element(page.getByText('Choose how you want to pay.')).not.toBeInTheDocument();
    element.remove();
    expect(stage.store.draft.validate()).toBeUndefined();
  });

  test('shows nothing once there is nothing to pick', async () => {
    const stage = await openStage({ session: { currency: 'BRL' }, method: 'pix' });
    const element = await stage.add('payment-method-picker');
    await stage.pay();
    expect(stage.store.state.status).toBe('action_required');
    expect(element.getBoundingClientRect().height).toBe(0);
  });
});
