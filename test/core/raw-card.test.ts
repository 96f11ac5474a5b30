import { getHeapSnapshot } from 'node:v8';
import { describe, expect, test } from 'vitest';
import type { CheckoutOptions, PreparedPayment } from '../../src/core/checkout.js';
import { loadDialect } from '../../src/core/providers/index.js';
import type { ProviderId } from '../../src/core/providers/dialect.js';
import { openRig, submitRig, type Rig } from '../support/checkout-rig.js';

const CARD = {
  number: '4539578763621486',
  expiryMonth: 9,
  expiryYear: 2037,
  cvc: '749',
  holderName: 'ANA SOUZA',
};
const TOKENIZER = { name: 'raw', frameUrl: 'https://pay.example/card-frame/index.html' };

/** What a form gives with this card. */
const prepared = (number: string): PreparedPayment => ({
  customer: { name: 'Ana Lima', email: 'ana@example.com', document: '52998224725' },
  customFields: {},
  details: {},
  rawCard: { ...CARD, number },
});

/** A checkout that was agreed to hand over the card itself, with its card method picked. */
async function open(
  provider: ProviderId,
  checkout: Partial<CheckoutOptions> = {},
  tokenizer = TOKENIZER,
  beside?: Rig,
): Promise<Rig> {
  const id = provider === 'conomy' ? 'CARD' : 'card';
  return openRig(id, {
    provider,
    session: { currency: 'BRL', paymentMethods: [{ type: 'card', id, tokenizer }] },
    beside,
    checkout: {
      dialect: await loadDialect(provider, { rawCard: 'i-am-pci-assessed' }),
      prepare: () => Promise.resolve(prepared(CARD.number)),
      ...checkout,
    },
  });
}

const bodiesOf = ({ requests }: Rig): readonly string[] =>
  requests.filter(({ method }) => method === 'POST').map(({ body }) => body);

describe.each(['plugtopay', 'conomy'] as const)('%s is given the card itself', (provider) => {
  test('and is paid; no state and no notice knows of it', async () => {
    const states: string[] = [];
    const rig = await open(provider);
    rig.checkout.subscribe((state) => states.push(JSON.stringify(state)));
    await submitRig(rig);
    expect(rig.status()).toBe('succeeded');
    expect(rig.sandbox.ledger.chargesOf(rig.sessionId)).toHaveLength(1);
    expect(bodiesOf(rig)[0]).toContain(CARD.number);
    const told = [...states, JSON.stringify(rig.notices), JSON.stringify(rig.navigations)].join();
    expect(told).not.toContain(CARD.number);
    expect(told).not.toContain(`"${CARD.cvc}"`);
    expect(JSON.stringify(rig.sandbox.session(rig.sessionId))).not.toContain(CARD.number);
  });

  test('and a decline of it says nothing of it', async () => {
    const rig = await open(provider, {
      prepare: () => Promise.resolve(prepared('4000000000000002')),
    });
    await submitRig(rig);
    expect(rig.status()).toBe('ready');
    expect(rig.sandbox.ledger.declinesOf(rig.sessionId)).toHaveLength(1);
    expect(JSON.stringify([rig.checkout.getState(), rig.notices])).not.toContain('4000000000000002');
  });
});

test.each(['native', 'z2pay', 'plugtopay'] as const)(
  '%s is given none where its method has a tokenizer of its own',
  async (provider) => {
    const rig = await open(provider, {}, { ...TOKENIZER, name: 'sandbox' });
    await submitRig(rig);
    expect(rig.checkout.getState()).toMatchObject({ status: 'ready', failure: { code: 'processing_error' } });
    expect(bodiesOf(rig).join()).not.toContain(CARD.number);
    expect(rig.sandbox.ledger.arrivalsOf(rig.sessionId)).toEqual([]);
  },
);

test.each(['native', 'z2pay', 'payonify'] as const)(
  '%s takes no card itself: what the tokenizer is called is told, and that a token is needed',
  async (provider) => {
    const rig = await openRig('pix', {
      provider,
      session: {
        currency: provider === 'payonify' ? 'USD' : 'BRL',
        paymentMethods: [
          provider === 'payonify' ? 'zimswitch' : 'pix',
          { type: 'card', tokenizer: TOKENIZER },
        ],
      },
      checkout: { dialect: await loadDialect(provider, { rawCard: 'i-am-pci-assessed' }) },
    });
    expect(rig.status()).toBe('ready');
    expect(JSON.stringify(rig.notices)).not.toContain('unsupported_method');
    expect(rig.notices).toContainEqual(
      expect.objectContaining({
        detail: expect.objectContaining({
          kind: 'integration',
          code: 'raw_card_not_allowed',
          message: expect.stringContaining('“raw”'),
          hint: expect.stringContaining('token'),
        }),
      }),
    );
  },
);

/** Whether a text stands anywhere in this process' memory. What is not reachable is collected first. */
async function isInMemory(text: string): Promise<boolean> {
  let rest = '';
  let found = false;
  for await (const chunk of getHeapSnapshot()) {
    const piece = rest + String(chunk);
    found ||= piece.includes(text);
    rest = piece.slice(-text.length);
  }
  return found;
}

describe('in memory the bytes', () => {
  // A number of its own, found as the request wrote it: nothing that this test is made of is such a text.
  const number = '5555555555554444';
  const written = String.raw`number\":\"${number}`;

  test('stand while the attempt lives, and are gone when a read has ended it', async () => {
    let isDown = false;
    const first = await open('plugtopay');
    first.checkout.destroy();
    const { sandbox } = first;
    const rig = await open(
      'plugtopay',
      {
        prepare: () => Promise.resolve(prepared(number)),
        fetch: async (url, init) => {
          if (init.method !== 'POST')
            return isDown ? new Response('', { status: 503 }) : sandbox.fetch(url, init);
          // It arrives, and the answer is lost.
          await sandbox.fetch(url, init);
          isDown = true;
          throw new TypeError('Failed to fetch');
        },
      },
      TOKENIZER,
      first,
    );
    await submitRig(rig);
    expect(rig.status()).toBe('unknown');
    expect(await isInMemory(written)).toBe(true);
    isDown = false;
    await rig.pass(30_000);
    expect(rig.status()).toBe('succeeded');
    expect(await isInMemory(written)).toBe(false);
  });
});
