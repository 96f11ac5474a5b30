import { describe, expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
import type { Customer } from '../../src/core/session/session.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { aMethod, aSession } from '../support/fixtures.js';
import { expectAccessible, openStage, showAlone, type Stage } from './stage.js';

/** In a shadow root the document's active element is the host. */
const expectFocus = async (control: Locator): Promise<void> =>
  expect.poll(() => control.query()?.matches(':focus')).toBe(true);

const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const row = (text: string | RegExp) => page.getByRole('listitem').getByText(text);

const ANA: Customer = {
  name: 'Ana Lima',
  email: 'ana@example.com',
  phone: '+5511987654321',
  document: '***.982.247-**',
  address: {
    line1: 'Av. Paulista',
    number: '1000',
    district: 'Bela Vista',
    city: 'São Paulo',
    state: 'SP',
    postalCode: '01310-100',
    country: 'BR',
  },
};

async function ask(session: SessionInput = {}): Promise<Stage> {
  const stage = await openStage({
    session: { currency: 'BRL', customer: ANA, paymentMethods: ['pix', 'boleto'], ...session },
    method: 'pix',
  });
  await stage.add('customer-fields');
  return stage;
}

interface Sent {
  readonly customer: Customer;
}
const sent = (stage: Stage): Customer =>
  (JSON.parse(stage.requests.find(({ name }) => name === 'POST payments')?.body ?? '{"customer":{}}') as Sent)
    .customer;

describe('what is known of the shopper', () => {
  test('is shown as text, each with a way to change it, and nothing of it is asked', async () => {
    const stage = await ask({ requiredFields: ['name', 'email', 'phone', 'document', 'address'] });
    for (const text of ['Ana Lima', 'ana@example.com', '(11) 98765-4321', '***.982.247-**'])
      await expect.element(row(text)).toBeVisible();
    await expect.element(row('Av. Paulista 1000, Bela Vista, São Paulo, SP 01310-100, Brazil')).toBeVisible();
    for (const what of ['Full name', 'E-mail', 'Document number', 'Phone', 'Address'])
      await expect.element(button(`Change: ${what}`)).toBeVisible();
    // In the look that comes with the part that shows it.
    const item = page.getByRole('listitem').first().element();
    expect(getComputedStyle(item).display).toBe('grid');
    expect(page.getByRole('textbox').elements()).toHaveLength(0);
    await expectAccessible(stage.host);
  });

  test.each([
    ['BRL', { document: '52998224725' }, '529.982.247-25', 'Change: CPF'],
    ['BRL', { document: '12abc34501de35' }, '12.ABC.345/01DE-35', 'Change: CNPJ'],
    ['USD', { document: '52998224725' }, '52998224725', 'Change: Document number'],
    ['BRL', { document: '52998224725', documentType: 'RUC' }, '52998224725', 'Change: Document number'],
    ['USD', { document: '52998224725', documentType: 'CPF' }, '529.982.247-25', 'Change: CPF'],
    ['BRL', { phone: '+5511987654321' }, '(11) 98765-4321', 'Change: Phone'],
    ['BRL', { address: { line1: 'Rua A', postalCode: '01310100' } }, 'Rua A, 01310-100', 'Change: Address'],
  ] as const)('in %s is written as people write it: %o', async (currency, customer, text, change) => {
    await showAlone('customer-fields', { session: aSession({ currency, customer }) });
    await expect.element(row(text)).toHaveTextContent(text);
    await expect.element(button(change)).toBeVisible();
  });

  test('is hostile text at worst', async () => {
    const name = '<img src=x onerror=alert(1)>\u202e';
    const stage = await ask({ customer: { name, address: { line1: name, country: '"><b>' } } });
    await expect.element(button('Change: Full name')).toBeVisible();
    expect(stage.host.querySelector('img')).toBeNull();
    await userEvent.click(button('Change: Full name'));
    await expect.element(field('Full name')).toHaveValue(name);
  });

  test('is paid with unchanged, but for what the server showed in part only', async () => {
    const stage = await ask();
    await expect.element(row('Ana Lima')).toBeVisible();
    await stage.pay();
    const { document: _masked, ...rest } = ANA;
    await expect.poll(() => sent(stage)).toEqual(rest);
  });
});

describe('what is sent of it', () => {
  test('is nothing that was shown in part only, nor such a part of an address', async () => {
    const masked = {
      line1: 'Rua ***',
      number: '**',
      city: 'São Paulo',
      postalCode: '013**-***',
      country: 'BR',
    };
    const stage = await openStage({
      session: {
        currency: 'BRL',
        customer: { name: 'Ana Lima', phone: '9xxxx-4321', document: 'XXX.982.247-XX', address: masked },
      },
      method: 'pix',
    });
    await stage.pay();
    const address = { city: 'São Paulo', country: 'BR' };
    await expect.poll(() => sent(stage)).toEqual({ name: 'Ana Lima', address });
  });

  test('is nothing that was typed for a method that asks for more', async () => {
    const stage = await openStage({
      session: {
        currency: 'BRL',
        paymentMethods: [
          { type: 'pix', requiredFields: ['name', 'phone', 'document'] },
          { type: 'boleto', requiredFields: ['name', 'document'] },
        ],
      },
      method: 'pix',
    });
    await stage.add('customer-fields');
    await userEvent.fill(field('Full name'), 'Ana Lima');
    await userEvent.fill(field(/^Phone/), '11987654321');
    await userEvent.fill(field(/^CPF/), '52998224725');
    stage.store.dispatch({ type: 'method_selected', methodId: 'boleto' });
    await expect.poll(() => field(/^Phone/).query()).toBeNull();
    await stage.pay();
    await expect.poll(() => sent(stage)).toMatchObject({ name: 'Ana Lima', document: '52998224725' });
    expect(sent(stage)).not.toHaveProperty('phone');
  });
});

describe('changing it', () => {
  test('puts a filled field in its place, with the focus in it, and the way back beside it', async () => {
    const stage = await ask();
    await userEvent.click(button('Change: E-mail'));
    await expectFocus(field('E-mail'));
    await expect.element(field('E-mail')).toHaveValue('ana@example.com');
    await expectAccessible(stage.host);
    await userEvent.fill(field('E-mail'), 'bia@example.com');
    await userEvent.click(button(/^Keep .*ana@example\.com/));
    await expect.element(row('ana@example.com')).toBeVisible();
    await expectFocus(button('Change: E-mail'));
    await stage.pay();
    await expect.poll(() => sent(stage).email).toBe('ana@example.com');
  });

  test('is sent, and outlives another method, another language and the element itself', async () => {
    const stage = await ask();
    await userEvent.click(button('Change: E-mail'));
    await expectFocus(field('E-mail'));
    await userEvent.fill(field('E-mail'), 'bia@example.com');
    stage.store.dispatch({ type: 'method_selected', methodId: 'boleto' });
    await stage.store.i18n.setLocale(['es']);
    await expect.element(field('Correo electrónico')).toHaveValue('bia@example.com');
    stage.host.replaceChildren();
    await stage.add('customer-fields');
    await expect.element(field('Correo electrónico')).toHaveValue('bia@example.com');
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await stage.pay();
    await expect.poll(() => sent(stage).email).toBe('bia@example.com');
    expect(sent(stage).name).toBe('Ana Lima');
  });

  test('may not end in nothing: an emptied field is asked for', async () => {
    const stage = await ask();
    await userEvent.click(button('Change: E-mail'));
    await userEvent.clear(field('E-mail'));
    expect(stage.store.draft.validate()?.name).toBe('customer.email');
  });

  test('of a document that is known in part begins with nothing', async () => {
    await ask();
    await userEvent.click(button('Change: Document number'));
    await expectFocus(field('CPF or CNPJ'));
    await expect.element(field('CPF or CNPJ')).toHaveValue('');
  });

  test('of an address asks for the whole of it, and nothing of the old one stays in the new', async () => {
    const stage = await ask();
    await userEvent.click(button('Change: Address'));
    await expectFocus(field('Street'));
    await expect.element(field('CEP')).toHaveValue('01310-100');
    await expect.element(page.getByRole('combobox', { name: 'State' })).toHaveValue('SP');
    await expect.element(field(/^Apartment/)).toHaveValue('');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Country' }), 'Botswana');
    await userEvent.fill(field('Address'), 'Plot 5');
    await userEvent.fill(field('Town or city'), 'Gaborone');
    await expectAccessible(stage.host);
    await stage.pay();
    await expect
      .poll(() => sent(stage).address)
      .toEqual({ country: 'BW', line1: 'Plot 5', city: 'Gaborone' });
  });

  test('of an address can be taken back', async () => {
    const stage = await ask();
    await userEvent.click(button('Change: Address'));
    await userEvent.fill(field('Street'), 'Rua Augusta');
    await userEvent.click(button(/^Keep/));
    await expect.element(row(/^Av\. Paulista 1000/)).toBeVisible();
    await stage.pay();
    await expect.poll(() => sent(stage).address).toEqual(ANA.address);
  });

  test('is done with the keyboard alone', async () => {
    await ask({ customer: { email: 'ana@example.com' } });
    await expect.element(button('Change: E-mail')).toBeVisible();
    await userEvent.tab();
    await expectFocus(button('Change: E-mail'));
    await userEvent.keyboard('{Enter}');
    await expectFocus(field('E-mail'));
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await expectFocus(button('Change: E-mail'));
  });
});

describe('what is known and would be refused', () => {
  test.each([
    ['a CNPJ where a CPF is asked', { document: '11.222.333/0001-81' }, 'CPF or CNPJ', /enter a CPF/],
    [
      'a document with a wrong digit',
      { document: '529.982.247-26' },
      'CPF or CNPJ',
      /One digit does not fit/,
    ],
    ['an e-mail that is none', { email: 'ana' }, 'E-mail', /such as name@example\.com/],
    [
      'a CEP of six digits',
      { address: { ...ANA.address, postalCode: '013101' } },
      'CEP',
      /a right one looks like 01310-100/,
    ],
  ])('%s is asked by itself, with the reason', async (_what, customer: Customer, label, reason) => {
    const element = await showAlone('customer-fields', {
      session: aSession({
        requiredFields: ['email', 'document', 'address'],
        customer: { ...ANA, ...customer },
      }),
      method: aMethod('pix', { documentForm: 'cpf' }),
    });
    await expect.element(field(label)).toHaveAccessibleDescription(reason);
    // There is no way back to what would be refused.
    expect(button(/^Keep/).query()).toBeNull();
    await expectAccessible(element);
  });

  test('keeps its reason while something else is changed, until it is right', async () => {
    await showAlone('customer-fields', {
      session: aSession({ requiredFields: ['phone'], customer: { ...ANA, phone: '123' } }),
      method: aMethod('pix'),
    });
    await expect.element(field('Phone')).toHaveAccessibleDescription(/with its area code/);
    await userEvent.click(button('Change: E-mail'));
    await expectFocus(field('E-mail'));
    await expect.element(field('Phone')).toHaveAccessibleDescription(/with its area code/);
    await userEvent.fill(field('Phone'), '11987654321');
    await expect.element(field('Phone')).not.toHaveAccessibleDescription(/with its area code/);
  });

  test('by one method alone is left in peace for the others', async () => {
    const session = aSession({ requiredFields: ['document'], customer: { document: '11.222.333/0001-81' } });
    await showAlone('customer-fields', { session, method: aMethod('boleto') });
    await expect.element(row('11.222.333/0001-81')).toBeVisible();
  });

  test('and that nobody asks for holds nobody up', async () => {
    const stage = await ask({ customer: { ...ANA, email: 'ana' } });
    await expect.element(row(/^ana$/)).toBeVisible();
    expect(stage.store.draft.validate()).toBeUndefined();
  });
});

describe('a document of another country', () => {
  const inPesos = async (customer: Customer = {}): Promise<Stage> => {
    const stage = await openStage({
      session: {
        currency: 'CLP',
        requiredFields: ['document', 'documentType'],
        paymentMethods: ['card'],
        customer,
      },
      method: 'card',
    });
    await stage.add('customer-fields');
    return stage;
  };

  test('is one of those that people have there, with its rules', async () => {
    const stage = await inPesos();
    const type = page.getByRole('combobox', { name: 'Document type' });
    await expect.element(type).toHaveValue('RUT');
    const number = field('Document number');
    await expect.element(number).toHaveAttribute('placeholder', '7.654.321-6');
    await userEvent.fill(number, '12.345.678-4');
    await userEvent.tab();
    await expect.element(number).toHaveAccessibleDescription(/last character does not fit/);
    await userEvent.fill(number, '12.345');
    await userEvent.tab();
    await expect.element(number).toHaveAccessibleDescription(/looks like 7\.654\.321-6/);
    await userEvent.selectOptions(type, 'Passport');
    await userEvent.fill(number, 'ab 123456');
    await userEvent.tab();
    await expect.element(number).not.toHaveAttribute('aria-invalid');
    expect(stage.store.draft.get('customer.document')).toBe('AB123456');
    await expectAccessible(stage.host);
  });

  test('that is known is shown, and changed together with its type', async () => {
    await inPesos({ document: '12.345.678-5', documentType: 'RUT' });
    await userEvent.click(button('Change: Document number'));
    await expect.element(page.getByRole('combobox', { name: 'Document type' })).toHaveValue('RUT');
    await expectFocus(field('Document number'));
  });
});

describe('what an earlier payment of the session was sent with', () => {
  const customFields = [
    { key: 'note', label: 'Note', type: 'text', required: false, options: [], value: 'Ring twice' },
    { key: 'gift', label: 'A gift', type: 'checkbox', required: false, options: [], value: true },
    { key: 'news', label: 'News', type: 'checkbox', required: false, options: [], value: false },
    {
      key: 'size',
      label: 'Size',
      type: 'select',
      required: true,
      options: [{ value: 's', label: 'Small' }],
      value: 'xl',
    },
  ] as const;

  test('stands in the merchant’s own questions, and what is emptied stays empty', async () => {
    const stage = await ask({ customFields });
    const gift = page.getByRole('checkbox', { name: 'A gift' });
    await expect.element(field(/^Note/)).toHaveValue('Ring twice');
    await expect.element(gift).toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: 'News' })).not.toBeChecked();
    // An answer that is not on the list is none.
    await expect.element(page.getByRole('combobox', { name: 'Size' })).toHaveValue('');
    await userEvent.click(gift);
    await userEvent.clear(field(/^Note/));
    await userEvent.click(button('Change: E-mail'));
    await expectFocus(field('E-mail'));
    await expect.element(gift).not.toBeChecked();
    await expect.element(field(/^Note/)).toHaveValue('');
    expect(stage.store.draft.get('custom.size')).toBe('');
  });

  test('leaves the fields of an address that was typed here where they are, and sends no more than they hold', async () => {
    const stage = await ask({ customer: {}, requiredFields: ['address'], paymentMethods: ['card', 'pix'] });
    const typed = { Street: 'Rua Augusta', Number: '5', Neighbourhood: 'Consolação', City: 'São Paulo' };
    await userEvent.fill(field('CEP'), '01310-100');
    for (const [label, text] of Object.entries(typed)) await userEvent.fill(field(label), text);
    await userEvent.fill(field(/^Apartment/), '7');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'State' }), 'São Paulo');
    const { draft } = stage.store;
    const known = Object.fromEntries(Object.entries(draft.entries('customer.address.')));
    const { state } = stage.store;
    if (state.status !== 'ready') throw new Error(state.status);
    const { session } = state;
    stage.store.dispatch({
      type: 'session_read',
      session: { ...session, version: session.version + 1, customer: { address: known } },
    });
    await userEvent.clear(field(/^Apartment/));
    await expect.element(field('Street')).toHaveValue('Rua Augusta');
    expect(button('Change: Address').query()).toBeNull();
    await stage.pay();
    await expect.poll(() => sent(stage).address?.line1).toBe('Rua Augusta');
    expect(sent(stage).address?.complement).toBeUndefined();
  });
});
