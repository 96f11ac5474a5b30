import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the checkout when a method is picked; here beforehand, so that no test waits for a file.
import '../../src/core/payment-runner.js';
import '../../src/define.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { openCheckout } from './open-checkout.js';
import { expectAccessible, openStage } from './stage.js';

const BANK = { type: 'bank_redirect', label: 'Banco' };

/** Pesos, dollars with a rate, and a coin of four letters. Amounts that no rate would give: they are the API's own. */
const SESSION: SessionInput = {
  currency: 'CLP',
  items: [{ name: 'Coffee', unitAmount: 12990 }],
  paymentMethods: [
    { ...BANK, id: 'bank' },
    { type: 'zimswitch', id: 'with-fee', amount: 13500 },
    { ...BANK, id: 'bank-usd', currency: 'USD', amount: 1451, exchangeRate: '0.00109' },
    { type: 'card', id: 'card-usd', currency: 'USD', amount: 1399, exchangeRate: '0.00109' },
    { ...BANK, id: 'bank-usdc', currency: 'USDC', amount: 1402, exchangeRate: '0.00108' },
  ],
};

const list = () => page.getByRole('combobox', { name: 'Currency' });
const radios = (): string[] =>
  page
    .getByRole('radio')
    .elements()
    .map((radio) => (radio as HTMLInputElement).value);
const payButton = () => page.getByRole('button', { name: /^Pay/ });

async function open(session: SessionInput = SESSION, method?: string) {
  const stage = await openStage({ session, ...(method !== undefined && { method }) });
  const picker = await stage.add('currency-picker');
  await stage.add('payment-method-picker');
  await stage.add('pay-button');
  await stage.pass(0);
  return { stage, picker };
}

test('the gold of Zimbabwe has a name, whether or not the engine knows one', async () => {
  const zwg = { type: 'card', id: 'zwg', currency: 'ZWG', amount: 5000 };
  await open({ currency: 'USD', items: [{ name: 'Tea', unitAmount: 500 }], paymentMethods: ['card', zwg] });
  const names = () => [...(list().element() as HTMLSelectElement).options].map(({ text }) => text);
  await expect.poll(names).toEqual(['USD – US Dollar', expect.stringMatching(/^ZWG – Zimbabwe(an)? Gold$/)]);
});

