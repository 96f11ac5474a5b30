import { describe, expect, test } from 'vitest';
import type { Dialect, ProviderId, RawCard } from '../../../src/core/providers/dialect.js';
import { loadDialect } from '../../../src/core/providers/index.js';
import { supportedSession } from '../../../src/core/payment-methods/index.js';
import { createSandbox } from '../../../src/sandbox/index.js';
import type { CheckoutSession } from '../../../src/core/session/session.js';

const RAW: RawCard = {
  number: '4539578763621486',
  expiryMonth: 9,
  expiryYear: 2037,
  cvc: '749',
  holderName: 'ANA SOUZA',
  brand: 'visa',
};
const CONSENT = 'i-am-pci-assessed';
const TAKERS = ['plugtopay', 'conomy'] as const;

/** A session whose card method names the tokenizer `raw`, as its own server writes it. */
async function open(
  provider: ProviderId,
  rawCard?: string,
): Promise<{ dialect: Dialect; session: CheckoutSession }> {
  const sandbox = createSandbox();
  const { id, token, apiBase } = sandbox.createSession(provider, {
    currency: 'BRL',
    paymentMethods: [
      {
        type: 'card',
        ...(provider === 'conomy' && { id: 'CARD' }),
        tokenizer: { name: 'raw', frameUrl: 'https://pay.example/card-frame/index.html' },
      },
      { type: 'pix' },
    ],
  });
  const dialect = await loadDialect(provider, { rawCard });
  const [, path = ''] = (dialect.routes.read ?? '').split(' ');
  const url = apiBase + path.replace('{id}', dialect.pathId?.(undefined, token) ?? id);
  const answer = await sandbox.fetch(url, { headers: dialect.authorization(token) });
  return { dialect, session: supportedSession(dialect.parseSession(await answer.json())) };
}

const types = ({ paymentMethods }: CheckoutSession): readonly string[] =>
  paymentMethods.map(({ type }) => type);

describe.each(TAKERS)('%s', (provider) => {
  test.each([undefined, '', 'true', 'yes', 'I-am-PCI-assessed', ' i-am-pci-assessed'])(
    'shows no card that would be sent as it is to a page that says %j, and says why',
    async (rawCard) => {
      const { session } = await open(provider, rawCard);
      expect(types(session)).toEqual(['pix']);
      expect(session.omittedMethodTypes).toEqual(['card']);
      expect(session.omission).toMatchObject({ kind: 'integration', code: 'raw_card_not_allowed' });
      expect(session.omission?.hint).toContain(`raw-card="${CONSENT}"`);
    },
  );

  test('shows it to a page that has agreed', async () => {
    const { session } = await open(provider, CONSENT);
    expect(types(session)).toEqual(['card', 'pix']);
    expect(session.paymentMethods[0]?.tokenizer).toMatchObject({ name: 'raw', takesRawCard: true });
    expect(session.omission).toBeUndefined();
  });
});

test.each(['native', 'z2pay', 'payonify'] as const)(
  '%s shows none, whatever the page has agreed to',
  async (provider) => {
    const { session } = await open(provider, CONSENT);
    expect(types(session)).not.toContain('card');
    expect(session.omittedMethodTypes).toContain('card');
  },
);

test('no answer can say by itself that the card may be sent as it is', async () => {
  const { dialect } = await open('plugtopay');
  const session = dialect.parseSession({
    amount: 100,
    currency: 'BRL',
    merchant_order_id: 'ORD-1',
    tokenizer: {
      name: 'raw',
      frame_url: 'https://pay.example/',
      takes_raw_card: true,
      takesRawCard: true,
    },
  });
  expect(session.paymentMethods[0]?.tokenizer?.takesRawCard).toBeUndefined();
});

describe('the body of a payment holds the card', () => {
  const bodyOf = async (provider: ProviderId): Promise<unknown> => {
    const { dialect, session } = await open(provider, CONSENT);
    const [method] = session.paymentMethods;
    if (!method) throw new Error('there is no method');
    return dialect.paymentBody({
      session,
      method,
      amount: session.amount.due,
      currency: session.currency,
      customer: { email: 'ana@example.com' },
      customFields: {},
      details: { installments: '3' },
      rawCard: RAW,
      locale: 'en',
    });
  };

  test('in PlugToPay’s raw card fields', async () => {
    expect(await bodyOf('plugtopay')).toMatchObject({
      payment_method: 'card',
      card: {
        number: RAW.number,
        holder_name: RAW.holderName,
        exp_month: 9,
        exp_year: 2037,
        cvv: RAW.cvc,
        installments: 3,
      },
    });
  });

  test('in Conomy’s card node, by `pan`', async () => {
    expect(await bodyOf('conomy')).toMatchObject({
      origins: [
        {
          type: 'CARD',
          card: {
            pan: RAW.number,
            cvc: RAW.cvc,
            holder: RAW.holderName,
            expiryMonth: 9,
            expiryYear: 2037,
            scheme: 'visa',
          },
        },
      ],
    });
  });
});
