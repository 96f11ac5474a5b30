import type { LitElement } from 'lit';
import { describe, expect, test } from 'vitest';
import { page, userEvent, type Locator } from 'vitest/browser';
// Fetched by the checkout when a method is picked; here beforehand, so that no test waits for a file.
import '../../src/core/payment-runner.js';
import '../../src/define.js';
import type { CardToken } from '../../src/core/providers/dialect.js';
import type { SessionInput } from '../../src/sandbox/index.js';
import { fixtureUrl } from '../card-frame/support.js';
import { expectAccessible, openStage, type Stage, type StageOptions } from './stage.js';

const field = () => page.getByRole('textbox', { name: /^Amount/ });
const add = () => page.getByRole('button', { name: 'Add this part' });
const left = () => page.getByRole('status').filter({ hasText: 'Left to pay' });
const remove = () => page.getByRole('button', { name: /^Remove/ });
const openButton = () => page.getByRole('button', { name: 'Pay in parts' });
const tokenizer = { name: 'sandbox', frameUrl: fixtureUrl('frame.html') };

const SESSION: SessionInput = {
  currency: 'BRL',
  amount: 10_000,
  combined: { enabled: true, max: 3 },
  paymentMethods: [{ type: 'card', tokenizer }, 'pix'],
};

interface Split {
  readonly stage: Stage;
  readonly element: LitElement;
}

/** A checkout with the split beside its pay button; a card that is asked for is an approved one. */
async function openSplit(
  session: SessionInput = {},
  locale = 'en',
  card: Partial<CardToken> = {},
  answers: StageOptions['answers'] = {},
): Promise<Split> {
  const stage = await openStage({ session: { ...SESSION, ...session }, method: 'card', locale, answers });
  stage.store.cardTokenizer = {
    tokenize: async () => ({ token: stage.sandbox.tokenize(), brand: 'visa', last4: '4242', ...card }),
  };
  const element = await stage.add('payment-split');
  await stage.add('pay-button');
  await stage.pass(0);
  return { stage, element };
}

async function opened(...options: Parameters<typeof openSplit>): Promise<Split> {
  const split = await openSplit(...options);
  await userEvent.click(openButton());
  return split;
}

async function set(text: string): Promise<void> {
  await userEvent.fill(field(), text);
  await userEvent.click(add());
}

/** The focus, through every shadow root. */
async function expectFocus(locator: Locator): Promise<void> {
  await expect
    .poll(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active;
    })
    .toBe(locator.element());
}

const spoken = (text: string): RegExp => new RegExp(text.replaceAll('$', '\\$').replaceAll(' ', '\\s'));
const sent = ({ requests }: Stage) =>
  requests
    .filter(({ name }) => name === 'POST payments')
    .map(({ body }) => JSON.parse(body) as Record<string, unknown>);

describe('closed', () => {
  test('is one button, and opens on the amount of the picked method', async () => {
    const { element } = await opened();
    await expectFocus(page.getByRole('textbox', { name: 'Amount to pay with Card' }));
    await expectAccessible(element);
  });

  test.each([
    ['the session does not take parts', { combined: { enabled: false, max: 3 } }],
    ['there is one method', { paymentMethods: ['pix'] }],
    [
      'the other method has a sum of its own',
      { paymentMethods: ['pix', { type: 'card', tokenizer, currency: 'USD', amount: 500 }] },
    ],
  ] satisfies readonly (readonly [string, SessionInput])[])(
    'is not there where %s',
    async (_where, session) => {
      const { element } = await openSplit(session);
      expect(element.hidden).toBe(true);
      await expect.element(openButton()).not.toBeInTheDocument();
    },
  );
});

