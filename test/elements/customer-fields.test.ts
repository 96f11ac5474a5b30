import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CUSTOMER_FIELDS, type CustomerField } from '../../src/core/session/session.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { aMethod, aSession } from '../support/fixtures.js';
import { expectAccessible, openStage, showAlone, type Stage } from './stage.js';

const field = (name: string | RegExp) => page.getByRole('textbox', { name });
const control = (name: string | RegExp): HTMLInputElement => field(name).element() as HTMLInputElement;

async function ask(session: SessionInput, locale?: string): Promise<Stage> {
  const stage = await openStage({ session, method: 'card', ...(locale !== undefined && { locale }) });
  await stage.add('customer-fields');
  return stage;
}

const inReais = (...requiredFields: CustomerField[]): SessionInput => ({ currency: 'BRL', requiredFields });
const inDollars = (...requiredFields: CustomerField[]): SessionInput => ({ currency: 'USD', requiredFields });

/** What the shopper's own data is asked as; the words browsers and password managers know it by. */
const INPUTS: readonly [CustomerField, string, Readonly<Record<string, string>>][] = [
  ['name', 'Full name', { name: 'name', autocomplete: 'name', type: 'text' }],
  ['firstName', 'First name', { name: 'firstName', autocomplete: 'given-name' }],
  ['lastName', 'Last name', { name: 'lastName', autocomplete: 'family-name' }],
  ['email', 'E-mail', { name: 'email', autocomplete: 'email', type: 'email', inputmode: 'email' }],
  ['phone', 'Phone', { name: 'phone', autocomplete: 'tel', type: 'tel', inputmode: 'tel' }],
  // A company's number holds letters: no numeric keyboard.
  ['document', 'CPF or CNPJ', { name: 'document', inputmode: 'text', type: 'text' }],
];

describe('a required field', () => {
  test.each(INPUTS)('%s is asked as “%s”, in the words autofill knows', async (name, label, attributes) => {
    await ask(inReais(name));
    const input = control(label);
    for (const [attribute, value] of Object.entries(attributes))
      expect(input.getAttribute(attribute)).toBe(value);
    expect(input.required).toBe(true);
    expect(input.getAttribute('spellcheck')).toBe('false');
  });

  test('of every name that a session may list has a control', async () => {
    const stage = await ask(inDollars(...CUSTOMER_FIELDS));
    // First and last name stand for the full name.
    for (const label of [
      'First name',
      'Last name',
      'E-mail',
      'Phone',
      'Document number',
      'Document type',
      'City',
    ])
      await expect.element(field(label)).toBeVisible();
    await expectAccessible(stage.host);
  });

  test('that the session knows is not asked, and is shown', async () => {
    await ask({ ...inReais('email', 'name'), customer: { email: 'maria@example.com' } });
    await expect.element(page.getByRole('listitem').getByText('maria@example.com')).toBeVisible();
    expect(field('E-mail').query()).toBeNull();
    await expect.element(field('Full name')).toBeVisible();
  });

  test('that the picked method adds is asked with it', async () => {
    const stage = await openStage({
      session: { currency: 'BRL', paymentMethods: ['pix', { type: 'boleto', requiredFields: ['email'] }] },
      method: 'pix',
    });
    const element = await stage.add('customer-fields');
    expect(field('E-mail').query()).toBeNull();
    stage.store.dispatch({ type: 'method_selected', methodId: 'boleto' });
    await element.updateComplete;
    await expect.element(field('E-mail')).toBeVisible();
  });

  test('is nowhere where nothing is required: the element takes no room', async () => {
    const stage = await ask(inReais());
    expect(stage.host.querySelector('customer-fields')?.getBoundingClientRect().height).toBe(0);
  });
});

