import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROVIDERS } from '../../src/core/providers/dialect.js';
import { Poll } from '../../src/core/transport/poll.js';
import { QuickClock } from '../support/bad-clock.js';
import { Desk } from '../support/bad-rig.js';

const seed = Number(process.env['SEED'] ?? 20_261_120);

/** One question of a poll: how long it takes, and what comes of it. */
const turn = fc.record({
  tookMs: fc.oneof(fc.nat({ max: 3_000 }), fc.nat({ max: 60_000 })),
  answer: fc.oneof(fc.constant('told' as const), fc.constant('thrown' as const), fc.nat({ max: 120_000 })),
});

/** What is done to a poll from outside, and when. */
const poke = fc.record({ afterMs: fc.nat({ max: 20_000 }), what: fc.constantFrom('on', 'off', 'hurry') });

describe('P-13: asking again', () => {
  test('is one question at a time, never faster than allowed, never before a failed one says', async () => {
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(turn, { minLength: 5, maxLength: 20 }),
        fc.constantFrom(2_000, 3_000),
        async (turns, minMs) => {
          const clock = new QuickClock();
          // Collected, because what is thrown in a question is taken for its failure.
          const broken: string[] = [];
          let underWay = 0;
          let count = 0;
          let notBefore = clock.now() + minMs;
          const poll = new Poll(clock, minMs, async () => {
            const { tookMs, answer } = turns[count % turns.length] as (typeof turns)[number];
            count += 1;
            underWay += 1;
            if (underWay !== 1) broken.push('two at a time');
            if (clock.now() < notBefore) broken.push('too early');
            await new Promise<void>((resolve) => clock.schedule(resolve, tookMs));
            underWay -= 1;
            notBefore = clock.now() + Math.max(minMs, typeof answer === 'number' ? answer : 0);
            if (answer === 'thrown') throw new Error('unheard of');
            return answer === 'told' ? {} : { waitMs: answer };
          });
          poll.set(true);
          await clock.pass(400_000);
          poll.set(false);
          expect(broken).toEqual([]);
          expect(count).toBeGreaterThan(1);
          asked += count;
        },
      ),
      { seed, numRuns: 1_000 },
    );
    expect(asked).toBeGreaterThan(10_000);
  });

  test('never starts two questions closer than allowed, however it is turned on, off and hurried', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(turn, { minLength: 5, maxLength: 20 }),
        fc.array(poke, { minLength: 1, maxLength: 15 }),
        async (turns, pokes) => {
          const clock = new QuickClock();
          let count = 0;
          const broken: string[] = [];
          let last = -Infinity;
          let isOn = true;
          const poll = new Poll(clock, 2_000, async () => {
            const { tookMs } = turns[count++ % turns.length] as (typeof turns)[number];
            if (!isOn) broken.push('asked while it was off');
            if (clock.now() - last < 2_000) broken.push('too early');
            last = clock.now();
            await new Promise<void>((resolve) => clock.schedule(resolve, Math.min(tookMs, 1_500)));
            return {};
          });
          poll.set(true);
          for (const { afterMs, what } of pokes) {
            await clock.pass(afterMs);
            if (what === 'hurry') poll.hurry();
            else {
              isOn = what === 'on';
              poll.set(isOn);
            }
          }
          poll.set(false);
          expect(broken).toEqual([]);
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  test.each(PROVIDERS)(
    'by a whole page of %s is one read at a time, and as slow as its provider asks',
    async (provider) => {
      const desk = await Desk.open(provider);
      await fc.assert(
        fc.asyncProperty(fc.array(turn, { minLength: 5, maxLength: 20 }), async (turns) => {
          const page = desk.page();
          page.card = '4000002500003155';
          await page.load();
          await page.pay();
          expect(['action_required', 'processing']).toContain(page.status);
          const { clock } = desk;
          // Collected, because what is thrown in a question is taken for its failure.
          const broken: string[] = [];
          let underWay = 0;
          let count = 0;
          let notBefore = 0;
          page.meddle = ({ kind, init, forward }) => {
            if (kind !== 'read') return undefined;
            const { tookMs, answer } = turns[count++ % turns.length] as (typeof turns)[number];
            return (async () => {
              underWay += 1;
              if (underWay !== 1) broken.push('two at a time');
              if (clock.now() < notBefore) broken.push('too early');
              await new Promise<void>((resolve, reject) => {
                // Below the time after which a request is given up, and what it says not heard.
                clock.schedule(resolve, Math.min(tookMs, 15_000));
                init.signal?.addEventListener('abort', () => {
                  reject(new TypeError('aborted'));
                });
              }).finally(() => {
                underWay -= 1;
                notBefore =
                  clock.now() +
                  Math.max(
                    desk.dialect.minPollMs,
                    typeof answer === 'number' ? Math.floor(answer / 1000) * 1000 : 0,
                  );
              });
              if (typeof answer !== 'number')
                return answer === 'told' ? forward() : new Response('<p>', { status: 502 });
              const seconds = Math.floor(answer / 1000);
              return new Response('{}', { status: 503, headers: { 'Retry-After': String(seconds) } });
            })();
          };
          await page.until(['succeeded', 'ready'], 120_000);
          page.close();
          expect(broken).toEqual([]);
          expect(count).toBeGreaterThan(0);
        }),
        { seed, numRuns: 20 },
      );
    },
  );
});
