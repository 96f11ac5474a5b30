import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { native } from '../../src/core/providers/native.js';
import { Api } from '../../src/core/transport/api.js';
import { PaymentSender } from '../../src/core/transport/payment-sender.js';
import { backoffMs, retryAfterMs } from '../../src/core/transport/request.js';
import { QuickClock } from '../support/bad-clock.js';
import { aSession } from '../support/fixtures.js';

/** `SEED=… npx vitest run --project proofs <file>` runs another one, or the one that failed. */
const seed = Number(process.env['SEED'] ?? 20_261_120);
const RUNS = 10_000;
const CAP_MS = 120_000;
const NOW = Date.UTC(2026, 10, 20, 12, 0, 0);

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (value: number): string => String(value).padStart(2, '0');

/** The three forms of an HTTP date (RFC 9110, section 5.6.7), written by hand: a server need not be JavaScript. */
function httpDate(ms: number, form: 'imf' | 'rfc850' | 'asctime'): string {
  const at = new Date(ms);
  const day = DAYS[at.getUTCDay()] ?? '';
  const month = MONTHS[at.getUTCMonth()] ?? '';
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
  const [date, year] = [at.getUTCDate(), at.getUTCFullYear()];
  switch (form) {
    case 'imf':
      return `${day.slice(0, 3)}, ${two(date)} ${month} ${String(year)} ${time} GMT`;
    case 'rfc850':
      return `${day}, ${two(date)}-${month}-${two(year % 100)} ${time} GMT`;
    case 'asctime':
      return `${day.slice(0, 3)} ${month} ${String(date).padStart(2)} ${time} ${String(year)}`;
  }
}

const read = (value: string, more: Record<string, string> = {}): number | undefined =>
  retryAfterMs(new Headers({ 'Retry-After': value, ...more }), NOW);

const clamp = (ms: number): number => Math.min(Math.max(0, ms), CAP_MS);

describe.each(['UTC', 'America/Sao_Paulo', 'Asia/Kolkata'])(
  'P-9: Retry-After, on a machine in %s',
  (zone) => {
    const before = process.env['TZ'];
    beforeAll(() => {
      process.env['TZ'] = zone;
    });
    afterAll(() => {
      process.env['TZ'] = before;
    });

    test('as a date of any of the three forms, counted from the answer’s own date where it has one', () => {
      const forms = fc.constantFrom('imf', 'rfc850', 'asctime');
      const seconds = fc.oneof(fc.integer({ min: -200, max: 400 }), fc.integer({ min: -1e8, max: 5e8 }));
      const skew = fc.option(fc.integer({ min: -2_600_000, max: 2_600_000 }));
      fc.assert(
        fc.property(forms, seconds, skew, (form, inSeconds, skewSeconds) => {
          const serverNow = NOW + (skewSeconds ?? 0) * 1000;
          const date: Record<string, string> =
            skewSeconds === null ? {} : { Date: httpDate(serverNow, 'imf') };
          expect(read(httpDate(serverNow + inSeconds * 1000, form), date)).toBe(clamp(inSeconds * 1000));
        }),
        { seed, numRuns: RUNS },
      );
    });
  },
);

describe('P-9: Retry-After', () => {
  test('as seconds is never shorter than told, up to two minutes', () => {
    const digits = fc.oneof(
      fc.nat({ max: 300 }).map(String),
      fc.nat().map(String),
      fc.stringMatching(/^[0-9]{1,40}$/),
      fc.integer({ min: 1, max: 900 }).map((length) => '9'.repeat(length)),
      fc.nat({ max: 200 }).map((seconds) => `  00${String(seconds)} `),
    );
    fc.assert(
      fc.property(digits, (value) => {
        expect(read(value)).toBe(clamp(Number(value) * 1000));
      }),
      { seed, numRuns: RUNS },
    );
  });

  test.each([
    '-5',
    '+5',
    '1.5',
    '1e3',
    '0x10',
    '12 s',
    '5,10',
    'NaN',
    'Infinity',
    'soon',
    '',
    ' ',
    'null',
    '-0',
    '٥',
  ])('that says “%s” says nothing', (value) => {
    expect(retryAfterMs(new Headers({ 'Retry-After': encodeURI(value) }), NOW)).toBeUndefined();
  });

  test('of any text is no wait, or one of nothing to two minutes', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{0,40}$/), (value) => {
        const ms = read(value);
        if (ms !== undefined) expect(ms >= 0 && ms <= CAP_MS).toBe(true);
      }),
      { seed, numRuns: RUNS },
    );
  });
});

describe('P-9: the wait between two sends', () => {
  test('has full jitter: anywhere from nothing to the doubled base, and never past 8 seconds', () => {
    const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat({ max: 2_000 }), share, (turn, random) => {
        const most = Math.min(8_000, 500 * 2 ** turn);
        const ms = backoffMs(turn, () => random);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(most);
        expect(ms).toBeCloseTo(random * most, 6);
      }),
      { seed, numRuns: RUNS },
    );
  });

  const busy = fc.record({
    status: fc.constantFrom(425, 429, 503, 409),
    seconds: fc.option(fc.nat({ max: 200 })),
    tookMs: fc.nat({ max: 25_000 }),
  });

  test('is never shorter than told, of at most five sends of the same bytes within a minute', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(busy, { minLength: 6, maxLength: 6 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (answers, random) => {
          const clock = new QuickClock();
          const began = clock.now();
          const sends: { readonly at: number; readonly bytes: string }[] = [];
          // Collected, because what is thrown in a fetch is taken for a lost request.
          const early: number[] = [];
          let notBefore = 0;
          const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
            const { status, seconds, tookMs } = answers[sends.length] ?? {
              status: 429,
              seconds: null,
              tookMs: 0,
            };
            if (clock.now() < notBefore) early.push(clock.now() - notBefore);
            sends.push({ at: clock.now(), bytes: JSON.stringify([init.headers, init.body]) });
            await new Promise<void>((resolve, reject) => {
              clock.schedule(resolve, tookMs);
              init.signal?.addEventListener('abort', () => {
                reject(new Error('aborted'));
              });
            });
            notBefore = clock.now() + (seconds ?? 0) * 1000;
            return Response.json(
              { code: status === 409 ? 'in_progress' : 'busy' },
              { status, headers: seconds === null ? {} : { 'Retry-After': String(seconds) } },
            );
          };
          const api = new Api({
            fetch,
            clock,
            dialect: native,
            apiBase: 'https://api.example',
            token: 'cs_test_12345678',
          });
          const sender = new PaymentSender(api, native, clock, () => random);
          sender.hold(aSession(), { amount: 15_000 });
          void sender.send();
          await clock.pass(600_000);
          expect(early).toEqual([]);
          expect(sends.length).toBeLessThanOrEqual(5);
          expect(new Set(sends.map(({ bytes }) => bytes)).size).toBe(1);
          for (const { at } of sends) expect(at - began).toBeLessThan(60_000 + 1);
        },
      ),
      { seed, numRuns: 1_000 },
    );
  });
});