describe('an amount', () => {
  test.each([
    ['', 'en', 'Enter an amount, such as R$50.00.'],
    ['abc', 'en', 'Enter an amount in figures, such as R$50.00.'],
    ['0', 'en', 'Enter more than zero'],
    ['-5', 'en', 'without a minus sign'],
    ['100', 'en', 'Enter less than R$100.00'],
    ['1.234,56', 'pt-BR', 'Digite menos de R$ 100,00'],
    ['12,345', 'pt-BR', 'Isso pode ser lido de duas formas. Digite o valor como em R$ 50,00.'],
    ['US$ 40', 'en', 'Enter the amount in the currency of the order, such as R$50.00.'],
    ['1.2345', 'en', 'Enter at most 2 decimals, such as R$50.00.'],
    ['100', 'es', 'Escribe menos de 100,00 BRL'],
  ])(
    'of %j in %s is refused beside the field, which keeps it and gets the focus: %s',
    async (text, locale, words) => {
      const { element, stage } = await openSplit({}, locale);
      const button = (name: RegExp) => page.getByRole('button', { name });
      await userEvent.click(button(/^(Pay in parts|Dividir el pago|Dividir o pagamento)$/));
      const amount = page.getByRole('textbox');
      await userEvent.fill(amount, text);
      await userEvent.click(button(/^(Add|Adicionar|Añadir)/));
      await expectFocus(amount);
      await expect.element(amount).toHaveValue(text);
      await expect.element(amount).toHaveAccessibleDescription(spoken(words));
      await expect.element(amount).toHaveAttribute('aria-invalid', 'true');
      await expectAccessible(element);
      expect(stage.store.split?.parts).toEqual([]);
      await userEvent.fill(amount, '10');
      await expect.element(amount).not.toHaveAttribute('aria-invalid');
    },
  );

  test('runs down what is left while it is typed, and is added by Enter', async () => {
    await opened();
    await userEvent.type(field(), '40.5');
    await expect.element(left()).toHaveTextContent(spoken('R$59.50'));
    await userEvent.keyboard('{Enter}');
    await expect.element(remove()).toHaveAccessibleName(spoken('Remove Card Visa ····4242 R$40.50'));
    await expect.element(field()).toHaveValue('');
    await expect.element(left()).toHaveTextContent(spoken('R$59.50'));
  });

  test('is judged at every press of the button, also on a phone, where the note goes as the button is pressed', async () => {
    const { element } = await opened();
    element.style.inlineSize = '280px';
    const note = page.getByText('Enter an amount, such as');
    for (let press = 0; press < 2; press++) {
      await userEvent.click(add());
      await expect.element(note).toBeVisible();
      await expectFocus(field());
      expect(note.element().getBoundingClientRect().top).toBeGreaterThanOrEqual(
        add().element().getBoundingClientRect().bottom,
      );
    }
    await set('40');
    await expect.element(remove()).toBeVisible();
    // The press left the focus where it was: nothing above was judged anew and moved the button away.
    await expectFocus(field());
  });

  test('that was typed and not added holds up Pay, so that nobody pays another sum than they think', async () => {
    const { stage } = await opened();
    await userEvent.fill(field(), '40');
    await stage.pay();
    expect(sent(stage)).toEqual([]);
    await expectFocus(field());
    await expect.element(field()).toHaveAccessibleDescription(/Add this part, or empty the field/);
    await userEvent.clear(field());
    await stage.pay();
    expect(sent(stage)).toMatchObject([{ amount: 10_000 }]);
  });
});

