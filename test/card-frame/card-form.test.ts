import axe from 'axe-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { CardForm, type CardFormState } from '../../src/card-frame/frame/card-form.js';
import { adoptStyles, applyStyle } from '../../src/card-frame/frame/styles.js';
import { CARD_FRAME_TEXTS, type CardFrameText } from '../../src/card-frame/shared/strings.js';
import { cardOf } from './support.js';
import { copyText, useClipboard } from '../support/clipboard.js';

useClipboard();

interface MountedForm {
  readonly form: CardForm;
  readonly states: CardFormState[];
  readonly submits: () => number;
}

/** The frame's form on the test page itself, where its elements can be looked at. */
function mountForm(): MountedForm {
  const states: CardFormState[] = [];
  let submits = 0;
  const form = new CardForm({
    onChange: (state) => states.push(state),
    onSubmit: () => (submits += 1),
  });
  const root = document.documentElement;
  const sheets = document.adoptedStyleSheets;
  const { lang } = root;
  adoptStyles();
  root.lang = 'en';
  document.body.append(form.element);
  onTestFinished(() => {
    form.element.remove();
    document.adoptedStyleSheets = sheets;
    applyStyle({});
    root.lang = lang;
    root.dir = '';
  });
  return { form, states, submits: () => submits };
}

const box = (name: string) => page.getByRole('textbox', { name });
const number = box('Card number');
const expiry = box('Expiry date');
const code = box('Security code');
const holder = box('Name on card');

const fillCard = async (digits: string): Promise<void> => {
  for (const [label, text] of Object.entries(cardOf(digits))) await userEvent.fill(box(label), text);
};

const inputOf = (name: string): HTMLInputElement => box(name).element() as HTMLInputElement;

