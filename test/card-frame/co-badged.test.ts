import axe from 'axe-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AskBrands } from '../../src/card-frame/frame/brand-lookup.js';
import { CardForm, type CardFormState } from '../../src/card-frame/frame/card-form.js';
import { adoptStyles, applyStyle } from '../../src/card-frame/frame/styles.js';
import { cardOf } from './support.js';

const VISA_ELO = '4000007600000001';
const MASTERCARD_MAESTRO = '5200828200000009';
const CARRIED: Readonly<Record<string, readonly string[]>> = {
  '40000076': ['visa', 'elo'],
  '52008282': ['mastercard', 'maestro'],
};

interface Asked {
  readonly bin: string;
  readonly signal: AbortSignal;
  answer(brands: readonly string[]): Promise<void>;
}

/** The form, and what it asks of its tokenizer; it is answered at once unless `isSlow`. */
function mountForm({ isSlow = false, brands = [] as readonly string[] } = {}) {
  const states: CardFormState[] = [];
  const asked: Asked[] = [];
  const askBrands: AskBrands = (bin, signal) =>
    new Promise((resolve) => {
      const answer = async (found: readonly string[]): Promise<void> => {
        resolve(found);
        await Promise.resolve();
      };
      asked.push({ bin, signal, answer });
      if (!isSlow) resolve(CARRIED[bin] ?? []);
    });
  const form = new CardForm({
    onChange: (state) => states.push(state),
    onSubmit: () => (submits.count += 1),
    askBrands,
  });
  const submits = { count: 0 };
  const sheets = document.adoptedStyleSheets;
  adoptStyles();
  document.body.append(form.element);
  form.setAcceptedBrands(brands);
  onTestFinished(() => {
    form.element.remove();
    document.adoptedStyleSheets = sheets;
    applyStyle({});
    document.documentElement.dir = '';
  });
  return { form, states, asked, submits };
}

const box = (name: string) => page.getByRole('textbox', { name });
const number = box('Card number');
const choice = page.getByRole('group', { name: 'Pay with' });
const radio = (name: string) => page.getByRole('radio', { name });
const status = page.getByRole('status');

const fillCard = async (digits: string): Promise<void> => {
  for (const [label, text] of Object.entries(cardOf(digits))) await userEvent.fill(box(label), text);
};