describe('parts that are set', () => {
  test('are sent in one request with the rest, and the line below the button says who pays what', async () => {
    const { stage, element } = await opened();
    await set('40');
    await expect.element(remove()).toBeVisible();
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await stage.pass(0);
    await expect
      .element(page.getByText(spoken('R$40.00 with Card Visa ····4242 and R$60.00 with Pix')))
      .toBeVisible();
    await expect.element(page.getByRole('button', { name: spoken('^Pay R$100.00') })).toBeVisible();
    await expectAccessible(element);
    await stage.pay();
    expect(sent(stage)).toMatchObject([
      {
        payments: [
          { method: 'card', amount: 4000 },
          { method: 'pix', amount: 6000 },
        ],
      },
    ]);
    expect(stage.store.state.status).toBe('action_required');
    // What was sent and decided is not set any more.
    expect(stage.store.split?.parts).toEqual([]);
  });

  test('are as many as the session takes, the rest counted; each can be taken out again', async () => {
    const { stage } = await opened();
    await set('40');
    await expect.element(remove()).toBeVisible();
    await set('10');
    await expect
      .element(page.getByRole('button', { name: spoken('Remove Card Visa ····4242 R$10.00') }))
      .toBeVisible();
    await expect.element(field()).not.toBeInTheDocument();
    await expectFocus(left());
    await expect.element(left()).toHaveTextContent(spoken('R$50.00'));
    await userEvent.click(page.getByRole('button', { name: spoken('Remove Card Visa ····4242 R$40.00') }));
    await expectFocus(field());
    await expect.element(left()).toHaveTextContent(spoken('R$90.00'));
    await userEvent.click(page.getByRole('button', { name: 'Pay with one method' }));
    await expectFocus(openButton());
    expect(stage.store.split?.parts).toEqual([]);
  });

  test('empty the form of a card that is one of them, and of no other', async () => {
    const { stage } = await opened();
    let cleared = 0;
    const clear = (): void => {
      cleared++;
    };
    const tokenize = async () => ({ token: stage.sandbox.tokenize() });
    stage.store.cardTokenizer = { tokenize, clear };
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await stage.pass(0);
    await set('40');
    await expect.element(page.getByRole('button', { name: spoken('Remove Pix R$40.00') })).toBeVisible();
    expect(cleared).toBe(0);
    stage.store.dispatch({ type: 'method_selected', methodId: 'card' });
    await stage.pass(0);
    await set('10');
    await expect.element(page.getByRole('button', { name: spoken('Remove Card R$10.00') })).toBeVisible();
    expect(cleared).toBe(1);
  });

  test('fall with the price they were part of', async () => {
    const { stage } = await opened();
    await set('40');
    await expect.element(remove()).toBeVisible();
    stage.sandbox.reprice(stage.sessionId, 4000);
    stage.store.dispatch({ type: 'woken' });
    await stage.pass(10);
    await expect.element(remove()).not.toBeInTheDocument();
  });

  test('go without instalments, which is said', async () => {
    const installments = [{ count: 2, amount: 5000, total: 10_000 }];
    const { stage } = await opened({ paymentMethods: [{ type: 'card', tokenizer, installments }, 'pix'] });
    stage.store.draft.set('installments', '2');
    await expect.element(page.getByText('charged in one go, without instalments')).toBeVisible();
    await set('40');
    await expect.element(remove()).toBeVisible();
    await stage.pay();
    expect(sent(stage)).toMatchObject([{ payments: [{ details: {} }, { details: {} }] }]);
  });

  test('whose card has lapsed are taken out, which is said, and nothing is sent', async () => {
    const { stage } = await opened({}, 'en', { livesUntil: Date.now() + 1_000 });
    await set('40');
    await expect.element(remove()).toBeVisible();
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await stage.pay();
    await expect.element(remove()).not.toBeInTheDocument();
    expect(stage.store.state).toMatchObject({ status: 'ready', failure: { code: 'part_lapsed' } });
    expect(sent(stage)).toEqual([]);
  });

  test('are not set by a card that becomes no token: why is told, and the amount stays', async () => {
    const { stage } = await opened();
    stage.store.cardTokenizer = { tokenize: async () => Promise.reject(new Error('no')) };
    await set('40');
    await expect.element(page.getByRole('alert')).toHaveTextContent('could not be processed');
    await expect.element(field()).toHaveValue('40');
    expect(stage.store.split?.parts).toEqual([]);
    // It says nothing of another method.
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/^$/);
    await expect.element(field()).toHaveValue('40');
  });

  test.each([
    ['invalid_request', 'payments'],
    ['amount_changed', 'amount'],
    ['card_declined', 'payments'],
  ])('whose card the server refuses (%s) are taken out: its token may be used up', async (code, param) => {
    const refused = { code, title: 'no', param };
    const headers = { 'Content-Type': 'application/problem+json' };
    const { stage } = await opened(
      {},
      'en',
      {},
      {
        'POST payments': () => new Response(JSON.stringify(refused), { status: 400, headers }),
      },
    );
    await set('40');
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await stage.pass(0);
    await set('10');
    await expect.element(page.getByRole('button', { name: spoken('Remove Pix R$10.00') })).toBeVisible();
    await stage.pay();
    await stage.pass(5_000);
    expect(stage.store.state).toMatchObject({ status: 'ready', failure: {} });
    expect(stage.store.split?.parts).toMatchObject([{ methodId: 'pix', amount: 1000 }]);
  });

  test('that no screen shows any more are not sent: the button says the whole, and that is paid', async () => {
    const { stage, element } = await opened();
    await set('40');
    await expect.element(remove()).toBeVisible();
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    // Moved is not taken away.
    stage.host.append(element);
    await expect.element(remove()).toBeVisible();
    element.remove();
    expect(stage.store.split?.restOf('pix')).toBeUndefined();
    await stage.pay();
    await expect.poll(() => sent(stage)).toHaveLength(1);
    expect(sent(stage)[0]).toMatchObject({ method: 'pix', amount: 10_000 });
  });

  test('and the rest by a method with a sum of its own are held up', async () => {
    const dollars = { id: 'usd', type: 'card', tokenizer, currency: 'USD', amount: 2000 };
    const { stage } = await opened({ paymentMethods: [{ type: 'card', tokenizer }, 'pix', dollars] });
    await set('40');
    await expect.element(remove()).toBeVisible();
    stage.store.dispatch({ type: 'method_selected', methodId: 'usd' });
    await stage.pay();
    await expect.element(field()).toHaveAccessibleDescription(/can only pay the whole amount/);
    expect(sent(stage)).toEqual([]);
  });
});

describe('a session that is paid in part', () => {
  test.each([
    ['en', 'Paid so far: R$60.00 with Pix. R$40.00 is left to pay: choose how.'],
    ['pt-BR', 'Já pago: R$ 60,00 com Pix. Falta pagar R$ 40,00: escolha como.'],
    ['es', 'Ya pagado: 60,00 BRL con Pix. Falta por pagar 40,00 BRL: elige cómo.'],
  ])('says in %s what was paid, how, and what is left', async (locale, words) => {
    const { stage, element } = await openSplit({}, locale);
    stage.store.cardTokenizer = {
      tokenize: async () => ({ token: stage.sandbox.tokenize({ number: '4000000000000002' }) }),
    };
    const card = stage.sandbox.session(stage.sessionId).methods.find(({ id }) => id === 'card');
    if (!card) throw new Error('no card');
    await stage.store.split?.add(card, 4000);
    stage.store.dispatch({ type: 'method_selected', methodId: 'pix' });
    await stage.pay();
    stage.sandbox.payPix(stage.sessionId);
    await stage.pass(5_000);
    await expect.element(page.getByText(spoken(words))).toBeVisible();
    await expectAccessible(element);
  });
});
