import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
// Fetched by the checkout when a method is picked; here beforehand, so that no test waits for a file.
import '../../src/core/payment-runner.js';
import '../../src/define.js';
import { SplitStore } from '../../src/controllers/split-store.js';
import { expectAccessible, openStage, type Stage } from './stage.js';

const rows = () =>
  page
    .getByRole('listitem')
    .elements()
    .map((row) => row.textContent.replace(/\s+/g, ' ').trim());
const spoken = () => page.getByRole('status').element().textContent.replace(/\s/g, ' ');

/** A card over R$40.00, a Pix over R$20.00 and a boleto over the rest, sent. */
async function openParts(card: { number?: string } = {}, locale = 'en'): Promise<Stage> {
  const stage = await openStage({
    locale,
    session: {
      currency: 'BRL',
      amount: 10_000,
      combined: { enabled: true, max: 3 },
      customer: { name: 'Ana Lima', document: '52998224725' },
      paymentMethods: ['card', 'pix', 'boleto'],
    },
    method: 'card',
  });
  const { store, sandbox } = stage;
  store.cardTokenizer = { tokenize: async () => ({ token: sandbox.tokenize(card) }) };
  const split = new SplitStore(store);
  split.open(true);
  // Parts that no screen shows are not sent.
  split.text = () => 'parts';
  const { state } = store;
  const methods = state.status === 'ready' ? state.session.paymentMethods : [];
  for (const [index, amount] of [4000, 2000].entries()) {
    const method = methods[index];
    if (method) await split.add(method, amount);
  }
  store.dispatch({ type: 'method_selected', methodId: 'boleto' });
  await stage.pay();
  return stage;
}

describe('the parts of a payment', () => {
  test('stand in the order they were set in, each with what became of it, and move on', async () => {
    const stage = await openParts();
    const element = await stage.add('payment-parts');
    await expect.poll(rows).toEqual(['Card R$40.00 paid', 'Pix R$20.00 pay now', 'Boleto R$40.00 next']);
    await expectAccessible(element);
    await expect.poll(spoken).toMatch(/^You pay in 3 parts: Card, R\$40\.00, paid; Pix, R\$20\.00, pay now;/);
    stage.sandbox.payPix(stage.sessionId);
    stage.store.dispatch({ type: 'woken' });
    await stage.pass(10);
    await expect.poll(rows).toEqual(['Card R$40.00 paid', 'Pix R$20.00 paid', 'Boleto R$40.00 pay now']);
    await expect.poll(spoken).toMatch(/Boleto, R\$40\.00, pay now\.$/);
  });

  test.each([
    ['en', 'Card R$40.00 not approved', 'Boleto R$40.00 next'],
    ['pt-BR', 'Cartão R$ 40,00 não aprovado', 'Boleto R$ 40,00 a seguir'],
    ['es', 'Tarjeta 40,00 BRL no aprobado', 'Boleto 40,00 BRL a continuación'],
  ])('say which one was not approved, in %s', async (locale, failed, next) => {
    const stage = await openParts({ number: '4000000000000002' }, locale);
    await stage.add('payment-parts');
    await expect.poll(rows).toEqual([failed, expect.stringContaining('Pix'), next]);
  });

  test('are not told of a payment that is made in one', async () => {
    const stage = await openStage({ session: { currency: 'BRL' }, method: 'pix' });
    const element = await stage.add('payment-parts');
    await stage.pay();
    expect(stage.store.state.status).toBe('action_required');
    expect(element.hidden).toBe(true);
  });
});
