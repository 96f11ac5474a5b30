import { describe, expect, test } from 'vitest';
import { createRig, openRig, submitRig, type Rig } from '../support/checkout-rig.js';

const THREE = { count: 3, amount: 5_200, total: 15_600, interestRate: '1.99' };
const session = {
  currency: 'BRL',
  amount: 15_000,
  paymentMethods: [
    { type: 'card', installments: [{ count: 1, amount: 15_000, total: 15_000 }, THREE] },
    'pix',
  ],
};
const agreed = { installments: '3', installmentTotal: '15600' };

/** A checkout whose form says three instalments; `goOn` lets its card become a token. */
async function inThree(beside?: Rig): Promise<{ rig: Rig; goOn: () => void }> {
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const server = beside ?? (await createRig({ session }));
  const rig = await openRig('card', {
    beside: server,
    checkout: {
      prepare: async () => {
        await held;
        return {
          customer: {},
          customFields: {},
          details: agreed,
          card: { token: server.sandbox.tokenize() },
        };
      },
    },
  });
  return { rig, goOn };
}

describe('what a payment in instalments agreed to', () => {
  test('is charged: their number and what they come to, while the order’s amount stays what is due', async () => {
    const { rig, goOn } = await inThree();
    goOn();
    await submitRig(rig);
    expect(rig.status()).toBe('succeeded');
    expect(rig.sandbox.ledger.chargesOf(rig.sessionId)).toMatchObject([
      { amount: 15_000, installments: THREE },
    ]);
    const sent = rig.requests.find(({ method }) => method === 'POST');
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({ amount: 15_000, details: agreed });
  });

  test.each([
    ['costs more', [{ ...THREE, amount: 5_300, total: 15_900 }]],
    ['is gone', [{ count: 2, amount: 7_500, total: 15_000 }]],
    ['is gone with all others', []],
  ])(
    'and %s by the time the card is a token: nothing is sent, and the shopper is asked again',
    async (_how, offers) => {
      const { rig, goOn } = await inThree();
      rig.checkout.dispatch({ type: 'payment_submitted' });
      rig.sandbox.reprice(rig.sessionId, 15_000, offers);
      rig.checkout.dispatch({ type: 'woken' });
      await rig.pass(10);
      goOn();
      await rig.pass(10);
      expect(rig.checkout.getState()).toMatchObject({ status: 'ready', failure: { code: 'amount_changed' } });
      expect(rig.sandbox.ledger.arrivalsOf(rig.sessionId)).toEqual([]);
    },
  );

  test.each([
    ['costs more', [{ ...THREE, amount: 5_300, total: 15_900 }]],
    ['is gone', [{ count: 2, amount: 7_500, total: 15_000 }]],
    ['is for another brand of card', [{ ...THREE, brands: ['amex'] }]],
  ])('and %s when the server takes it in: refused, and the shopper is asked again', async (_how, offers) => {
    const { rig, goOn } = await inThree();
    rig.sandbox.reprice(rig.sessionId, 15_000, offers);
    goOn();
    await submitRig(rig);
    expect(rig.checkout.getState()).toMatchObject({
      status: 'ready',
      failure: { code: 'amount_changed' },
      session: { paymentMethods: [{ installments: offers }, {}] },
    });
    expect(rig.sandbox.ledger.chargesOf(rig.sessionId)).toEqual([]);
  });
});

test('a provider that takes the number only refuses a number it does not offer', async () => {
  const rig = await openRig('credit_card', {
    provider: 'z2pay',
    session: {
      paymentMethods: [{ ...(session.paymentMethods[0] as object), type: 'card', id: 'credit_card' }],
    },
    checkout: {
      prepare: async () => ({
        customer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
        customFields: {},
        details: { installments: '7' },
        card: { token: rig.sandbox.tokenize() },
      }),
    },
  });
  await submitRig(rig);
  expect(rig.checkout.getState()).toMatchObject({ status: 'ready', failure: { code: 'amount_changed' } });
});