describe('a card of two brands', () => {
  test('lets the shopper choose, the first one picked, and the choice goes with the card', async () => {
    const { form, states } = mountForm();
    await fillCard(VISA_ELO);
    await expect.element(choice).toBeVisible();
    await expect.element(radio('Visa')).toBeChecked();
    expect(form.read()?.brand).toBe('visa');
    await userEvent.click(radio('Elo'));
    await expect.element(radio('Visa')).not.toBeChecked();
    await expect.element(number).toHaveAccessibleDescription('Elo');
    expect(states.at(-1)).toEqual({ complete: true, brand: 'elo' });
    expect(form.read()).toMatchObject({ number: VISA_ELO, brand: 'elo' });
  });

  test('is chosen by keyboard, in the order of the form, and Enter submits from there too', async () => {
    const { states, submits } = mountForm();
    await userEvent.type(number, MASTERCARD_MAESTRO);
    await userEvent.tab();
    await expect.element(radio('Mastercard')).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio('Maestro')).toHaveFocus();
    await expect.element(radio('Maestro')).toBeChecked();
    expect(states.at(-1)?.brand).toBe('maestro');
    await userEvent.keyboard('{Enter}');
    expect(submits.count).toBe(1);
    await userEvent.tab();
    await expect.element(box('Expiry date')).toHaveFocus();
    await userEvent.tab({ shift: true });
    await expect.element(radio('Maestro')).toHaveFocus();
  });

  test('says that there is a choice, once, and takes no focus', async () => {
    const said = new Set<string>();
    const { form } = mountForm();
    const counts = { choices: 0 };
    new MutationObserver(() => {
      const text = form.element.querySelector('[role=status]')?.textContent ?? '';
      said.add(text);
      if (text.startsWith('Pay with')) counts.choices += 1;
    }).observe(form.element, { subtree: true, childList: true });
    await userEvent.type(number, VISA_ELO);
    await expect.element(status).toHaveTextContent('Pay with: Visa, Elo');
    await expect.element(number).toHaveFocus();
    expect([...said]).toEqual(expect.arrayContaining(['Visa', 'Pay with: Visa, Elo']));
    expect(counts.choices).toBe(1);
  });

  test('loses the choice, and what was chosen, with its first eight digits', async () => {
    const { form } = mountForm();
    await fillCard(VISA_ELO);
    await userEvent.click(radio('Elo'));
    await userEvent.fill(number, '4242424242424242');
    await expect.element(choice).not.toBeInTheDocument();
    expect(form.read()).not.toHaveProperty('brand');
    await userEvent.fill(number, VISA_ELO);
    await expect.element(radio('Visa')).toBeChecked();
  });

  test('keeps what was chosen while the rest of the number is mended and the language changes', async () => {
    const { form } = mountForm();
    await fillCard(VISA_ELO);
    await userEvent.click(radio('Elo'));
    await userEvent.type(number, '{Backspace}1');
    form.setStrings({ lang: 'pt-BR', dir: 'ltr', texts: { brandChoice: 'Pagar com' } });
    await expect.element(page.getByRole('group', { name: 'Pagar com' })).toBeVisible();
    expect(form.read()?.brand).toBe('elo');
  });

  test('cannot be chosen anew while the card is on its way, and keeps the focus', async () => {
    const { form } = mountForm();
    await fillCard(VISA_ELO);
    await userEvent.click(radio('Visa'));
    form.setBusy(true);
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(radio('Visa')).toBeChecked();
    await userEvent.click(radio('Elo'));
    await expect.element(radio('Visa')).toBeChecked();
    form.setBusy(false);
    await userEvent.click(radio('Elo'));
    await expect.element(radio('Elo')).toBeChecked();
  });

  test('offers only what the merchant takes, in the merchant’s order', async () => {
    mountForm({ brands: ['elo', 'mastercard', 'visa'] });
    await fillCard(VISA_ELO);
    await expect.element(radio('Elo')).toBeChecked();
    const names = page.getByRole('radio').elements();
    expect(names.map((one) => (one as HTMLInputElement).value)).toEqual(['elo', 'visa']);
  });

  test('of which the merchant takes one is that one’s, without a question', async () => {
    const { form, states } = mountForm({ brands: ['elo', 'mastercard'] });
    await fillCard(VISA_ELO);
    await expect.element(number).toHaveAccessibleDescription('Elo');
    await expect.element(choice).not.toBeInTheDocument();
    expect(form.read()?.brand).toBe('elo');
    expect(states.at(-1)).toEqual({ complete: true, brand: 'elo' });
  });

  test('of which the merchant takes none is refused', async () => {
    const { form } = mountForm({ brands: ['amex'] });
    await fillCard(VISA_ELO);
    expect(form.read()).toBeUndefined();
    await expect
      .element(number)
      .toHaveAccessibleDescription('Visa This card is not accepted here. Use another one.');
    await expect.element(choice).not.toBeInTheDocument();
  });

  test('that the digits alone tell is asked about too', async () => {
    const { form } = mountForm();
    await fillCard('4029180000000009');
    await expect.element(radio('Naranja')).toBeChecked();
    await userEvent.click(radio('Visa'));
    expect(form.read()?.brand).toBe('visa');
  });

  test('is refused at the number where the tokenizer does not take the choice', async () => {
    const { form } = mountForm();
    await fillCard(VISA_ELO);
    expect(form.refuse('brand')).toBe(true);
    await expect.element(number).toHaveFocus();
    await expect.element(number).toBeInvalid();
  });

  test.each(['ltr', 'rtl'] as const)(
    'has large targets, text of its own size and no fault that axe finds, %s',
    async (dir) => {
      await page.viewport(280, 700);
      onTestFinished(() => page.viewport(800, 900));
      const { form } = mountForm();
      form.setStrings({ lang: 'en', dir, texts: {} });
      await fillCard(MASTERCARD_MAESTRO);
      await expect.element(choice).toBeVisible();
      for (const label of form.element.querySelectorAll('fieldset label'))
        expect(label.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
      for (const animation of document.getAnimations()) animation.finish();
      const { violations, incomplete } = await axe.run(form.element, {
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      });
      expect([...violations, ...incomplete].map(({ id }) => id)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(280);
    },
  );
});

describe('the tokenizer is asked', () => {
  test('the first eight digits, once, and nothing before they are there', async () => {
    const { asked } = mountForm();
    await userEvent.type(number, VISA_ELO);
    await userEvent.type(number, '{Backspace}{Backspace}15');
    expect(asked.map(({ bin }) => bin)).toEqual(['40000076']);
    await userEvent.fill(number, MASTERCARD_MAESTRO);
    await userEvent.fill(number, VISA_ELO);
    await expect.element(choice).toBeVisible();
    expect(asked.map(({ bin }) => bin)).toEqual(['40000076', '52008282']);
  });

  test('no longer for digits that are gone, and a late answer about them changes nothing', async () => {
    const { asked, states } = mountForm({ isSlow: true });
    await userEvent.fill(number, VISA_ELO);
    expect(asked[0]?.signal.aborted).toBe(false);
    await userEvent.fill(number, '4242424242424242');
    expect(asked[0]?.signal.aborted).toBe(true);
    await asked[0]?.answer(['visa', 'elo']);
    await asked[1]?.answer([]);
    await expect.element(choice).not.toBeInTheDocument();
    expect(states.at(-1)?.brand).toBe('visa');
    // An answer that never came is asked for again.
    await userEvent.fill(number, VISA_ELO);
    expect(asked.map(({ bin }) => bin)).toEqual(['40000076', '42424242', '40000076']);
  });

  test('without holding the card up: it goes as its digits say', async () => {
    const { form } = mountForm({ isSlow: true });
    await fillCard(VISA_ELO);
    expect(form.read()).toMatchObject({ number: VISA_ELO });
    expect(form.read()).not.toHaveProperty('brand');
  });

  test('a late answer mends the error that the brand is not taken', async () => {
    const { asked } = mountForm({ isSlow: true, brands: ['elo'] });
    await userEvent.fill(number, VISA_ELO);
    await userEvent.tab();
    await expect.element(number).toBeInvalid();
    await asked[0]?.answer(['visa', 'elo']);
    await expect.element(number).not.toBeInvalid();
    await expect.element(number).toHaveAccessibleDescription('Elo');
  });

  test('anew after everything was cleared: nothing of a card is kept', async () => {
    const { form, asked } = mountForm();
    await userEvent.fill(number, VISA_ELO);
    await expect.element(choice).toBeVisible();
    form.clearAll();
    await expect.element(choice).not.toBeInTheDocument();
    await userEvent.fill(number, VISA_ELO);
    expect(asked).toHaveLength(2);
  });

  test.each([[['visa']], [[]], [['elo']], [['visa', 'visa']]])(
    'and %j is no second brand',
    async (answer) => {
      const { asked, form } = mountForm({ isSlow: true });
      await fillCard(VISA_ELO);
      await asked[0]?.answer(answer);
      await expect.element(choice).not.toBeInTheDocument();
      expect(form.read()).not.toHaveProperty('brand');
    },
  );
});

test('a Zimswitch card is one where the merchant takes it, and the tokenizer is told so', async () => {
  const { form, states } = mountForm({ brands: ['visa', 'zimswitch'] });
  await fillCard('9999999999999995');
  await expect.element(number).toHaveAccessibleDescription('Zimswitch');
  expect(form.read()).toMatchObject({ brand: 'zimswitch' });
  expect(states.at(-1)).toEqual({ complete: true, brand: 'zimswitch' });
  form.setAcceptedBrands(['visa']);
  await expect.element(number).toHaveAccessibleDescription('');
});
