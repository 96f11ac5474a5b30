import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SessionInput } from '../../src/sandbox/index.js';
import { expectAccessible, openStage, type Stage } from './stage.js';

const number = page.getByRole('textbox', { name: 'Mobile number' });
const network = (name: string) => page.getByRole('radio', { name });
const input = (): HTMLInputElement => number.element() as HTMLInputElement;

async function ask(networks: readonly string[], more: SessionInput = {}): Promise<Stage> {
  const paymentMethods = [{ type: 'mobile_money', networks }, 'card'];
  const stage = await openStage({
    session: { currency: 'USD', paymentMethods, ...more },
    method: 'mobile_money',
  });
  await stage.add('mobile-money-form');
  return stage;
}

describe('the number', () => {
  test('is a telephone number to keyboards and autofill', async () => {
    const stage = await ask(['ecocash', 'onemoney']);
    expect(input().type).toBe('tel');
    expect(input().autocomplete).toBe('tel-national');
    expect(input().inputMode).toBe('tel');
    await expectAccessible(stage.host);
  });

  test.each(['0771234567', '771234567', '+263 77 123 4567', '00263771234567', '077-123-4567'])(
    '%s is kept in the local form, and shown in groups when it is left',
    async (typed) => {
      const stage = await ask(['ecocash', 'onemoney']);
      await userEvent.type(number, typed);
      expect(stage.store.draft.get('phone')).toBe('0771234567');
      await userEvent.tab();
      await expect.poll(() => input().value).toBe('077 123 4567');
    },
  );

  test.each([
    ['too short', '077123', 'This number is too short. A whole one looks like 077 123 4567.'],
    ['too short to tell', '12', 'This number is too short. A whole one looks like 077 123 4567.'],
    ['too long', '07712345678', 'This number is too long. A right one looks like 077 123 4567.'],
    [
      'a landline',
      '0242123456',
      'No mobile number here begins like this. A right one looks like 077 123 4567.',
    ],
  ])('that is %s is refused when it is left, with what is wrong', async (_what, typed, words) => {
    const stage = await ask(['ecocash', 'onemoney']);
    await userEvent.type(number, typed);
    await userEvent.tab();
    await expect.element(number).toHaveAccessibleDescription(words);
    await expectAccessible(stage.host);
  });

  test('of the session’s customer stands there already', async () => {
    await ask(['ecocash'], { customer: { phone: '+263771234567' } });
    expect(input().value).toBe('077 123 4567');
  });
});

describe('the network', () => {
  test('is guessed from the prefix while it is typed', async () => {
    const stage = await ask(['ecocash', 'onemoney']);
    await userEvent.type(number, '07');
    await expect.element(network('EcoCash')).not.toBeChecked();
    await userEvent.type(number, '7');
    await expect.element(network('EcoCash')).toBeChecked();
    await userEvent.fill(number, '0711');
    await expect.element(network('OneMoney')).toBeChecked();
    expect(stage.store.draft.get('network')).toBe('onemoney');
  });

  test('that was chosen by hand is never overridden, and the doubt is said', async () => {
    const stage = await ask(['ecocash', 'onemoney']);
    await userEvent.type(number, '0771234567');
    await userEvent.click(network('OneMoney'));
    await expect.element(page.getByText('This looks like a number of EcoCash.')).toBeVisible();
    await userEvent.fill(number, '0781234567');
    await expect.element(network('OneMoney')).toBeChecked();
    // Neither by the form's being taken away and drawn again.
    stage.host.replaceChildren();
    await stage.add('mobile-money-form');
    await expect.element(network('OneMoney')).toBeChecked();
    expect(stage.store.draft.get('network')).toBe('onemoney');
  });

  test('of a number nobody knows has to be chosen', async () => {
    const stage = await ask(['ecocash', 'onemoney']);
    await userEvent.type(number, '0731234567');
    const wrong = stage.store.draft.validate();
    expect(wrong?.name).toBe('network');
    await expect.element(page.getByText('Choose the network of your wallet.')).toBeVisible();
    await expectAccessible(stage.host);
    wrong?.focus();
    expect(network('EcoCash').element().matches(':focus')).toBe(true);
    await userEvent.keyboard(' ');
    await expect.element(network('EcoCash')).toBeChecked();
    expect(stage.store.draft.validate()).toBeUndefined();
  });

  test('is not asked where there is only one', async () => {
    const stage = await ask(['ecocash']);
    expect(page.getByRole('radio').query()).toBeNull();
    // A number of another prefix is no reason to refuse: numbers are ported.
    await userEvent.type(number, '0711234567');
    expect(stage.store.draft.validate()).toBeUndefined();
    expect(stage.store.draft.get('network')).toBe('ecocash');
  });
});

test('a number without a wallet is told beside the field, until another one is typed', async () => {
  const stage = await ask(['ecocash', 'onemoney']);
  await userEvent.type(number, '0771000003');
  await stage.pay();
  await expect.element(number).toHaveAccessibleDescription(/has no wallet with this number/);
  await expectAccessible(stage.host);
  await userEvent.fill(number, '0771111111');
  await expect.element(number).not.toHaveAccessibleDescription(/has no wallet/);
  expect(stage.store.draft.validate()).toBeUndefined();
});

test.each([
  ['KES', ['mpesa', 'airtel'], '0712 345 678', '+254733123456', '0733123456', 'Airtel Money'],
  ['XOF', ['orange', 'wave'], '07 01 23 45 67', '77 123 45 67', '+221771234567', 'Orange Money'],
])(
  'a session in %s asks for a number of its own networks’ country',
  async (currency, networks, example, typed, kept, name) => {
    const stage = await ask(networks, { currency });
    expect(input().placeholder).toBe(example);
    await userEvent.type(number, '12');
    await userEvent.tab();
    await expect.element(number).toHaveAccessibleDescription(new RegExp(`looks like ${example}`));
    await userEvent.fill(number, typed);
    await expect.element(network(name)).toBeChecked();
    expect(stage.store.draft.get('phone')).toBe(kept);
    await expectAccessible(stage.host);
  },
);

test('what was typed reaches the API', async () => {
  const stage = await ask(['ecocash', 'onemoney']);
  await userEvent.type(number, '+263 71 123 4567');
  await stage.pay();
  const sent = stage.requests.find(({ name }) => name === 'POST payments')?.body ?? '{}';
  expect((JSON.parse(sent) as { details: unknown }).details).toEqual({
    phone: '0711234567',
    network: 'onemoney',
  });
});

test('a form that is kept, hidden, while another method is picked holds nobody up and forgets nothing', async () => {
  const stage = await ask(['ecocash', 'onemoney']);
  await userEvent.type(number, '0771');
  const form = stage.host.querySelector('mobile-money-form');
  if (!form) throw new Error('no element');
  form.hidden = true;
  stage.store.dispatch({ type: 'method_selected', methodId: 'card' });
  await form.updateComplete;
  expect(stage.store.draft.validate()).toBeUndefined();
  form.hidden = false;
  stage.store.dispatch({ type: 'method_selected', methodId: 'mobile_money' });
  await form.updateComplete;
  expect(input().value).toBe('0771');
  await expect.element(network('EcoCash')).toBeChecked();
});
