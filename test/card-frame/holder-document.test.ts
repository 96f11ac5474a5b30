import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import axe from 'axe-core';
import { CardForm } from '../../src/card-frame/frame/card-form.js';
import { checkHolderDocument, formatHolderDocument } from '../../src/card-frame/frame/holder-document.js';
import { adoptStyles } from '../../src/card-frame/frame/styles.js';
import { cardOf } from './support.js';

describe('a document as it is typed', () => {
  test.each([
    // before, what the browser made of it, caret, input type → shown, caret
    ['', '5', 1, 'insertText', '5', 1],
    ['529', '5299', 4, 'insertText', '529.9', 5],
    ['529.982.247-2', '529.982.247-25', 14, 'insertText', '529.982.247-25', 14],
    ['529.982.247-25', '529.982.247-256', 15, 'insertText', '52.998.224/7256', 15], // the twelfth makes it a CNPJ
    ['12', '12a', 3, 'insertText', '12.A', 4],
    ['12.ABC.345/01DE-35', '12.ABC.345/01DE-359', 19, 'insertText', '12.ABC.345/01DE-35', 18], // no fifteenth
    ['', ' 12.abc.345/01de-35 ', 20, 'insertFromPaste', '12.ABC.345/01DE-35', 18],
    ['', '５２９', 3, 'insertText', '529', 3],
    ['529.9', '5299', 3, 'deleteContentBackward', '529', 2], // the dot went, so the digit before it goes
    ['12.ABC', '12.AC', 4, 'deleteContentBackward', '12.AC', 4],
  ])('%j, then %j with the caret at %i (%s), is %j', (before, value, caret, inputType, shown, at) => {
    const result = formatHolderDocument({ before, value, caret, inputType });
    expect(result.value).toBe(shown);
    expect(result.caret).toBe(at);
  });

  test.each([
    ['', 'documentRequired'],
    ['529.982.247-25', undefined],
    ['11.222.333/0001-81', undefined],
    ['529.982.247-26', 'documentInvalid'],
    ['529.982', 'documentInvalid'],
    ['12.ABC.345/01DE-35', 'documentDigitsOnly'], // valid since July 2026, and not here
    ['12.ABC.345/01DE-36', 'documentInvalid'],
  ])('%j is judged %s', (value, code) => {
    expect(checkHolderDocument(value)).toBe(code);
  });
});

describe('the field of the holder’s document', () => {
  function mount(): { form: CardForm; complete: () => boolean } {
    let isComplete = false;
    const form = new CardForm({
      onChange: ({ complete }) => (isComplete = complete),
      onSubmit: () => undefined,
    });
    const sheets = document.adoptedStyleSheets;
    const { lang } = document.documentElement;
    adoptStyles();
    document.documentElement.lang = 'en';
    document.body.append(form.element);
    onTestFinished(() => {
      form.element.remove();
      document.adoptedStyleSheets = sheets;
      document.documentElement.lang = lang;
    });
    return { form, complete: () => isComplete };
  }
  const box = (name: string) => page.getByRole('textbox', { name });
  const holder = box('CPF or CNPJ of the card holder');
  const fill = async (): Promise<void> => {
    for (const [label, text] of Object.entries(cardOf('4242424242424242')))
      await userEvent.fill(box(label), text);
  };

  test('is there only where it is needed, and part of the card only then', async () => {
    const { form, complete } = mount();
    expect(holder.query()).toBeNull();
    await fill();
    expect(complete()).toBe(true);
    expect(form.read()).not.toHaveProperty('document');
    form.needDocument(true);
    form.needDocument(true);
    expect(holder.elements()).toHaveLength(1);
    expect(complete()).toBe(false);
    await userEvent.type(holder, '52998224725');
    await expect.element(holder).toHaveValue('529.982.247-25');
    expect(form.read()).toMatchObject({ document: '52998224725' });
    form.needDocument(false);
    expect(holder.query()).toBeNull();
    expect(form.read()).not.toHaveProperty('document');
  });

  test('takes letters from any keyboard, is not filled in with a card’s data, and comes last', async () => {
    const { form } = mount();
    form.needDocument(true);
    const input = holder.element() as HTMLInputElement;
    expect([input.inputMode, input.autocapitalize, input.autocomplete]).toEqual([
      'text',
      'characters',
      'off',
    ]);
    box('Name on card').element().focus();
    await userEvent.tab();
    expect(document.activeElement).toBe(input);
  });

  test('says of a CNPJ with letters why it cannot be taken, and has the focus', async () => {
    const { form } = mount();
    form.needDocument(true);
    await fill();
    await userEvent.fill(holder, '12abc34501de35');
    expect(form.read()).toBeUndefined();
    await expect.element(page.getByRole('status')).toHaveTextContent('This provider takes only numbers');
    expect(document.activeElement).toBe(holder.element());
  });

  test('shows a refusal of the tokenizer, and is emptied with the rest', async () => {
    const { form } = mount();
    form.needDocument(true);
    await userEvent.fill(holder, '52998224725');
    expect(form.refuse('document')).toBe(true);
    await expect.element(holder).toHaveAccessibleDescription('Check the CPF or CNPJ.');
    form.clearAll();
    await expect.element(holder).toHaveValue('');
  });

  test('has no fault that axe finds', async () => {
    const { form } = mount();
    form.needDocument(true);
    form.read();
    const { violations } = await axe.run(form.element);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
