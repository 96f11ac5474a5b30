import { describe, expect, test } from 'vitest';
import { Shopper } from './shopper.js';

/* S-9: a token pays for the session it was typed for, from the life of the frame it was typed into, and nothing else. */

const NONCE = 'a'.repeat(32);
const OTHER = 'b'.repeat(32);

async function tokenFor(shopper: Shopper, more: Readonly<Record<string, unknown>>): Promise<string> {
  const card = { number: '4242424242424242', expiryMonth: 12, expiryYear: 2034, cvc: '123', ...more };
  const { body } = await shopper.server.call('/card-frame/tokens', { body: card });
  return (body as unknown as { token: string }).token;
}

describe('a card token', () => {
  test.each([
    ['another life of the frame', { frameNonce: OTHER }],
    ['a payment that does not say which frame', {}],
  ])('is refused from %s, and stays good for its own', async (_name, said) => {
    const shopper = new Shopper();
    const token = await tokenFor(shopper, { frameNonce: NONCE, session: shopper.id });
    const refused = await shopper.pay('card', { card: { token, ...said } });
    expect(refused).toMatchObject({ status: 400, body: { param: 'card.token' } });
    expect((await shopper.read()).status).toBe('open');
    const paid = await shopper.pay('card', { card: { token, frameNonce: NONCE } });
    expect(paid.body.status).toBe('succeeded');
  });

  test('is refused for another session', async () => {
    const shopper = new Shopper();
    const token = await tokenFor(shopper, { frameNonce: NONCE, session: 'sess_other' });
    const refused = await shopper.pay('card', { card: { token, frameNonce: NONCE } });
    expect(refused).toMatchObject({ status: 400, body: { param: 'card.token' } });
  });
});
