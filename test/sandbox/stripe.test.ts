import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/session/secret.js';
import { native } from '../../src/core/providers/native.js';
import { plugtopay } from '../../src/core/providers/plugtopay.js';
import { createSandbox, TEST_CARD, type Sandbox, type SandboxOptions } from '../../src/sandbox/index.js';

const stripe = (mode: string, clientSecret?: string) => ({
  currency: 'BRL',
  paymentMethods: [
    {
      type: 'card',
      tokenizer: {
        name: 'stripe',
        publicKey: 'pk_test_1',
        mode,
        ...(clientSecret !== undefined && { clientSecret: new Secret(clientSecret) }),
      },
    },
  ],
});

const read = async ({ fetch }: Sandbox, apiBase: string, token: string): Promise<unknown> => {
  const path = apiBase.endsWith('native') ? '/checkout-sessions/current' : '/checkout-sessions/current';
  return (await fetch(`${apiBase}${path}`, { headers: { Authorization: `Bearer ${token}` } })).json();
};

/** Pays a session of the sandbox with a token. */
async function pay(
  sandbox: Sandbox,
  mode: string,
  tokenOf: (id: string) => string,
): Promise<{ id: string; status: number; body: { code?: string; status?: string; nextAction?: unknown } }> {
  const { id, token, apiBase } = sandbox.createSession('native', stripe(mode));
  const { amount } = (await read(sandbox, apiBase, token)) as { amount: { due: number } };
  const response = await sandbox.fetch(`${apiBase}/checkout-sessions/${id}/payments`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': `${id}:1`,
    },
    body: JSON.stringify({
      attempt: 1,
      method: 'card',
      amount: amount.due,
      currency: 'BRL',
      card: { token: tokenOf(id) },
    }),
  });
  return { id, status: response.status, body: (await response.json()) as { code?: string } };
}

const minted = (sandbox: Sandbox, mode: string, number = TEST_CARD.number): string => {
  const made = sandbox.stripe.tokenize(mode, { ...TEST_CARD, number });
  return 'token' in made ? made.token : '';
};

const secretOf = (sandbox: Sandbox, id: string): string =>
  sandbox.session(id).methods[0]?.tokenizer?.clientSecret?.reveal() ?? '';

const sandboxOf = (options: SandboxOptions = {}): Sandbox => createSandbox(options);

describe('a card of Stripe’s', () => {
  test.each([
    ['confirmation_token', /^ctoken_/],
    ['payment_method', /^pm_/],
    ['token', /^tok_/],
  ])('is paid with what %s makes of it', async (mode, pattern) => {
    const sandbox = sandboxOf();
    const token = minted(sandbox, mode);
    expect(token).toMatch(pattern);
    const { id, body } = await pay(sandbox, mode, () => token);
    expect(body.status).toBe('succeeded');
    expect(sandbox.ledger.chargesOf(id)).toHaveLength(1);
  });

  test.each([
    ['a token of another kind', 'confirmation_token', 'payment_method'],
    ['a token of the card frame’s', 'payment_method', 'frame'],
  ])('is not paid with %s', async (_name, mode, other) => {
    const sandbox = sandboxOf();
    const token = other === 'frame' ? sandbox.tokenize() : minted(sandbox, other);
    const { id, body } = await pay(sandbox, mode, () => token);
    expect(body.code).toBe('invalid_request');
    expect(sandbox.ledger.chargesOf(id)).toEqual([]);
  });

  test('is not paid with a token that nobody made, unless the sandbox is told to trust them', async () => {
    const refused = await pay(sandboxOf(), 'payment_method', () => 'pm_1RealOne');
    expect(refused.body.code).toBe('invalid_request');
    const trusted = await pay(sandboxOf({ trustStripeTokens: true }), 'payment_method', () => 'pm_1RealOne');
    expect(trusted.body.status).toBe('succeeded');
  });
});

describe('an intent', () => {
  const begun = async (sandbox: Sandbox): Promise<{ id: string; secret: string }> => {
    const { id, body } = await pay(sandbox, 'payment_intent', (session) =>
      secretOf(sandbox, session).replace(/_secret_.*/, ''),
    );
    const secret = secretOf(sandbox, id);
    expect(body).toMatchObject({
      nextAction: { type: 'sdk', name: 'stripe', data: { clientSecret: secret } },
    });
    return { id, secret };
  };

  test('is begun at the server, confirmed at Stripe, and charged once however often it is confirmed', async () => {
    const sandbox = sandboxOf();
    const { id, secret } = await begun(sandbox);
    expect(sandbox.ledger.chargesOf(id)).toEqual([]);
    expect(sandbox.stripe.confirm(secret, TEST_CARD)).toEqual({ status: 'succeeded' });
    expect(sandbox.stripe.confirm(secret, TEST_CARD)).toEqual({ status: 'succeeded', isUnexpected: true });
    expect(sandbox.ledger.chargesOf(id)).toHaveLength(1);
    expect(sandbox.session(id).status).toBe('paid');
  });

  test('that is declined closes the try, and takes another card', async () => {
    const sandbox = sandboxOf();
    const { id, secret } = await begun(sandbox);
    const declined = sandbox.stripe.confirm(secret, { ...TEST_CARD, number: '4000000000000002' });
    expect(declined).toEqual({ status: 'requires_payment_method', declined: 'declined' });
    expect(sandbox.session(id)).toMatchObject({ status: 'open', attempt: 2 });
  });

  test('that is confirmed behind the server’s back is charged, and the ledger shows it', () => {
    const sandbox = sandboxOf();
    const { id } = sandbox.createSession('native', stripe('payment_intent'));
    sandbox.stripe.confirm(secretOf(sandbox, id), TEST_CARD);
    expect(sandbox.ledger.chargesOf(id)).toHaveLength(1);
  });

  test('is told to the server when the webhooks come, and not before', async () => {
    const sandbox = sandboxOf();
    const { id, secret } = await begun(sandbox);
    sandbox.stripe.holdWebhooks();
    sandbox.stripe.confirm(secret, TEST_CARD);
    expect(sandbox.session(id).status).toBe('processing');
    sandbox.stripe.releaseWebhooks();
    expect(sandbox.session(id).status).toBe('paid');
  });
});

describe('the client secret reaches the page, and nothing that the page may copy or log', () => {
  test.each([
    ['native', native],
    ['plugtopay', plugtopay],
  ] as const)('%s', async (provider, dialect) => {
    const sandbox = sandboxOf();
    const { token, apiBase } = sandbox.createSession(provider, stripe('payment_intent', 'pi_1_secret_2'));
    const session = dialect.parseSession(await read(sandbox, apiBase, token));
    const tokenizer = session.paymentMethods[0]?.tokenizer;
    expect(tokenizer).toMatchObject({ name: 'stripe', publicKey: 'pk_test_1', mode: 'payment_intent' });
    expect(tokenizer?.clientSecret?.reveal()).toBe('pi_1_secret_2');
    expect(JSON.stringify(session)).not.toContain('secret_2');
    expect(JSON.stringify(structuredClone(session))).not.toContain('secret_2');
    expect(String(tokenizer?.clientSecret)).not.toContain('secret_2');
  });
});
