import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
// Fetched by the checkout when a method is picked; here beforehand, so that no test waits for a file.
import '../../src/core/payment-runner.js';
import '../../src/define.js';
import type { Installment, PaymentMethod } from '../../src/core/session/session.js';
import { sessionOf } from '../../src/core/machine/state.js';
import type { CardInstallmentsElement } from '../../src/elements/card-installments/card-installments.js';
import { fixtureUrl } from '../card-frame/support.js';
import { expectAccessible, openStage, showAlone, type Stage } from './stage.js';

const ONCE: Installment = { count: 1, amount: 15_000, total: 15_000 };
const THREE: Installment = { count: 3, amount: 5_000, total: 15_000, interestFree: true };
const TWELVE: Installment = {
  count: 12,
  amount: 1_530,
  total: 18_360,
  interestFree: false,
  interestRate: '1.99',
};

const list = () => page.getByRole('combobox');
const button = () => page.getByRole('button', { name: /^(Pay|Pagar)/ });
const notice = () => page.getByRole('status').filter({ hasText: 'no longer offered' });
const tokenizer = { name: 'sandbox', frameUrl: fixtureUrl('frame.html') };

/** A checkout with instalments beside its pay button, and the card's brand as a test says it. */
class Offered {
  readonly stage: Stage;
  readonly element: CardInstallmentsElement;

  private constructor(stage: Stage, element: CardInstallmentsElement) {
    this.stage = stage;
    this.element = element;
  }

  static async open(installments: readonly Installment[], locale = 'en'): Promise<Offered> {
    const stage = await openStage({
      session: {
        currency: 'BRL',
        amount: 15_000,
        paymentMethods: [{ type: 'card', installments, tokenizer }, 'pix'],
      },
      method: 'card',
      locale,
    });
    stage.store.cardTokenizer = { tokenize: async () => ({ token: stage.sandbox.tokenize() }) };
    const element = (await stage.add('card-installments')) as CardInstallmentsElement;
    await stage.add('pay-button');
    const offered = new Offered(stage, element);
    await offered.follow();
    return offered;
  }

  /** What `<card-form>` does whenever the session changes. */
  async follow(brand?: string): Promise<void> {
    const methods = sessionOf(this.stage.store.state)?.paymentMethods ?? [];
    this.element.method = methods.find(({ type }) => type === 'card') as PaymentMethod;
    this.element.brand = brand;
    await this.stage.pass(0);
  }

  /** The merchant changes what is offered, and the page hears of it. */
  async change(installments: readonly Installment[]): Promise<void> {
    this.stage.sandbox.reprice(this.stage.sessionId, 15_000, installments);
    this.stage.store.dispatch({ type: 'woken' });
    await this.stage.pass(10);
    await this.follow();
  }

  sent() {
    return sentBy(this.stage);
  }

  charges() {
    return this.stage.sandbox.ledger.chargesOf(this.stage.sessionId);
  }
}

/** What each payment that was sent says of the instalments. */
const sentBy = ({ requests }: Stage): unknown[] =>
  requests
    .filter(({ name }) => name === 'POST payments')
    .map(({ body }) => (JSON.parse(body) as { details?: unknown }).details ?? {});

