import { expect, test } from 'vitest';
import { createSandbox } from '../../src/sandbox/index.js';

const CUSTOM_FIELDS = [
  { key: 'note', label: 'Note', type: 'text' as const, required: true },
  {
    key: 'size',
    label: 'Size',
    type: 'select' as const,
    required: true,
    options: [{ value: 's', label: 'Small' }],
  },
  { key: 'terms', label: 'Terms', type: 'checkbox' as const, required: true },
];
const RIGHT = { note: 'Hi', size: 's', terms: true };
const BUYER = { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' };

/** Submits a payment with these answers, as each dialect does; answers the status and what was refused. */
async function submit(
  provider: 'native' | 'z2pay',
  customFields: unknown,
): Promise<readonly [number, string]> {
  const sandbox = createSandbox();
  const shown = sandbox.createSession(provider, {
    currency: 'BRL',
    amount: 5_000,
    paymentMethods: ['pix'],
    customFields: CUSTOM_FIELDS,
  });
  const isNative = provider === 'native';
  const path = isNative ? `/checkout-sessions/${shown.id}/payments` : `/public/checkout/${shown.id}/confirm`;
  const body = isNative
    ? {
        attempt: 1,
        method: 'pix',
        type: 'pix',
        amount: 5_000,
        currency: 'BRL',
        customer: BUYER,
        customFields,
      }
    : { payments: [{ method: 'pix', amount: 5_000 }], buyer: BUYER, customFields };
  const answer = await sandbox.fetch(shown.apiBase + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'idempotency-key': `${shown.id}:1`,
      ...(isNative && { authorization: `Bearer ${shown.token}` }),
    },
    body: JSON.stringify(body),
  });
  return [answer.status, JSON.stringify(await answer.json())];
}

test.each(['native', 'z2pay'] as const)(
  '%s takes the right answers to the merchant’s questions',
  async (provider) => {
    const [status] = await submit(provider, RIGHT);
    expect(status).toBeLessThan(300);
  },
);

test.each(
  (['native', 'z2pay'] as const).flatMap((provider) =>
    (
      [
        ['no note', { ...RIGHT, note: ' ' }, 'note'],
        ['a size that is on no list', { ...RIGHT, size: 'xl' }, 'size'],
        ['terms that are not agreed to', { ...RIGHT, terms: false }, 'terms'],
        ['terms agreed to in words', { ...RIGHT, terms: 'true' }, 'terms'],
        ['no answers', {}, 'note'],
      ] as const
    ).map((row) => [provider, ...row] as const),
  ),
)('%s refuses %s, by its name', async (provider, _what, answers, name) => {
  const [status, body] = await submit(provider, answers);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body).toContain(`customFields.${name}`);
});