describe('what is wrong', () => {
  test('is said when the field is left, beside it, and taken back as soon as it is right', async () => {
    const stage = await ask(inReais('email', 'name'));
    await userEvent.type(field('E-mail'), 'maria@example');
    expect(page.getByText(/such as name@example.com/).query()).toBeNull();
    await userEvent.tab();
    const error = page.getByText(/such as name@example.com/);
    await expect.element(error).toBeVisible();
    expect(control('E-mail').getAttribute('aria-invalid')).toBe('true');
    await expect.element(field('E-mail')).toHaveAccessibleDescription(/such as name@example.com/);
    await expectAccessible(stage.host);
    await userEvent.type(field('E-mail'), '.com');
    expect(error.query()).toBeNull();
    expect(control('E-mail').hasAttribute('aria-invalid')).toBe(false);
  });

  test('is not said of a field that was only passed through', async () => {
    await ask(inReais('email', 'name'));
    await userEvent.click(field('E-mail'));
    await userEvent.tab();
    expect(control('E-mail').hasAttribute('aria-invalid')).toBe(false);
  });

  test('is said of every field on submit, and the first wrong one gets the focus', async () => {
    const stage = await ask(inReais('email', 'name', 'document'));
    await userEvent.fill(field('E-mail'), 'maria@example.com');
    stage.store.draft.validate()?.focus();
    expect(control('Full name').matches(':focus')).toBe(true);
    expect(control('E-mail').hasAttribute('aria-invalid')).toBe(false);
    await expect.element(field('CPF or CNPJ')).toHaveAccessibleDescription('Fill in this field.');
  });

  test('may be known to the server alone: its refusal stands at the field until it is changed', async () => {
    const problem = {
      type: 'about:blank',
      title: 'No',
      status: 400,
      code: 'invalid_request',
      param: 'customer.email',
    };
    const stage = await openStage({
      session: { ...inReais('email'), paymentMethods: ['pix'] },
      method: 'pix',
      answers: { 'POST payments': () => Response.json(problem, { status: 400 }) },
    });
    await stage.add('customer-fields');
    await userEvent.fill(field('E-mail'), 'maria@example.com');
    await stage.pay();
    await expect
      .element(field('E-mail'))
      .toHaveAccessibleDescription('This was not accepted. Please check it.');
    await userEvent.type(field('E-mail'), '.br');
    expect(control('E-mail').hasAttribute('aria-invalid')).toBe(false);
  });

  test('does not move the button that is being pressed', async () => {
    await ask(inReais('email'));
    const button = document.body.appendChild(document.createElement('button'));
    button.textContent = 'Pay';
    let clicks = 0;
    button.addEventListener('click', () => clicks++);
    await userEvent.type(field('E-mail'), 'maria');
    const top = button.getBoundingClientRect().top;
    let topWhilePressed = 0;
    button.addEventListener('pointerup', () => (topWhilePressed = button.getBoundingClientRect().top));
    await userEvent.click(button);
    await expect.element(page.getByText(/such as name@example.com/)).toBeVisible();
    expect(topWhilePressed).toBe(top);
    expect(clicks).toBe(1);
    button.remove();
  });
});