describe('a session in several currencies', () => {
  test('asks which, by code and name, its own first', async () => {
    const { picker } = await open();
    const options = [...(list().element() as HTMLSelectElement).options].map(({ text }) => text);
    expect(options).toEqual(['CLP – Chilean Peso', 'USD – US Dollar', 'USDC']);
    await expect.element(list()).toHaveValue('CLP');
    await expectAccessible(picker);
  });

  test('shows the methods of that currency, with the amounts and rates that the API gives', async () => {
    const { stage } = await open();
    expect(radios()).toEqual(['bank', 'with-fee']);
    await expect
      .element(page.getByRole('radio', { name: 'Zimswitch' }))
      .toHaveAccessibleDescription(/You pay CLP\s13,500/);
    await userEvent.selectOptions(list(), 'USD');
    await stage.pass(0);
    expect(radios()).toEqual(['bank-usd', 'card-usd']);
    await expect
      .element(page.getByRole('radio', { name: 'Card' }))
      .toHaveAccessibleDescription(/You pay \$13\.99 · Exchange rate 0\.00109/);
  });

  test.each([
    ['bank', 'USD', 'bank-usd', /^Pay \$14\.51$/],
    ['with-fee', 'USD', 'bank-usd', /^Pay \$14\.51$/],
    ['bank', 'USDC', 'bank-usdc', /^Pay USDC\s14\.02$/],
    ['card-usd', 'CLP', 'bank', /^Pay CLP\s12,990$/],
  ])(
    'from %s to %s goes on with %s, and the button says what that charges',
    async (from, to, expected, label) => {
      const { stage } = await open(SESSION, from);
      await userEvent.selectOptions(list(), to);
      await stage.pass(0);
      expect(stage.store.state).toMatchObject({ status: 'ready', methodId: expected });
      await expect.element(payButton()).toHaveAccessibleName(label);
    },
  );

  test('charges what the button said, in the currency it said', async () => {
    const { stage } = await open(SESSION, 'bank');
    await userEvent.selectOptions(list(), 'USD');
    await stage.pass(0);
    await expect.element(payButton()).toHaveAccessibleName('Pay $14.51');
    await stage.pay();
    const sent = stage.requests.find(({ name }) => name === 'POST payments')?.body ?? '{}';
    expect(JSON.parse(sent)).toMatchObject({ method: 'bank-usd', amount: 1451, currency: 'USD' });
  });

  test('the order is led by what will be charged, and its own total stands below', async () => {
    const { stage } = await open(SESSION, 'bank');
    await stage.add('order-summary');
    await stage.pass(0);
    const head = () =>
      page.getByRole('heading', { name: 'Amount to pay' }).element().nextElementSibling?.textContent.trim();
    const total = () =>
      page
        .getByRole('term')
        .elements()
        .map((term) => `${term.textContent} ${term.nextElementSibling?.textContent.trim()}`);
    expect(head()).toMatch(/^CLP\s12,990$/);
    await userEvent.selectOptions(list(), 'USD');
    await expect.poll(head).toBe('$14.51');
    await expect.poll(total).toEqual([expect.stringMatching(/^Order total CLP\s12,990$/)]);
    stage.store.dispatch({ type: 'method_selected', methodId: 'with-fee' });
    await expect.poll(head).toMatch(/^CLP\s13,500$/);
    stage.store.dispatch({ type: 'method_selected', methodId: 'bank' });
    await expect.poll(total).toEqual([expect.stringMatching(/^Total CLP\s12,990$/)]);
  });

  test('the order says what is charged while a payment in another currency is on its way', async () => {
    const { stage } = await open(SESSION, 'bank-usd');
    await stage.add('order-summary');
    await stage.pay();
    expect(stage.store.state).toMatchObject({ status: 'action_required' });
    await expect.element(page.getByText('$14.51', { exact: true })).toBeVisible();
    await expect.element(page.getByText('Order total')).toBeVisible();
  });

  test('follows the method that the page picks', async () => {
    const { stage } = await open(SESSION, 'bank');
    stage.store.dispatch({ type: 'method_selected', methodId: 'card-usd' });
    await stage.pass(0);
    await expect.element(list()).toHaveValue('USD');
    expect(radios()).toEqual(['bank-usd', 'card-usd']);
  });

  test('takes no other currency while a payment is on its way', async () => {
    const { stage } = await open(SESSION, 'bank');
    stage.store.dispatch({ type: 'payment_submitted' });
    const select = list().element() as HTMLSelectElement;
    select.value = 'USD';
    select.dispatchEvent(new Event('change'));
    expect(select.value).toBe('CLP');
    expect(stage.store.state).toMatchObject({ status: 'submitting', methodId: 'bank' });
  });

  test('shows all methods once the element is gone', async () => {
    const { stage, picker } = await open();
    picker.remove();
    await stage.pass(0);
    expect(radios()).toHaveLength(5);
  });
});

test.each([
  ['its own', [{ ...BANK, id: 'bank' }]],
  ['another', [{ ...BANK, id: 'bank-usd', currency: 'USD', amount: 1451 }]],
])('a session in one currency alone, %s, asks nothing', async (_which, paymentMethods) => {
  const { picker } = await open({ ...SESSION, paymentMethods });
  expect(picker.getBoundingClientRect().height).toBe(0);
  expect(radios()).toHaveLength(1);
});

test('the whole checkout has it where there is a choice, and only there', async () => {
  const { element } = openCheckout({ session: { ...SESSION, paymentMethods: [{ ...BANK, id: 'only' }] } });
  await expect.element(page.getByRole('radio', { name: 'Banco' })).toBeVisible();
  expect(list().query()).toBeNull();
  element.remove();
  openCheckout({ session: SESSION });
  await expect.element(list()).toBeVisible();
});