/** Whatever spaces the language's money has. */
const spaced = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll('$', '\\$').replaceAll(' ', '\\s')}$`);

const options = (): string[] =>
  [...(list().element() as HTMLSelectElement).options].map(({ text }) => text.replaceAll('\u00a0', ' '));

/** A card becomes no token before the answer is called. */
function holdToken({ store, sandbox }: Stage): () => void {
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  store.cardTokenizer = {
    tokenize: async () => {
      await held;
      return { token: sandbox.tokenize() };
    },
  };
  return () => {
    goOn();
  };
}

describe('the list', () => {
  test.each([
    [
      'en',
      [
        'Pay in full: R$150.00',
        '3 × R$50.00 interest-free · total R$150.00',
        '12 × R$15.30 with interest (1.99% a month) · total R$183.60',
      ],
    ],
    [
      'pt-BR',
      [
        'À vista R$ 150,00',
        '3 × R$ 50,00 sem juros · total R$ 150,00',
        '12 × R$ 15,30 com juros (1,99% a.m.) · total R$ 183,60',
      ],
    ],
    [
      'es',
      [
        'En un pago: 150,00 BRL',
        '3 × 50,00 BRL sin interés · total 150,00 BRL',
        '12 × 15,30 BRL con interés (1,99 % mensual) · total 183,60 BRL',
      ],
    ],
  ])('says in %s what each choice costs, and how much interest is in it', async (locale, texts) => {
    const { element } = await Offered.open([ONCE, THREE, TWELVE], locale);
    expect(options()).toEqual(texts);
    await expectAccessible(element);
  });

  test.each([
    ['nothing', {}, '2 × R$75.00 · total R$150.00'],
    ['that there is some', { interestFree: false }, '2 × R$75.00 with interest · total R$150.00'],
    ['a rate alone', { interestRate: '0.5' }, '2 × R$75.00 with interest (0.5% a month) · total R$150.00'],
    ['a rate of nothing', { interestRate: '0.00' }, '2 × R$75.00 interest-free · total R$150.00'],
    ['something that is no rate', { interestRate: 'low' }, '2 × R$75.00 · total R$150.00'],
  ])('says of the interest what the API says: %s', async (_what, said, text) => {
    await Offered.open([ONCE, { count: 2, amount: 7_500, total: 15_000, ...said }]);
    expect(options()[1]).toBe(text);
  });

  test('adds nothing up: the figures are the API’s', async () => {
    await Offered.open([ONCE, { count: 3, amount: 3_334, total: 10_000 }]);
    expect(options()[1]).toBe('3 × R$33.34 · total R$100.00');
  });

  test('takes two dozen', async () => {
    const { element } = await Offered.open(
      Array.from({ length: 24 }, (_unused, index) => ({ count: index + 1, amount: 625, total: 15_000 })),
    );
    expect(options()).toHaveLength(24);
    await expectAccessible(element);
  });

  test('is not there where there is nothing to pick', async () => {
    const { element } = await Offered.open([ONCE]);
    expect(list().query()).toBeNull();
    await expect.element(element).not.toBeVisible();
  });

  test('is a line of text where there is one way to pay, and it is in instalments', async () => {
    await Offered.open([THREE]);
    expect(list().query()).toBeNull();
    await expect.element(page.getByText('3 × R$50.00 interest-free')).toBeVisible();
    await expect.element(button()).toHaveAccessibleName(spaced('Pay 3 × R$50.00 · total R$150.00'));
  });
});

describe('the pay button', () => {
  test('says what is charged, also in another language and after another method was picked', async () => {
    const { stage } = await Offered.open([ONCE, THREE, TWELVE]);
    await expect.element(button()).toHaveAccessibleName(spaced('Pay R$150.00'));
    await userEvent.selectOptions(list(), '12');
    await expect.element(button()).toHaveAccessibleName(spaced('Pay 12 × R$15.30 · total R$183.60'));
    await stage.store.i18n.setLocale(['pt-BR']);
    await expect.element(button()).toHaveAccessibleName(spaced('Pagar 12 × R$ 15,30 · total R$ 183,60'));
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await expect.element(button()).toHaveAccessibleName(spaced('Pagar R$ 150,00'));
    stage.store.dispatch({ type: 'method_selected', methodId: 'card' });
    await expect.element(button()).toHaveAccessibleName(spaced('Pagar 12 × R$ 15,30 · total R$ 183,60'));
    await stage.pay();
    expect(stage.store.state.status).toBe('succeeded');
    expect(stage.sandbox.ledger.chargesOf(stage.sessionId)).toMatchObject([
      { amount: 15_000, installments: { count: 12, total: 18_360 } },
    ]);
  });

  test('says the first offer’s price where that is not what is due: a discount for paying at once', async () => {
    await Offered.open([{ count: 1, amount: 14_250, total: 14_250 }, THREE]);
    await expect.element(button()).toHaveAccessibleName(spaced('Pay R$142.50'));
  });

  test('says the plain amount again when the instalments are taken away', async () => {
    const offered = await Offered.open([THREE, TWELVE]);
    await userEvent.selectOptions(list(), '12');
    offered.element.remove();
    await expect.element(button()).toHaveAccessibleName(spaced('Pay R$150.00'));
    await offered.stage.pay();
    expect(offered.sent()).toEqual([{}]);
  });

  test('says the plain amount for a second card without instalments, and that is what is paid', async () => {
    const stage = await openStage({
      session: {
        currency: 'BRL',
        amount: 15_000,
        paymentMethods: [
          { id: 'credit', type: 'card', installments: [ONCE, TWELVE], tokenizer },
          { id: 'debit', type: 'card', tokenizer },
        ],
      },
      method: 'credit',
    });
    stage.store.cardTokenizer = { tokenize: async () => ({ token: stage.sandbox.tokenize() }) };
    await stage.add('card-form');
    await stage.add('pay-button');
    await userEvent.selectOptions(list(), '12');
    stage.store.dispatch({ type: 'method_selected', methodId: 'debit' });
    await expect.element(button()).toHaveAccessibleName(spaced('Pay R$150.00'));
    await stage.pay();
    expect(sentBy(stage)).toEqual([{}]);
    expect(stage.sandbox.ledger.chargesOf(stage.sessionId)).toMatchObject([{ amount: 15_000 }]);
  });
});

describe('a choice', () => {
  test('that is not offered any more falls back, says so, and is taken up again when it is', async () => {
    const offered = await Offered.open([ONCE, THREE, TWELVE]);
    await userEvent.selectOptions(list(), '12');
    await offered.change([ONCE, THREE]);
    await expect.element(notice()).toHaveTextContent('Paying in 12 instalments is no longer offered.');
    await expect.element(list()).toHaveDisplayValue('Pay in full: R$150.00');
    await expect.element(button()).toHaveAccessibleName(spaced('Pay R$150.00'));
    await expectAccessible(offered.element);
    await offered.stage.pass(2_000);
    await offered.change([ONCE, TWELVE]);
    await expect.element(button()).toHaveAccessibleName(spaced('Pay 12 × R$15.30 · total R$183.60'));
    expect(notice().query()).toBeNull();
  });

  test('that costs something else by now says so on the button, and is charged the price it has now', async () => {
    const offered = await Offered.open([ONCE, TWELVE]);
    await userEvent.selectOptions(list(), '12');
    // Nobody tells the page: the server has to refuse what the shopper did not see.
    const dearer = { ...TWELVE, amount: 1_600, total: 19_200 };
    offered.stage.sandbox.reprice(offered.stage.sessionId, 15_000, [ONCE, dearer]);
    await offered.stage.pay();
    expect(offered.stage.store.state).toMatchObject({ status: 'ready', failure: { code: 'amount_changed' } });
    expect(offered.charges()).toEqual([]);
    await offered.follow();
    await expect.element(button()).toHaveAccessibleName(spaced('Pay 12 × R$16.00 · total R$192.00'));
    await offered.stage.pay();
    expect(offered.charges()).toMatchObject([{ installments: dearer }]);
  });

  test('made after the press is not taken: what was on the button is what is sent', async () => {
    const offered = await Offered.open([ONCE, THREE, TWELVE]);
    const { stage } = offered;
    await userEvent.selectOptions(list(), '3');
    const goOn = holdToken(stage);
    await stage.pay();
    await userEvent.selectOptions(list(), '12');
    await expect.element(list()).toHaveDisplayValue(/^3\s×/);
    goOn();
    await stage.pass(10);
    await expect.poll(() => stage.store.state.status).toBe('succeeded');
    expect(offered.charges()).toMatchObject([{ installments: THREE }]);
  });
});

describe('a press under way when the instalments are taken away', () => {
  test('agrees to what it said, and the next one to what the button says then', async () => {
    const offered = await Offered.open([ONCE, TWELVE]);
    const { stage } = offered;
    await userEvent.selectOptions(list(), '12');
    const goOn = holdToken(stage);
    await stage.pay();
    await offered.change([]);
    offered.element.remove();
    goOn();
    await stage.pass(10);
    await expect
      .poll(() => stage.store.state)
      .toMatchObject({ status: 'ready', failure: { code: 'amount_changed' } });
    expect(offered.sent()).toEqual([]);
    await expect.element(button()).toHaveAccessibleName(spaced('Pay R$150.00'));
    await stage.pay();
    await expect.poll(() => stage.store.state.status).toBe('succeeded');
    expect(offered.sent()).toEqual([{}]);
  });
});

test('two offers with the same number are two: the list, the button and the payment have the same one', async () => {
  const freeForVisa = { count: 12, amount: 1_250, total: 15_000, interestFree: true, brands: ['visa'] };
  const offered = await Offered.open([ONCE, TWELVE, freeForVisa]);
  await offered.follow('visa');
  const [, dear = '', free = ''] = options();
  const shown = (): string | undefined => options()[(list().element() as HTMLSelectElement).selectedIndex];
  for (const text of [free, dear, free]) {
    await userEvent.selectOptions(list(), page.getByRole('option', { name: text, exact: true }));
    expect(shown()).toBe(text);
    const [price = ''] = text.split(/ with| interest/);
    await expect
      .element(button())
      .toHaveAccessibleName(spaced(`Pay ${price} · total ${text === free ? 'R$150.00' : 'R$183.60'}`));
  }
  // Another card: the same number is offered at another price.
  await offered.follow('amex');
  await expect.element(button()).toHaveAccessibleName(spaced('Pay 12 × R$15.30 · total R$183.60'));
  await offered.follow('visa');
  await offered.stage.pay();
  expect(offered.charges()).toMatchObject([{ installments: { count: 12, total: 15_000 } }]);
});

describe('offers for some brands', () => {
  const forVisa = { ...TWELVE, brands: ['Visa'] };

  test('are there for a card of that brand only', async () => {
    const offered = await Offered.open([ONCE, forVisa]);
    expect(list().query()).toBeNull();
    await offered.follow('visa');
    await userEvent.selectOptions(list(), '12');
    await expect.element(button()).toHaveAccessibleName(spaced('Pay 12 × R$15.30 · total R$183.60'));
    // The number is being corrected: nothing is lost yet.
    await offered.follow(undefined);
    await expect.element(button()).toHaveAccessibleName(spaced('Pay R$150.00'));
    expect(notice().query()).toBeNull();
    await offered.follow('amex');
    await expect.element(notice()).toBeVisible();
    await offered.follow('visa');
    await expect.element(button()).toHaveAccessibleName(spaced('Pay 12 × R$15.30 · total R$183.60'));
  });

  test('follow the number that is typed in the card frame', async () => {
    const stage = await openStage({
      session: {
        currency: 'BRL',
        amount: 15_000,
        paymentMethods: [{ type: 'card', installments: [ONCE, forVisa], tokenizer }],
      },
      method: 'card',
    });
    await stage.add('card-form');
    const number = page
      .frameLocator(page.getByTitle('Card details'))
      .getByRole('textbox', { name: 'Card number' });
    await userEvent.fill(number, '4242');
    await expect.element(list()).toBeVisible();
    await userEvent.fill(number, '5555');
    await expect.poll(() => list().query()).toBeNull();
  });
});

test('alone it shows what its method offers', async () => {
  const method: PaymentMethod = {
    id: 'card',
    type: 'card',
    requiredFields: [],
    currency: 'BRL',
    installments: [ONCE, THREE],
  };
  const element = await showAlone('card-installments', { method });
  expect(options()[1]).toBe('3 × R$50.00 interest-free · total R$150.00');
  await expectAccessible(element);
});