describe('what is typed', () => {
  test.each([
    ['CPF or CNPJ', 'document', '52998224725', '529.982.247-25', '52998224725'],
    ['CPF or CNPJ', 'document', '12abc34501de35', '12.ABC.345/01DE-35', '12ABC34501DE35'],
    ['Phone', 'phone', '11987654321', '(11) 98765-4321', '+5511987654321'],
    ['Phone', 'phone', '+1 415 555 2671', '+14155552671', '+14155552671'],
  ] as const)(
    '%s: %s %s is shown as %s when left, and kept as %s',
    async (label, name, typed, shown, kept) => {
      const stage = await ask(inReais(name, 'name'));
      await userEvent.type(field(label), typed);
      expect(control(label).value).toBe(typed);
      await userEvent.tab();
      await expect.poll(() => control(label).value).toBe(shown);
      expect(stage.store.draft.get(`customer.${name}`)).toBe(kept);
      expect(control(label).hasAttribute('aria-invalid')).toBe(false);
    },
  );

  test.each([
    [
      'a CPF with a wrong check digit',
      'CPF or CNPJ',
      'document',
      '52998224726',
      'One digit does not fit: compare it with your document.',
    ],
    [
      'a CPF that is too short',
      'CPF or CNPJ',
      'document',
      '123',
      'A CPF has 11 digits, a CNPJ 14 characters. This has 3.',
    ],
    ['one digit over and over', 'CPF or CNPJ', 'document', '111.111.111-11', /one digit over and over/],
    ['a CPF with a letter', 'CPF or CNPJ', 'document', '5299822472A', /A CPF has only digits/],
    [
      'a phone without area code',
      'Phone',
      'phone',
      '987654321',
      /with its area code, such as \(11\) 98765-4321/,
    ],
  ] as const)('and is %s is refused, with what is wrong', async (_what, label, name, typed, words) => {
    await ask(inReais(name));
    await userEvent.type(field(label), typed);
    await userEvent.tab();
    await expect.element(field(label)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field(label)).toHaveAccessibleDescription(words);
  });

  test.each([
    ['name', 'Full name', '4242 4242 4242 4242'],
    ['name', 'Full name', 'Ana 4000-0000-0000-0002'],
    ['name', 'Full name', '٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢'],
    ['firstName', 'First name', '378282246310005'],
    ['lastName', 'Last name', '411111111111'], // one that is not whole
  ] as const)('and has a card number as its %s is refused', async (name, label, typed) => {
    const stage = await ask(inReais(name));
    await userEvent.fill(field(label), typed);
    await userEvent.tab();
    await expect.element(field(label)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field(label)).toHaveAccessibleDescription('This was not accepted. Please check it.');
    expect(stage.store.draft.validate()?.name).toBe(`customer.${name}`);
    await userEvent.fill(field(label), 'Ana Lima 2');
    await expect.element(field(label)).not.toHaveAttribute('aria-invalid', 'true');
  });

  test.each(['ACME Ltda 12.345.678/0001-95', 'Muster GmbH (HRB 12345, USt DE123456789)'])(
    'and is a company’s name with its number in it is taken: %s',
    async (typed) => {
      const stage = await ask(inReais('name'));
      await userEvent.fill(field('Full name'), typed);
      expect(stage.store.draft.validate()).toBeUndefined();
    },
  );

  test('outlives another method, another language and the element itself', async () => {
    const stage = await ask(inReais('email'));
    await userEvent.type(field('E-mail'), 'maria@example.com');
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await stage.store.i18n.setLocale(['es']);
    await expect.poll(() => control('Correo electrónico').value).toBe('maria@example.com');
    stage.host.replaceChildren();
    await stage.add('customer-fields');
    expect(control('Correo electrónico').value).toBe('maria@example.com');
  });

  test('takes the keyboard’s Enter as the wish to pay', async () => {
    const stage = await ask(inReais('email'));
    await userEvent.type(field('E-mail'), 'maria@example.com{Enter}');
    expect(stage.submits()).toBe(1);
  });

  test('reaches the API as it was kept', async () => {
    const stage = await ask({ ...inReais('document', 'name'), paymentMethods: ['pix'] });
    await userEvent.type(field('Full name'), ' Ana Lima ');
    await userEvent.type(field('CPF or CNPJ'), '529.982.247-25');
    await stage.pay();
    const sent = stage.requests.find(({ name }) => name === 'POST payments')?.body ?? '{}';
    expect((JSON.parse(sent) as { customer: unknown }).customer).toEqual({
      name: 'Ana Lima',
      document: '52998224725',
    });
  });
});

describe('Brazil’s rules', () => {
  test('hold for a session in reais, and a document tells its own type', async () => {
    const stage = await ask(inReais('document', 'documentType'));
    expect(field('Document type').query()).toBeNull();
    await userEvent.type(field('CPF or CNPJ'), '529.982.247-25');
    await expect.poll(() => stage.store.draft.get('customer.documentType')).toBe('CPF');
  });

  test.each([
    ['digits', '12.ABC.345/01DE-35', /takes only numbers/],
    ['digits', '12.ABC.345/01DE-36', /One digit does not fit/], // what is wrong with it comes first
    ['digits', '11.222.333/0001-81', undefined],
    ['digits', '529.982.247-25', undefined],
    ['cpf', '11.222.333/0001-81', /enter a CPF/],
    ['cpf', '529.982.247-25', undefined],
    [undefined, '12.ABC.345/01DE-35', undefined],
    [undefined, '11.222.333/0001-81', undefined],
  ] as const)(
    'may be narrower at a provider (%s), which is told of %s before it is sent',
    async (documentForm, typed, message) => {
      const session = aSession({ requiredFields: ['document'] });
      const element = await showAlone('customer-fields', {
        session,
        method: aMethod('pix', documentForm && { documentForm }),
      });
      await userEvent.type(field('CPF or CNPJ'), typed);
      await userEvent.tab();
      if (message) await expect.element(field('CPF or CNPJ')).toHaveAccessibleDescription(message);
      else expect(control('CPF or CNPJ').hasAttribute('aria-invalid')).toBe(false);
      expect(control('CPF or CNPJ').value).toBe(typed);
      await expectAccessible(element);
    },
  );

  test('hold for a method in reais, whatever the session is in', async () => {
    await showAlone('customer-fields', {
      session: aSession({ currency: 'CLP', requiredFields: ['document'] }),
      method: aMethod('pix', { currency: 'BRL', amount: 1_000, documentForm: 'cpf' }),
    });
    await expect.element(field('CPF or CNPJ')).toBeVisible();
  });

  test('do not hold elsewhere: any document is taken', async () => {
    const stage = await ask(inDollars('document', 'documentType'));
    await expect.element(field('Document type')).toBeVisible();
    await userEvent.type(field('Document number'), 'X 123-456');
    await userEvent.tab();
    expect(control('Document number').hasAttribute('aria-invalid')).toBe(false);
    expect(stage.store.draft.get('customer.document')).toBe('X 123-456');
  });
});