describe('the fields', () => {
  test.each([
    ['Card number', 'cc-number', 'numeric'],
    ['Expiry date', 'cc-exp', 'numeric'],
    ['Security code', 'cc-csc', 'numeric'],
    ['Name on card', 'cc-name', 'text'],
  ])(
    '%s is a native input with a visible label, autofill’s %s and the right keyboard',
    (name, token, mode) => {
      mountForm();
      const input = inputOf(name);
      // The attribute: not every engine knows every token, and `autocomplete` is empty for one that it does not know.
      expect(input.getAttribute('autocomplete')).toBe(token);
      expect(input.inputMode).toBe(mode);
      expect(input.labels?.[0]?.textContent).toBe(name);
      expect(input.labels?.[0]?.getBoundingClientRect().height).toBeGreaterThan(10);
      expect(Number.parseFloat(getComputedStyle(input).fontSize)).toBeGreaterThanOrEqual(16);
      expect(input.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    },
  );

  test('are read in order by keyboard, and nothing else takes the focus', async () => {
    mountForm();
    const visited: string[] = [];
    for (let tabs = 0; tabs < 4; tabs++) {
      await userEvent.tab();
      visited.push(document.activeElement?.id ?? '');
    }
    expect(visited).toEqual(['cc-number', 'cc-exp', 'cc-csc', 'cc-name']);
  });

  test('format while they are typed in', async () => {
    mountForm();
    await userEvent.type(number, '378282246310005');
    await userEvent.type(expiry, '1/2040');
    await userEvent.type(code, '12345');
    await expect.element(number).toHaveValue('3782 822463 10005');
    await expect.element(expiry).toHaveValue('01/40');
    await expect.element(code).toHaveValue('1234'); // American Express has four
  });

  test('keep the caret where the shopper put it', async () => {
    mountForm();
    await userEvent.type(number, '42424242');
    inputOf('Card number').setSelectionRange(2, 2);
    await userEvent.keyboard('77');
    expect(inputOf('Card number').value).toBe('4277 4242 42');
    expect(inputOf('Card number').selectionStart).toBe(4);
    await userEvent.keyboard('{Backspace}');
    expect(inputOf('Card number').selectionStart).toBe(3);
  });

  test('take a pasted number of any form', async () => {
    mountForm();
    await copyText('No. 4242-4242 4242.4242');
    await userEvent.click(number);
    await userEvent.paste();
    await expect.element(number).toHaveValue('4242 4242 4242 4242');
  });

  test('take what the browser fills in, with a whole year', () => {
    mountForm();
    const fill = (name: string, value: string): void => {
      // Chromium’s autofill sets the value and fires an input event without an input type.
      inputOf(name).value = value;
      inputOf(name).dispatchEvent(new Event('input', { bubbles: true }));
    };
    fill('Card number', '4242424242424242');
    fill('Expiry date', '12/2040');
    expect(inputOf('Card number').value).toBe('4242 4242 4242 4242');
    expect(inputOf('Expiry date').value).toBe('12/40');
  });

  test('leave the text alone while an IME composes it', () => {
    const { states } = mountForm();
    const input = inputOf('Card number');
    input.focus();
    input.dispatchEvent(new CompositionEvent('compositionstart'));
    input.value = '４２４２４';
    input.dispatchEvent(new InputEvent('input', { isComposing: true, inputType: 'insertCompositionText' }));
    expect(input.value).toBe('４２４２４');
    expect(states).toEqual([]);
    input.dispatchEvent(new CompositionEvent('compositionend'));
    expect(input.value).toBe('4242 4');
    expect(states.at(-1)?.brand).toBe('visa');
  });

  test('take what a real IME composes, in full-width digits', async () => {
    const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
    const { states } = mountForm();
    await userEvent.click(number);
    const text = '４２４２４２';
    const caret = text.length;
    await session.send('Input.imeSetComposition', { text, selectionStart: caret, selectionEnd: caret });
    expect(inputOf('Card number').value).toBe(text);
    expect(states).toEqual([]);
    await session.send('Input.insertText', { text });
    await expect.element(number).toHaveValue('4242 42');
    expect(inputOf('Card number').selectionStart).toBe(7);
    await userEvent.keyboard('4');
    await expect.element(number).toHaveValue('4242 424');
  });

  test.each([
    ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
    ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
    ['Bengali', '০১২৩৪৫৬৭৮৯'],
    ['Hindi', '०१२३४५६७८९'],
    ['full-width', '０１２３４５６７８９'],
  ])('take %s digits one by one, as those of any other keyboard', async (_script, digits) => {
    const write = (text: string): string => text.replace(/\d/g, (digit) => digits[Number(digit)] ?? '');
    const { form } = mountForm();
    form.needDocument(true);
    await userEvent.type(number, write('42424242424242422222'));
    await expect.element(number).toHaveValue('4242 4242 4242 4242 222'); // the twentieth is not taken
    expect(inputOf('Card number').selectionStart).toBe(23);
    await userEvent.keyboard('{Backspace}{Backspace}{Backspace}');
    inputOf('Card number').setSelectionRange(2, 2);
    await userEvent.keyboard(write('77'));
    await expect.element(number).toHaveValue('4277 4242 4242 4242 42');
    expect(inputOf('Card number').selectionStart).toBe(4);
    await userEvent.keyboard('{Backspace}{Backspace}');
    await expect.element(number).toHaveValue('4242 4242 4242 4242');
    await userEvent.type(expiry, write('9409'));
    await expect.element(expiry).toHaveValue('09/40'); // and here the fourth, as a month of one digit is whole
    expect(inputOf('Expiry date').selectionStart).toBe(5);
    await userEvent.type(code, write('1234'));
    await expect.element(code).toHaveValue('123');
    expect(inputOf('Security code').selectionStart).toBe(3);
    await userEvent.type(holder, 'Ana');
    await userEvent.type(box('CPF'), write('52998224725'));
    await expect.element(box('CPF')).toHaveValue('529.982.247-25');
    expect(form.read()).toMatchObject({
      number: '4242424242424242',
      expiryMonth: 9,
      expiryYear: 2040,
      cvc: '123',
      document: '52998224725',
    });
  });

  test('keep the caret where a digit of two units is typed, and take no more of them than there are', async () => {
    mountForm();
    /** What a keyboard does; the driver's own would type the two units one after the other. */
    const press = (name: string, digit: string): void => {
      const input = inputOf(name);
      input.setRangeText(digit, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
      input.dispatchEvent(new InputEvent('input', { inputType: 'insertText', bubbles: true }));
    };
    await userEvent.type(number, '4242424242424242');
    inputOf('Card number').setSelectionRange(2, 2);
    press('Card number', '𞥗');
    expect(inputOf('Card number').value).toBe('4274 2424 2424 2424 2');
    expect(inputOf('Card number').selectionStart).toBe(3);
    await userEvent.type(code, '12');
    press('Security code', '𞥓');
    press('Security code', '𞥔');
    expect(inputOf('Security code').value).toBe('123');
    expect(inputOf('Security code').selectionStart).toBe(3);
    await userEvent.type(expiry, '1');
    press('Expiry date', '𞥒');
    expect(inputOf('Expiry date').value).toBe('12/');
    expect(inputOf('Expiry date').selectionStart).toBe(3);
  });

  test.each([
    ['Card number', '४२४२ ४२४२ ४२४२ ४२४२', '4242 4242 4242 4242'],
    ['Card number', '４２４２　４２４２　４２４２　４２４２', '4242 4242 4242 4242'],
    ['Expiry date', '١٢/٢٠٤٠', '12/40'],
    ['Security code', '১২৩', '123'],
    ['Card number', '\u200b4242\u00a04242\u202f4242\t4242\ufeff', '4242 4242 4242 4242'],
    ['Card number', '4242–4242—4242-4242', '4242 4242 4242 4242'],
    ['Expiry date', '\u200e12\u00a0/\u00a02040', '12/40'],
    ['Security code', ' 1\u200b23\t', '123'],
  ])('%s takes %j from the clipboard', async (name, text, shown) => {
    mountForm();
    await copyText(text);
    await userEvent.click(box(name));
    await userEvent.paste();
    await expect.element(box(name)).toHaveValue(shown);
    expect(inputOf(name).selectionStart).toBe(shown.length);
  });

  test('announce the brand, once, as soon as it is known, and not every digit after it', async () => {
    const { form } = mountForm();
    const said: string[] = [];
    const status = form.element.querySelector('[role=status]');
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const { textContent } of addedNodes) if (textContent) said.push(textContent);
    }).observe(status ?? form.element, { childList: true });
    await userEvent.type(number, '4242424242424242');
    await userEvent.type(number, '{Backspace}2');
    expect(said).toEqual(['Visa']);
    await userEvent.fill(number, '378282246310005');
    await expect.poll(() => said).toEqual(['Visa', 'American Express']);
  });

  test('show the brand without a flicker, whatever is taken away again', async () => {
    const { states } = mountForm();
    await userEvent.type(number, '4242{Backspace}{Backspace}{Backspace}0000');
    expect([...new Set(states.map(({ brand }) => brand))]).toEqual([undefined, 'visa']);
    await userEvent.type(number, '{Backspace}{Backspace}{Backspace}{Backspace}{Backspace}');
    expect(states.at(-1)?.brand).toBeUndefined();
  });

  test('say the brand in words beside its picture, and where the security code stands', async () => {
    mountForm();
    await expect.element(code).toHaveAccessibleDescription('3 digits, on the back of the card');
    await userEvent.fill(number, '378282246310005');
    await expect.element(number).toHaveAccessibleDescription('American Express');
    await expect.element(code).toHaveAccessibleDescription('4 digits, on the front of the card');
    await userEvent.fill(number, '');
    await expect.element(number).toHaveAccessibleDescription('');
  });
});

