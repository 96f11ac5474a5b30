import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SpokenTimeLeft } from '../../src/elements/action-screen/time-left.js';
import { createI18n, loadMoreWords } from '../../src/i18n/create-i18n.js';

await loadMoreWords();
const i18n = createI18n();

/** What is said, and with how many milliseconds left, while a screen is open from `fromMs` on. */
function spokenFrom(fromMs: number, tickMs = 1_000): readonly (readonly [number, string])[] {
  const spoken = new SpokenTimeLeft();
  const said: [number, string][] = [];
  for (let leftMs = fromMs; leftMs > 0; leftMs -= tickMs) {
    const text = spoken.text(leftMs, i18n);
    if (text && text !== said.at(-1)?.[1]) said.push([leftMs, text]);
  }
  return said;
}

describe('the time left, as it is spoken', () => {
  test('comes at a few moments, which grow closer towards the end', () => {
    expect(spokenFrom(1_000_000).map(([, text]) => text)).toEqual(
      ['30 minutes', '15 minutes', '10 minutes', '5 minutes', '2 minutes', '1 minute', '30 seconds'].map(
        (time) => `Less than ${time} left`,
      ),
    );
  });

  test('never comes twice within 30 seconds, whenever the screen is opened', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4_000_000 }),
        fc.integer({ min: 500, max: 5_000 }),
        (fromMs, tickMs) => {
          const moments = spokenFrom(fromMs, tickMs).map(([leftMs]) => leftMs);
          for (const [i, leftMs] of moments.slice(1).entries())
            expect((moments[i] ?? 0) - leftMs).toBeGreaterThanOrEqual(30_000);
        },
      ),
      { examples: [[61_000, 1_000]] },
    );
  });

  test('is never less than what is left', () => {
    const unit: Readonly<Record<string, number>> = { second: 1_000, minute: 60_000 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), (fromMs) => {
        for (const [leftMs, text] of spokenFrom(fromMs)) {
          const [, count = '', word = ''] = /than (\d+) (second|minute)/.exec(text) ?? [];
          expect(Number(count) * (unit[word] ?? 0)).toBeGreaterThanOrEqual(leftMs);
        }
      }),
    );
  });

  test('of a new code begins anew, and there is none where nothing ends', () => {
    const spoken = new SpokenTimeLeft();
    expect(spoken.text(20_000, i18n)).toBe('Less than 30 seconds left');
    expect(spoken.text(0, i18n)).toBe('');
    expect(spoken.text(590_000, i18n)).toBe('Less than 10 minutes left');
    expect(spoken.text(Infinity, i18n)).toBe('');
  });
});