describe('an address', () => {
  test('in reais begins in Brazil, with what a Brazilian address has', async () => {
    const stage = await ask(inReais('address'));
    const country = page.getByRole('combobox', { name: 'Country' });
    await expect.element(country).toHaveValue('BR');
    for (const label of ['CEP', 'Street', 'Number', /^Apartment/, 'Neighbourhood', 'City'])
      await expect.element(field(label)).toBeVisible();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'State' }), 'São Paulo');
    await userEvent.type(field('CEP'), '01310100');
    await userEvent.tab();
    await expect.poll(() => control('CEP').value).toBe('01310-100');
    expect(stage.store.draft.entries('customer.address.')).toEqual({
      country: 'BR',
      state: 'SP',
      postalCode: '01310100',
    });
    expect(control('CEP').autocomplete).toBe('postal-code');
    expect(control('CEP').inputMode).toBe('numeric');
    await expectAccessible(stage.host);
  });

  test('of another country drops what only Brazil has', async () => {
    await ask(inReais('address'));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Country' }), 'Portugal');
    await expect.element(field('Address')).toBeVisible();
    expect(field('Neighbourhood').query()).toBeNull();
    expect(field(/^State/).query()).toBeNull();
  });

  test('asks only for the parts the session does not know', async () => {
    await ask({ ...inReais('address'), customer: { address: { country: 'BR', postalCode: '01310100' } } });
    await expect.element(field('Street')).toBeVisible();
    expect(field('CEP').query()).toBeNull();
    expect(page.getByRole('combobox', { name: 'Country' }).query()).toBeNull();
  });
});

describe('the merchant’s own questions', () => {
  const customFields = [
    { key: 'note', label: 'A word for the card', type: 'text' as const },
    {
      key: 'size',
      label: 'Size',
      type: 'select' as const,
      required: true,
      options: [
        { value: 's', label: 'Small' },
        { value: 'l', label: 'Large' },
      ],
    },
    { key: 'terms', label: 'I agree to the <b>terms</b>', type: 'checkbox' as const, required: true },
  ];

  test('are asked in the merchant’s words, as text', async () => {
    const stage = await ask({ customFields });
    await expect.element(page.getByRole('checkbox', { name: 'I agree to the <b>terms</b>' })).toBeVisible();
    await expect.element(field('A word for the card (optional)')).toBeVisible();
    await expectAccessible(stage.host);
  });

  test('are checked and answered', async () => {
    const stage = await ask({ customFields, paymentMethods: ['pix'], currency: 'BRL' });
    expect(stage.store.draft.validate()?.name).toBe('custom.size');
    await expect.element(page.getByText('Choose one.')).toBeVisible();
    await expect.element(page.getByText('Tick this box to continue.')).toBeVisible();
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Size' }), 'Large');
    await userEvent.click(page.getByRole('checkbox'));
    await stage.pay();
    const sent = stage.requests.find(({ name }) => name === 'POST payments')?.body ?? '{}';
    expect((JSON.parse(sent) as { customFields: unknown }).customFields).toEqual({
      note: '',
      size: 'l',
      terms: true,
    });
  });
});

test('removing and moving the element at any moment says nothing and asks again', async () => {
  const stage = await ask(inReais('email'));
  const element = stage.host.querySelector('customer-fields');
  if (!element) throw new Error('no element');
  await userEvent.type(field('E-mail'), 'maria@');
  element.remove();
  expect(stage.store.draft.validate()).toBeUndefined();
  stage.host.append(element);
  await expect.poll(() => stage.store.draft.validate()?.name).toBe('customer.email');
  expect(stage.errors).toEqual([]);
});