describe('errors', () => {
  test('come when a field is left, not while it is typed in, and are spoken', async () => {
    mountForm();
    await userEvent.type(number, '4242424242424241');
    await expect.element(number).not.toBeInvalid();
    await expect.element(page.getByRole('status')).toHaveTextContent(/^Visa$/);
    await userEvent.tab();
    await expect.element(number).toBeInvalid();
    await expect.element(number).toHaveAccessibleDescription('Visa Check the card number.');
    await expect.element(page.getByRole('status')).toHaveTextContent('Check the card number.');
  });

  test('go as soon as they are mended', async () => {
    mountForm();
    await userEvent.type(number, '4242424242424241');
    await userEvent.tab();
    await userEvent.click(number);
    await userEvent.keyboard('{End}{Backspace}');
    await expect.element(number).toBeInvalid();
    await userEvent.keyboard('2');
    await expect.element(number).not.toBeInvalid();
    await expect.element(number).toHaveAccessibleDescription('Visa');
  });

  test('do not come for an empty field that is only passed through', async () => {
    mountForm();
    await userEvent.click(number);
    await userEvent.tab();
    await expect.element(number).not.toBeInvalid();
  });

  test('a field that is asked for stops asking with the first character', async () => {
    const { form } = mountForm();
    form.read();
    await expect.element(holder).toBeInvalid();
    await userEvent.type(holder, 'A');
    await expect.element(holder).not.toBeInvalid();
  });

  test.each([
    ['12/20', 'This card has expired.'],
    ['13/40', 'Check the expiry date.'],
    ['12', 'Enter month and year, such as 09/30.'],
  ])('of the expiry %s', async (text, error) => {
    mountForm();
    await userEvent.fill(expiry, text);
    await userEvent.tab();
    await expect.element(expiry).toHaveAccessibleDescription(error);
  });

  test.each([
    ['12', 'The security code is too short.'],
    ['1234', 'Check the security code.'],
  ])('of the security code %s of a Visa', async (text, error) => {
    mountForm();
    await userEvent.fill(number, '4242424242424242');
    await userEvent.fill(code, text);
    await userEvent.tab();
    await expect.element(code).toHaveAccessibleDescription(`3 digits, on the back of the card ${error}`);
  });

  test.each(['4242 4242 4242 4242', 'Ana 4242424242424242', '12', '-'])(
    'of a name that is none: %s',
    async (text) => {
      mountForm();
      await userEvent.fill(holder, text);
      await userEvent.tab();
      await expect.element(holder).toHaveAccessibleDescription('Check the name on the card.');
    },
  );

  test.each(['Ana Souza', 'Ng', '山田太郎', 'O’Neil-Smith 3rd', 'محمد'])(
    'of no name that is one: %s',
    async (text) => {
      mountForm();
      await userEvent.fill(holder, text);
      await userEvent.tab();
      await expect.element(holder).not.toBeInvalid();
    },
  );

  test('all come when the card is asked for, and the first field has the focus', async () => {
    const { form } = mountForm();
    await userEvent.fill(number, '4242424242424242');
    expect(form.read()).toBeUndefined();
    await expect.element(expiry).toHaveFocus();
    for (const field of [expiry, code, holder]) await expect.element(field).toBeInvalid();
    await expect.element(number).not.toBeInvalid();
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Enter the expiry date. Enter the security code. Enter the name on the card.');
  });

  test.each([
    ['number', number, 'Visa Check the card number.'],
    ['expiryMonth', expiry, 'Check the expiry date.'],
    ['expiryYear', expiry, 'Check the expiry date.'],
    ['cvc', code, '3 digits, on the back of the card Check the security code.'],
    ['holderName', holder, 'Check the name on the card.'],
  ])('of the tokenizer about %s stand at the field', async (param, field, description) => {
    const { form } = mountForm();
    await fillCard('4242424242424242');
    expect(form.refuse(param)).toBe(true);
    await expect.element(field).toHaveFocus();
    await expect.element(field).toHaveAccessibleDescription(description);
  });

  test.each(['frameNonce', 'constructor', '__proto__', ''])('about %j are no field’s', (param) => {
    expect(mountForm().form.refuse(param)).toBe(false);
  });
});

