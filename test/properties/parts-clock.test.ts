import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clock } from '../../src/core/clock.js';
import { ExpiryWatch } from '../../src/core/session/expiry-watch.js';
import { SimulatedClock } from '../../src/core/clock.js';
import { Desk } from '../support/bad-rig.js';

const seed = Number(process.env['SEED'] ?? 20_261_120);
const DAY_MS = 86_400_000;
/** Above this a platform's timer overflows and runs at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A clock whose timers are the platform's: one that is too long would run at once, over and over. */
class PlatformClock extends SimulatedClock {
  override schedule(callback: () => void, delayMs: number): () => void {
    if (delayMs > LONGEST_TIMER_MS) throw new Error(`a timer of ${String(delayMs)} ms runs at once`);
    return super.schedule(callback, delayMs);
  }
}

describe('P-15: the watch over a session’s time', () => {
  const days = fc.double({ min: -400, max: 400, noNaN: true }).map((share) => Math.round(share * DAY_MS));
  const skew = fc.double({ min: -30, max: 30, noNaN: true }).map((share) => Math.round(share * DAY_MS));
  /** The server's clock is set anew while the page is open, at some moment. */
  const jump = fc.record({ afterMs: fc.nat({ max: 20 * 60_000 }), toMs: skew });

  test('asks only once the server’s time is over, soon after, and not more than once in five seconds', () => {
    fc.assert(
      fc.property(days, skew, fc.option(jump), (expiresInMs, skewMs, jumped) => {
        const clock = new PlatformClock();
        let offsetMs = skewMs;
        const serverNow = (): number => clock.now() + offsetMs;
        const expiresAt = serverNow() + expiresInMs;
        const asked: { readonly at: number; readonly lateMs: number }[] = [];
        let timers = 0;
        const counting: Clock = {
          now: () => clock.now(),
          schedule: (callback, delayMs) => {
            timers += 1;
            return clock.schedule(callback, delayMs);
          },
        };
        const watch = new ExpiryWatch(counting, serverNow, () => {
          asked.push({ at: clock.now(), lateMs: serverNow() - expiresAt });
        });
        watch.watch(expiresAt);
        const jumpAt = jumped?.afterMs ?? 0;
        clock.advance(jumpAt);
        if (jumped) offsetMs = jumped.toMs;
        // A few hours are enough to see what is asked near the end, wherever that is.
        const leftMs = Math.max(0, expiresAt - serverNow());
        const inReach = leftMs < 2 * DAY_MS;
        clock.advance(inReach ? leftMs + 20_000 : 3 * 3_600_000);
        for (const { lateMs } of asked) expect(lateMs).toBeGreaterThanOrEqual(0);
        for (const [index, { at }] of asked.entries())
          expect(at - (asked[index - 1]?.at ?? -Infinity)).toBeGreaterThanOrEqual(5_000);
        if (inReach && !jumped) expect(asked.length).toBeGreaterThan(0);
        // Far away it sleeps: no timer storm.
        if (!jumped && expiresInMs > 0) expect(timers).toBeLessThan(3 * 24 + 10);
        watch.watch(undefined);
        const before = asked.length;
        clock.advance(60_000);
        expect(asked.length).toBe(before);
      }),
      { seed, numRuns: 1_000 },
    );
  });

  test('never declares anything by itself: without a read that says so the form stays', async () => {
    const desk = await Desk.open('native');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 30, max: 90_000 }),
        fc.constantFrom(0, 500, 502, 200),
        async (expiresIn, status) => {
          const page = desk.page({ expiresIn });
          await page.load();
          page.meddle = ({ kind }) =>
            kind === 'read'
              ? status === 0
                ? Promise.reject(new TypeError('Failed to fetch'))
                : Promise.resolve(new Response('<h1>Sorry</h1>', { status }))
              : undefined;
          await page.until(['expired'], expiresIn * 1000 + 60_000);
          expect(page.status).toBe('ready');
          page.meddle = () => undefined;
          await page.until(['expired'], 20_000);
          expect(page.status).toBe('expired');
          page.close();
        },
      ),
      { seed, numRuns: 150 },
    );
  });
});
