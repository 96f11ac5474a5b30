import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BUYERS, Page } from './buyers.js';
import { createServer } from './support.js';

/** Mostly declined or challenged: an approval ends the story. */
const CARDS = [
  '4000000000000002',
  '4000000000000002',
  '4000002500003155',
  '4000002500003155',
  '4000000000000077',
  '4242424242424242',
] as const;

/** What shoppers, payers, merchants and time may do to one session, in any order and as often as they like. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      card: fc.constantFrom(...CARDS),
      ahead: fc.constantFrom(0, 0, 0, 1, -1),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('giveUp' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('again' as const), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer' as const), ok: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(1, 5_000, 60_000, 900_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('leave' as const, 'withdraw' as const, 'expire' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('latency' as const), ms: fc.constantFrom(0, 2_000) }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A method of the sandbox that refuses what is over. */
const quietly = (act: () => void): void => {
  try {
    act();
  } catch {
    // refused: nothing happened
  }
};

class Run {
  readonly page: Page;
  /** Every payment request ever sent: its bytes and its attempt. */
  readonly sent: { body: string; attempt: number }[] = [];
  readonly open: Promise<unknown>[] = [];

  constructor(buyer: (typeof BUYERS)[number]) {
    this.page = new Page(buyer, createServer(), { expiresIn: 1800 });
  }

  do(given: Step): void {
    const { page } = this;
    const { sandbox, clock } = page.server;
    const path = `/checkout-sessions/${page.buyer.provider === 'plugtopay' ? 'current' : page.id}`;
    switch (given.do) {
      case 'pay': {
        const attempt = sandbox.session(page.id).attempt + given.ahead;
        this.sent.push({ body: page.cardBody(given.card, attempt), attempt });
        this.send(this.sent.length - 1);
        break;
      }
      case 'again':
        if (this.sent.length) this.send(given.which % this.sent.length);
        break;
      case 'answer':
        quietly(() => sandbox.finishChallenge(page.id, given.ok));
        break;
      case 'wait':
        clock.advance(given.ms);
        break;
      case 'giveUp': {
        const payment = sandbox.session(page.id).payments.at(-1);
        if (payment) this.open.push(page.send(`${path}/payments/${payment.id}/cancel`, { body: {} }));
        break;
      }
      case 'leave':
        this.open.push(page.send(`${path}/cancel`, { body: {} }));
        break;
      case 'withdraw':
        quietly(() => sandbox.cancelSession(page.id));
        break;
      case 'expire':
        sandbox.expire(page.id);
        break;
      case 'latency':
        sandbox.setFault({ latencyMs: given.ms, on: 'pay' });
    }
  }

  send(index: number): void {
    const request = this.sent[index];
    if (request) this.open.push(this.page.pay(request.body, request.attempt));
  }
}

/** Lets the requests that were sent get to the server. */
const turn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

test.each(BUYERS)(
  'whatever happens in whatever order, $provider charges once and says so',
  async (buyer) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.boolean()), { minLength: 5, maxLength: 40, size: 'max' }),
        async (steps) => {
          const run = new Run(buyer);
          const { sandbox, clock } = run.page.server;
          let version = 0;
          for (const [given, together] of steps) {
            run.do(given);
            if (!together) await turn();
            const session = sandbox.session(run.page.id);
            expect(session.version).toBeGreaterThanOrEqual(version);
            version = session.version;
            expect(
              session.payments.filter(({ status }) => /processing|action|succeeded/.test(status)).length,
            ).toBeLessThanOrEqual(1);
          }
          sandbox.setFault({});
          await clock.advanceAsync(2 * 86_400_000);
          await Promise.all(run.open);
          const session = sandbox.session(run.page.id);
          const charges = sandbox.ledger.chargesOf(run.page.id);
          expect(charges.length).toBeLessThanOrEqual(1);
          expect(charges.length === 1).toBe(session.status === 'paid');
          expect(session.declines).toBeLessThanOrEqual(5);
          expect(sandbox.ledger.declinesOf(run.page.id).filter(({ counted }) => counted)).toHaveLength(
            session.declines,
          );
          expect(new Set(session.payments.map(({ attempt }) => attempt)).size).toBe(session.payments.length);
        },
      ),
      { numRuns: 30 },
    );
  },
  60_000,
);