describe('the card', () => {
  test('is read whole, in the tokenizer’s form', async () => {
    const { form, states } = mountForm();
    await fillCard('5555 5555 5555 4444');
    await userEvent.fill(holder, '  Ana Souza ');
    expect(form.read()).toEqual({
      number: '5555555555554444',
      expiryMonth: 12,
      expiryYear: 2040,
      cvc: '123',
      holderName: 'Ana Souza',
    });
    expect(states.at(-1)).toEqual({ complete: true, brand: 'mastercard' });
  });

  test('cannot be changed while it is on its way', async () => {
    const { form } = mountForm();
    await fillCard('4242424242424242');
    form.setBusy(true);
    await userEvent.click(number);
    await userEvent.keyboard('1');
    await expect.element(number).toHaveValue('4242 4242 4242 4242');
    form.setBusy(false);
  });

  test('loses its security code after a decline and all when the session is over', async () => {
    const { form } = mountForm();
    await fillCard('4242424242424242');
    form.clearSecurityCode();
    expect(
      [number, expiry, code, holder].map((field) => (field.element() as HTMLInputElement).value),
    ).toEqual(['4242 4242 4242 4242', '12/40', '', 'Ana Souza']);
    form.focus();
    await expect.element(code).toHaveFocus();
    form.clearAll();
    expect([...document.querySelectorAll('input')].map(({ value }) => value).join('')).toBe('');
  });

  test('of a brand that is not taken is refused where it stands', async () => {
    const { form } = mountForm();
    form.setAcceptedBrands(['mastercard']);
    await fillCard('4242424242424242');
    expect(form.read()).toBeUndefined();
    await expect
      .element(number)
      .toHaveAccessibleDescription('Visa This card is not accepted here. Use another one.');
    form.setAcceptedBrands(['mastercard', 'visa']);
    await expect.element(number).not.toBeInvalid();
  });
});

