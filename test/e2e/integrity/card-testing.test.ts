import { describe, expect, test } from 'vitest';
import { freshPage, heard } from '../../support/browser.js';
import { seeded } from '../../support/proof.js';
import { CARDS, fillCard, payButton, pickMethod, untilStatus } from '../../support/shopper.js';
import { useStack } from '../../support/use-stack.js';
import { BUYERS, type Buyer } from '../../sandbox/buyers.js';

const rig = useStack();

const ATTEMPTS = Number(process.env['BOT_ATTEMPTS'] ?? 1_000);
const SEED = Number(process.env['BOT_SEED'] ?? 99);
const MAX_DECLINES = 5;
const STOLEN = [
  '4000000000000002',
  '4000000000000127',
  '4000000000000036',
  '4100000000000019',
  '4000000000009995',
];

/** A bot that speaks to the API itself: any key, any attempt, many at once, now and then the very bytes of before. */
async function attack(buyer: Buyer, attempts: number): Promise<{ id: string; answers: Map<number, number> }> {
  const { sandbox } = rig.stack;
  const { id, token, apiBase } = sandbox.createSession(buyer.provider);
  const random = seeded(SEED);
  const answers = new Map<number, number>();
  let last: readonly [key: string, body: string] | undefined;
  const one = async (turn: number): Promise<void> => {
    const number = STOLEN[Math.floor(random() * STOLEN.length)] ?? '';
    const attempt = random() < 0.6 ? sandbox.session(id).attempt : Math.floor(random() * 9);
    const fresh = [
      random() < 0.8 ? `${id}:${String(attempt)}` : `key-${String(turn)}`,
      JSON.stringify(buyer.cardBody(sandbox.tokenize({ number }), attempt)),
    ] as const;
    const [key, body] = last && random() < 0.1 ? last : fresh;
    last = [key, body];
    const response = await fetch(apiBase + buyer.payPath(id), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        ...(buyer.sendsToken && { Authorization: `Bearer ${token}` }),
      },
      body,
    });
    await response.arrayBuffer();
    answers.set(response.status, (answers.get(response.status) ?? 0) + 1);
  };
  // Several tabs: ten requests on their way at any time.
  for (let turn = 0; turn < attempts; turn += 10)
    await Promise.all(Array.from({ length: 10 }, async (_, tab) => one(turn + tab)));
  return { id, answers };
}

describe('A-1: who tries stolen cards', () => {
  test.each(BUYERS.map((buyer) => [buyer.provider, buyer] as const))(
    'by %s’s API gets five answers of the bank at most, and then none',
    async (_provider, buyer) => {
      const { sandbox } = rig.stack;
      const { id, answers } = await attack(buyer, ATTEMPTS / BUYERS.length);
      const declines = sandbox.ledger.declines.filter(({ sessionId }) => sessionId === id);
      const told = `BOT_SEED=${String(SEED)}: ${JSON.stringify([...answers])}`;
      expect(declines.length, told).toBe(MAX_DECLINES);
      expect([...answers.values()].reduce((sum, count) => sum + count, 0)).toBe(ATTEMPTS / BUYERS.length);
      expect(sandbox.session(id).status, told).toBe('failed');
      // A card that would be approved is too late.
      const session = sandbox.session(id);
      const response = await fetch(`${sandbox.apiBase(buyer.provider)}${buyer.payPath(id)}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': `${id}:${String(session.attempt)}`,
          Authorization: `Bearer ${session.token}`,
        },
        body: JSON.stringify(buyer.cardBody(sandbox.tokenize(), session.attempt)),
      });
      expect(response.ok).toBe(false);
      expect(sandbox.ledger.chargesOf(id)).toEqual([]);
    },
  );

  test('by letting the session expire and asking for a fresh one begins no new count', async () => {
    const { sandbox } = rig.stack;
    const buyer = BUYERS[0];
    if (!buyer) throw new Error('no buyer');
    const first = sandbox.createSession('native');
    const { refreshToken = '' } = sandbox.session(first.id);
    let { id, token } = first;
    for (let refresh = 0; refresh < 4; refresh++) {
      for (let turn = 0; turn < 2; turn++) {
        const { attempt } = sandbox.session(id);
        await fetch(`${first.apiBase}${buyer.payPath(id)}`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'Idempotency-Key': `${id}:${String(attempt)}`,
            Authorization: `Bearer ${token}`,
          },
          body: JSON.stringify(buyer.cardBody(sandbox.tokenize({ number: CARDS.declined }), attempt)),
        });
      }
      sandbox.expire(id);
      const answer = await fetch(`${first.apiBase}/checkout-sessions/token/${refreshToken}/refresh`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: '{}',
      });
      if (!answer.ok) break;
      const body = (await answer.json()) as { id: string; token: string };
      ({ id, token } = body);
    }
    const lineage = sandbox.ledger.declines.filter(({ sessionId }) => [first.id, id].includes(sessionId));
    expect(lineage.length).toBeLessThanOrEqual(MAX_DECLINES);
    expect(sandbox.session(id).status).toBe('failed');
  });

  test('in the widget sees it locked after the fifth decline, with no button to pay', async () => {
    const { sandbox } = rig.stack;
    const shown = rig.stack.checkout('native', { currency: 'BRL' }, { redirect: 'manual' });
    const { page, context } = await freshPage(rig.browser);
    await page.goto(shown.url);
    await pickMethod(page, 'card');
    for (let turn = 1; turn <= MAX_DECLINES; turn++) {
      await fillCard(page, STOLEN[turn % 4] ?? '');
      await payButton(page).click();
      if (turn < MAX_DECLINES)
        await expect
          .poll(async () => (await heard(page)).filter(({ type }) => type === 'payment-failure').length, {
            timeout: 10_000,
          })
          .toBe(turn);
    }
    await untilStatus(page, 'locked');
    expect(await payButton(page).count()).toBe(0);
    const failures = (await heard(page)).filter(({ type }) => type === 'payment-failure');
    expect(new Set(failures.map(({ detail }) => detail['code']))).toEqual(new Set(['declined']));
    expect(sandbox.ledger.declines.filter(({ sessionId }) => sessionId === shown.id)).toHaveLength(
      MAX_DECLINES,
    );
    await context.close();
  });
});
