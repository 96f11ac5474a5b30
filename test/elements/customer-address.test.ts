import { describe, expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import type { SessionInput } from '../../src/sandbox/index.js';
import { expectAccessible, openStage, type Stage } from './stage.js';

/** In a shadow root the document's active element is the host. */
const expectFocus = async (control: Locator): Promise<void> =>
  expect.poll(() => control.query()?.matches(':focus')).toBe(true);

const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const list = (name: string | RegExp) => page.getByRole('combobox', { name });
const country = list('Country');
const valueOf = (name: string | RegExp): string => (field(name).element() as HTMLInputElement).value;

async function ask(session: SessionInput, locale?: string): Promise<Stage> {
  const stage = await openStage({
    session: { requiredFields: ['address'], paymentMethods: ['pix', 'card'], ...session },
    method: session.currency === 'BRL' ? 'pix' : 'card',
    ...(locale !== undefined && { locale }),
  });
  await stage.add('customer-fields');
  return stage;
}

const optionsOf = (): readonly string[] =>
  [...(country.element() as HTMLSelectElement).options].map(({ text }) => text);

const body = (stage: Stage): { readonly customer: { readonly address?: unknown } } =>
  JSON.parse(stage.requests.find(({ name }) => name === 'POST payments')?.body ?? '{}') as {
    customer: { address?: unknown };
  };

describe('the country', () => {
  test('is one of 249, the likely ones first, named in the shopper’s language', async () => {
    await ask(
      { currency: 'COP', customer: { address: { country: 'ZW' } }, requiredFields: ['address'] },
      'pt-BR',
    );
    // The country is known: it is asked with the rest once that is to be changed.
    await userEvent.click(page.getByRole('button', { name: 'Alterar: Endereço' }));
    const names = page.getByRole('combobox', { name: 'País' });
    await expect.element(names).toHaveValue('ZW');
    const options = [...(names.element() as HTMLSelectElement).options].map(({ text }) => text);
    expect(options.slice(0, 4)).toEqual(['Escolha…', 'Zimbábue', 'Brasil', 'Colômbia']);
    expect(options).toHaveLength(250);
    expect(new Set(options).size).toBe(250);
  });

  test('is the currency’s to begin with, and nobody’s for one that is used everywhere', async () => {
    await ask({ currency: 'COP' });
    await expect.element(country).toHaveValue('CO');
    expect(optionsOf()[1]).toBe('Colombia');
    await expect.element(field('Department')).toBeVisible();
  });

  test('changes what is asked and keeps what was typed', async () => {
    const stage = await ask({ currency: 'USD' });
    await expect.element(country).toHaveValue('');
    await userEvent.selectOptions(country, 'Germany');
    await userEvent.type(field('Address'), 'Hauptstr. 5');
    await userEvent.type(field('Postal code'), 'D-10115');
    await userEvent.type(field('City'), 'Berlin');
    await userEvent.tab();
    await expect.poll(() => valueOf('Postal code')).toBe('10115');
    await userEvent.selectOptions(country, 'United Kingdom');
    await expect.element(field('Postcode')).toHaveValue('10115');
    expect(valueOf('Address')).toBe('Hauptstr. 5');
    expect(valueOf('Town or city')).toBe('Berlin');
    await userEvent.fill(field('Postcode'), 'sw1a1aa');
    await userEvent.selectOptions(country, 'Zimbabwe');
    await expect.element(field(/postal|postcode/i)).not.toBeInTheDocument();
    await userEvent.selectOptions(country, 'United Kingdom');
    await expect.element(field('Postcode')).toHaveValue('SW1A 1AA');
    await expectAccessible(stage.host);
  });

  test('keeps the state of each: a code never turns into another country’s', async () => {
    const stage = await ask({ currency: 'BRL' });
    await userEvent.selectOptions(list('State'), 'Alagoas');
    await userEvent.selectOptions(country, 'United States');
    await expect.element(list('State')).toHaveValue('');
    await userEvent.selectOptions(list('State'), 'Texas');
    await userEvent.selectOptions(country, 'Brazil');
    await expect.element(list('State')).toHaveValue('AL');
    expect(stage.store.draft.get('customer.address.state')).toBe('AL');
  });

  test('decides what is sent: no part of another country’s address goes with it', async () => {
    const stage = await ask({ currency: 'BRL' });
    await userEvent.fill(field('CEP'), '01310-100');
    await userEvent.fill(field('Number'), '1000');
    await userEvent.fill(field('Neighbourhood'), 'Bela Vista');
    await userEvent.selectOptions(country, 'Zimbabwe');
    await userEvent.fill(field('Address'), '12 Samora Machel Ave');
    await userEvent.fill(field('Town or city'), 'Harare');
    await stage.pay();
    await expect
      .poll(() => body(stage).customer.address)
      .toEqual({ country: 'ZW', line1: '12 Samora Machel Ave', city: 'Harare' });
    expect(stage.store.draft.get('customer.address.postalCode')).toBe('01310100');
  });
});

describe('a postal code', () => {
  test.each([
    ['BRL', undefined, 'CEP', '0131', '01310-100', 'numeric', '01310100', '01310-100'],
    ['USD', 'United States', 'ZIP code', '9410', '94103', 'numeric', '94103 1234', '94103-1234'],
    ['USD', 'Canada', 'Postal code', '11A', 'K1A 0B1', 'text', 'k1a0b1', 'K1A 0B1'],
    ['USD', 'Japan', 'Postal code', '100', '100-0001', 'numeric', '1000001', '100-0001'],
  ] as const)(
    '%s %s: a wrong %s is told what a right one looks like',
    async (currency, name, label, wrong, example, keyboard, typed, shown) => {
      const stage = await ask({ currency });
      await expect.element(country).toBeVisible();
      if (name) await userEvent.selectOptions(country, name);
      const code = field(label);
      await userEvent.fill(code, wrong);
      await userEvent.tab();
      await expect
        .element(code)
        .toHaveAccessibleDescription(`Check the code: a right one looks like ${example}.`);
      expect((code.element() as HTMLInputElement).value).toBe(wrong);
      await expect.element(code).toHaveAttribute('inputmode', keyboard);
      await expectAccessible(stage.host);
      await userEvent.fill(code, typed);
      await userEvent.tab();
      await expect.element(code).toHaveValue(shown);
      await expect.element(code).not.toHaveAttribute('aria-invalid');
    },
  );

  test('that was wrong for one country is judged anew for the next', async () => {
    await ask({ currency: 'USD' });
    await userEvent.selectOptions(country, 'Germany');
    await userEvent.fill(field('Postal code'), '1010');
    await userEvent.tab();
    await expect.element(field('Postal code')).toHaveAttribute('aria-invalid', 'true');
    await userEvent.selectOptions(country, 'Austria');
    await expect.element(field('Postal code')).not.toHaveAttribute('aria-invalid');
  });
});

test('the parts of an address are what browsers fill in, and the keyboard goes through them in order', async () => {
  const stage = await ask({ currency: 'BRL' });
  await expect.element(country).toHaveAttribute('autocomplete', 'country');
  const tokens = [
    ['CEP', 'postal-code'],
    ['Street', 'address-line1'],
    ['Number', 'off'],
    [/^Apartment/, 'address-line2'],
    ['Neighbourhood', 'address-level3'],
    ['City', 'address-level2'],
  ] as const;
  (country.element() as HTMLElement).focus();
  for (const [label, token] of tokens) {
    await userEvent.tab();
    await expectFocus(field(label));
    await expect.element(field(label)).toHaveAttribute('autocomplete', token);
  }
  await expect.element(list('State')).toHaveAttribute('autocomplete', 'address-level1');
  await expectAccessible(stage.host);
});

test('nobody pays before the fields of an address are here', async () => {
  const stage = await ask({ currency: 'BRL' });
  // Whether its file has come yet or not.
  expect(stage.store.draft.validate()).toBeDefined();
  await expect.element(field('CEP')).toBeVisible();
  expect(stage.store.draft.validate()?.name).toBe('customer.address.postalCode');
});

test('an address that is known in part is asked for the rest, and paid with as a whole', async () => {
  const stage = await ask({
    currency: 'BRL',
    customer: { address: { line1: 'Av. Paulista, 1000', city: 'São Paulo', country: 'BR' } },
  });
  await expect.element(page.getByText('Av. Paulista, 1000, São Paulo, Brazil')).toBeVisible();
  await userEvent.fill(field('CEP'), '01310-100');
  // A Brazilian address is none without it. The number may stand in the street.
  await userEvent.fill(field('Neighbourhood'), 'Bela Vista');
  expect(field('Street').query()).toBeNull();
  expect(field('Number').query()).toBeNull();
  expect(country.query()).toBeNull();
  await userEvent.selectOptions(list('State'), 'São Paulo');
  await stage.pay();
  await expect
    .poll(() => body(stage).customer.address)
    .toEqual({
      line1: 'Av. Paulista, 1000',
      district: 'Bela Vista',
      city: 'São Paulo',
      country: 'BR',
      postalCode: '01310100',
      state: 'SP',
    });
});

test('in a language from right to left the form stands and can be used', async () => {
  const stage = await ask({ currency: 'BRL' });
  stage.host.dir = 'rtl';
  await userEvent.selectOptions(country, 'Israel');
  await userEvent.fill(field('Address'), 'רחוב הרצל 5');
  await expect.element(field(/^Postal code/)).toBeVisible();
  await expectAccessible(stage.host);
});

test('a number that stands in the street in the digits of another script is not asked for again', async () => {
  await ask({
    currency: 'BRL',
    customer: { address: { line1: 'Av. Paulista, ١٠٠٠', city: 'São Paulo', country: 'BR' } },
  });
  await expect.element(field('CEP')).toBeVisible();
  expect(field('Number').query()).toBeNull();
  await userEvent.fill(field('CEP'), '۰۱۳۱۰-۱۰۰');
  await userEvent.tab();
  await expect.element(field('CEP')).toHaveValue('01310-100');
});