test('Enter in a field asks for the payment, once a press', async () => {
  const { submits } = mountForm();
  await userEvent.click(expiry);
  await userEvent.keyboard('{Enter}');
  expect(submits()).toBe(1);
  await userEvent.keyboard('1');
  expect(submits()).toBe(1);
});

describe('another language', () => {
  test('changes every word and loses nothing typed', async () => {
    const { form } = mountForm();
    await fillCard('4242424242424242');
    await userEvent.fill(expiry, '12/20');
    await userEvent.tab();
    const texts = Object.fromEntries(CARD_FRAME_TEXTS.map((name) => [name, `«${name}»`])) as Record<
      CardFrameText,
      string
    >;
    form.setStrings({ lang: 'pt-BR', dir: 'ltr', texts });
    expect(document.documentElement.lang).toBe('pt-BR');
    await expect.element(box('«cardNumber»')).toHaveValue('4242 4242 4242 4242');
    await expect.element(box('«expiry»')).toHaveAccessibleDescription('«expiryPast»');
    await expect.element(box('«expiry»')).toHaveAttribute('placeholder', '«expiryPlaceholder»');
    await expect.element(box('«securityCode»')).toHaveAccessibleDescription('«securityCodeHint»');
    await expect.element(box('«holderName»')).toHaveValue('Ana Souza');
  });

  test('of right-to-left script turns the form and leaves numbers as they are', () => {
    const { form } = mountForm();
    form.setStrings({ lang: 'ar', dir: 'rtl', texts: {} });
    expect(document.documentElement.dir).toBe('rtl');
    expect(getComputedStyle(inputOf('Card number')).direction).toBe('ltr');
    // Its own end, which is the right one: below the end of its label.
    expect(getComputedStyle(inputOf('Card number')).textAlign).toBe('end');
    expect(getComputedStyle(inputOf('Name on card')).direction).toBe('rtl');
    const [left, right] = ['Expiry date', 'Security code'].map(
      (name) => inputOf(name).getBoundingClientRect().left,
    );
    expect(left).toBeGreaterThan(right ?? 0);
  });

  test('markup in a text is text', () => {
    const { form } = mountForm();
    form.setStrings({ lang: 'en', dir: 'ltr', texts: { cardNumber: '<img src=x onerror=alert(1)>' } });
    expect(form.element.querySelector('img')).toBeNull();
    expect(form.element.textContent).toContain('<img src=x');
  });
});

describe('the look', () => {
  test('takes the host’s colours and measures, and gives them up again', () => {
    mountForm();
    const input = inputOf('Card number');
    const plain = getComputedStyle(input).borderRadius;
    applyStyle({
      colorField: '#102030',
      radius: 20,
      fieldHeight: 60,
      fontSize: 20,
      fontFamily: 'Georgia, serif',
    });
    const styled = getComputedStyle(input);
    expect(styled.backgroundColor).toBe('rgb(16, 32, 48)');
    expect(styled.borderRadius).toBe('20px');
    expect(styled.minHeight).toBe('60px');
    expect(styled.fontSize).toBe('20px');
    expect(styled.fontFamily).toBe('Georgia, serif');
    applyStyle({});
    expect(getComputedStyle(input).borderRadius).toBe(plain);
  });

  test('at text of twice the size on a small phone nothing is cut off and nothing scrolls sideways', async () => {
    await page.viewport(320, 700);
    onTestFinished(() => page.viewport(800, 900));
    const root = document.documentElement;
    root.style.fontSize = '200%';
    onTestFinished(() => {
      root.style.fontSize = '';
    });
    const { form } = mountForm();
    root.style.fontSize = '200%';
    await fillCard('378282246310005');
    await userEvent.fill(expiry, '12/20');
    form.read();
    expect(getComputedStyle(inputOf('Card number')).fontSize).toBe('32px');
    expect(root.scrollWidth).toBeLessThanOrEqual(320);
    for (const text of form.element.querySelectorAll('label, .error')) {
      expect(text.scrollWidth).toBeLessThanOrEqual(text.clientWidth);
      expect(text.scrollHeight).toBeLessThanOrEqual(text.clientHeight + 1);
    }
    const input = inputOf('Card number');
    const { paddingInlineStart, paddingInlineEnd, borderInlineWidth } = getComputedStyle(input);
    // Firefox leaves a field's padding out of its client width.
    const room =
      input.offsetWidth -
      2 * parseFloat(borderInlineWidth) -
      parseFloat(paddingInlineStart) -
      parseFloat(paddingInlineEnd);
    // More of the number than of the picture beside it.
    expect(room).toBeGreaterThan(320 / 2);
  });

  test('in forced colours a field that has the focus is still seen to have it, and the picture has its outline', async () => {
    const session = cdp() as unknown as { send(method: string, params: object): Promise<unknown> };
    const emulate = async (value: string): Promise<unknown> =>
      session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    mountForm();
    await emulate('active');
    onTestFinished(async () => {
      await emulate('none');
    });
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    await userEvent.click(holder);
    const outlineOf = (name: string): string => getComputedStyle(inputOf(name)).outlineStyle;
    expect([outlineOf('Name on card'), outlineOf('Card number')]).toEqual(['solid', 'none']);
    expect(getComputedStyle(inputOf('Name on card')).outlineColor).not.toMatch(/, 0\)$/);
  });

  test.each(['light', 'dark'] as const)(
    'shows a field’s border and its focus in %s, three to one',
    async (scheme) => {
      mountForm();
      applyStyle({ colorScheme: scheme });
      await userEvent.click(holder);
      const ground = getComputedStyle(inputOf('Card number')).backgroundColor;
      // The border fades over; only its end counts.
      for (const animation of document.getAnimations()) animation.finish();
      expect(contrast(getComputedStyle(inputOf('Card number')).borderColor, ground)).toBeGreaterThanOrEqual(
        3,
      );
      expect(contrast(getComputedStyle(inputOf('Name on card')).borderColor, ground)).toBeGreaterThanOrEqual(
        3,
      );
    },
  );

  test.each([
    ['light', 280],
    ['light', 800],
    ['dark', 280],
  ] as const)(
    'has no fault that axe finds, in %s and %d px, empty, filled and wrong',
    async (colorScheme, width) => {
      await page.viewport(width, 600);
      onTestFinished(() => page.viewport(800, 900));
      const { form } = mountForm();
      document.body.style.background = colorScheme === 'dark' ? '#12141a' : '#fff';
      onTestFinished(() => {
        document.body.style.background = '';
      });
      applyStyle({ colorScheme });
      const faults = async (): Promise<unknown> => {
        for (const animation of document.getAnimations()) animation.finish();
        const { violations, incomplete } = await axe.run(form.element, {
          // These look at the page around the form.
          rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
        });
        return [...violations, ...incomplete].map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`,
        );
      };
      expect(await faults()).toEqual([]);
      await fillCard('5555555555554444');
      expect(await faults()).toEqual([]);
      form.clearAll();
      form.read();
      expect(await faults()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );
});

/** WCAG 2.2 contrast of two `rgb()` colours. */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((channel) => {
      const value = Number(channel) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
